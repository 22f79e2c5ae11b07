// Each run of a job on record: when, how long, what changed, or why it failed; a run that was killed stays "running".
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const JobRun = z.object({
  job: z.string(),
  centre: z.string(),
  /** By the halls' clock. */
  startedAt: z.string(),
  milliseconds: z.number().nullable(),
  state: z.enum(["running", "done", "failed"]),
  changed: z.record(z.string(), z.number()),
  error: z.string().nullable(),
});
export type JobRun = z.infer<typeof JobRun>;

/** Runs that changed nothing are forgotten after a week, others after a year. */
const IDLE_DAYS = 7;
const KEPT_DAYS = 400;

export async function putRun(table: Table, place: string, run: JobRun, realNow: number): Promise<void> {
  const idle = run.state === "done" && Object.values(run.changed).every((count) => count === 0);
  const ttl = Math.floor(realNow / 1000) + (idle ? IDLE_DAYS : KEPT_DAYS) * 86_400;
  await table.put({ pk: keys.runs(run.centre), sk: place, ...JobRun.parse(run), ttl });
}

/** A place in the order of real time, so that a clock that is moved leaves the order as it was. */
export function placeOf(realNow: number, job: string, unique: string): string {
  return `${new Date(realNow).toISOString()}#${job}#${unique}`;
}

/** The latest runs, newest first. */
export async function listRuns(table: Table, centre: string, most: number): Promise<JobRun[]> {
  const page = await table.queryPage({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.runs(centre) }),
    ScanIndexForward: false,
    Limit: most,
  });
  return page.items.map((item) => JobRun.parse(item));
}
