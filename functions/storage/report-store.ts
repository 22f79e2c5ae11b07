// Reports that were asked for: what is being rendered, how far it is, and where the files are. Files stay for good.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const text = z.object({ zh: z.string(), en: z.string() });

/** What somebody asked for; `subject` is a period, or what else a kind of report is about. */
export const ReportOrder = z.object({
  kind: z.string(),
  centre: z.string(),
  hall: z.string().nullable(),
  subject: z.string(),
  /** For the public: small figures hidden, no links to rows. */
  published: z.boolean(),
  locale: z.enum(["zh", "en"]),
});
export type ReportOrder = z.infer<typeof ReportOrder>;

export const ReportJob = z.object({
  id: z.string(),
  order: ReportOrder,
  title: text,
  by: z.string(),
  at: z.string(),
  state: z.enum(["waiting", "working", "done", "failed"]),
  /** Of 100. */
  progress: z.number(),
  step: text,
  /** By format: the name of the file in the store. */
  files: z.record(z.string(), z.string()),
  /** SHA-256 of the report as canonical JSON. */
  hash: z.string().nullable(),
  preliminary: z.boolean().nullable(),
  error: text.nullable(),
});
export type ReportJob = z.infer<typeof ReportJob>;

/** False when it was asked for already: that one is being rendered, or is there. */
export async function putNewReport(table: Table, job: ReportJob): Promise<boolean> {
  if (!(await table.putNew({ ...keys.report(job.id), ...ReportJob.parse(job) }))) return false;
  await table.put({ pk: keys.reports(job.order.centre), sk: `${job.at}#${job.id}`, id: job.id });
  return true;
}

export async function putReport(table: Table, job: ReportJob): Promise<void> {
  await table.put({ ...keys.report(job.id), ...ReportJob.parse(job) });
}

export async function findReport(table: Table, id: string): Promise<ReportJob | undefined> {
  const item = await table.get(keys.report(id));
  return item && ReportJob.parse(item);
}

/** The latest of a centre, newest first. */
export async function listReports(table: Table, centre: string, most: number): Promise<ReportJob[]> {
  const page = await table.queryPage({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.reports(centre) }),
    ScanIndexForward: false,
    Limit: most,
  });
  const ids = page.items.map(({ id }) => String(id));
  const found = await table.getMany(
    ids.map((id) => keys.report(id)),
    false,
  );
  const jobs = new Map(found.map((item) => [String(item.id), ReportJob.parse(item)]));
  return ids.flatMap((id) => jobs.get(id) ?? []);
}
