// Each run leaves a record that the centre can read; one that fails stops nothing else; a wrong sum raises an alarm.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobsOf, runJobs } from "../../../functions/jobs/run-jobs.ts";
import { Killed, killedAfter } from "../support/killed-table.ts";
import { accepted } from "../support/rows.ts";
import { openWeek, type Week } from "./week.ts";

let week: Week;
const logged: string[] = [];
beforeAll(async () => {
  week = await openWeek((code) => logged.push(code));
  week.at("2026-11-09 10:00");
  await accepted(week.world, { receivedAt: "2026-11-04 09:00" });
});
afterAll(() => week.close());

interface Runs {
  readonly jobs: { readonly name: string }[];
  readonly runs: readonly {
    readonly job: string;
    readonly state: string;
    readonly milliseconds: number | null;
    readonly changed: Record<string, number>;
    readonly error: string | null;
  }[];
}
const runs = async (who: "director" | "admin" = "director") =>
  (await week.world.get<Runs>("/v1/centre/jobs", who)).body;

test("every job runs, and says what it changed and how long it took", async () => {
  await week.run(jobsOf({}));
  const { jobs, runs: listed } = await runs();
  expect(listed.map(({ job }) => job).sort()).toEqual(jobs.map(({ name }) => name).sort());
  for (const run of listed)
    expect(run).toMatchObject({ state: "done", error: null, milliseconds: expect.any(Number) });
  expect(listed.find(({ job }) => job === "recount")?.changed).toMatchObject({ differences: 0 });
});

test("a run that was killed is seen to be unfinished", async () => {
  await expect(week.run(["metrics"], killedAfter(week.world.deps.table, 4).table)).rejects.toThrow(Killed);
  expect((await runs()).runs[0]).toMatchObject({ job: "metrics", state: "running", milliseconds: null });
});

test("one that fails says why, and the next ones run all the same", async () => {
  const { table } = week.world.deps;
  const broken = {
    ...table,
    queryPage: (params: Parameters<typeof table.queryPage>[0]) =>
      params.ExpressionAttributeValues?.[":after"]
        ? Promise.reject(new Error("disk on fire"))
        : table.queryPage(params),
  };
  const done = await week.run(["recount", "obligations"], broken);
  expect(done.map(({ job, state }) => `${job} ${state}`)).toEqual(["recount failed", "obligations done"]);
  expect((await runs()).runs.find(({ job }) => job === "recount")).toMatchObject({
    error: "Error: disk on fire",
  });
  expect(logged).toContain("JOB_FAILED");
});

test("a sum that does not equal its rows raises an alarm", async () => {
  await week.world.deps.table.update({
    Key: { pk: { S: "S#test-centre#2026-11#cases" }, sk: { S: "east" } },
    UpdateExpression: "ADD #m :one",
    ExpressionAttributeNames: { "#m": "cases.received" },
    ExpressionAttributeValues: { ":one": { N: "1" } },
  });
  const [run] = await week.run(["recount"]);
  expect(run).toMatchObject({ state: "done", changed: { differences: 1 } });
  expect(logged).toContain("RECOUNT_DIFFERS");
});

test("where the time is too short for all halls, the next run goes on with the others, and none is left out", async () => {
  const counted: string[][] = [];
  const { table } = week.world.deps;
  for (let night = 0; night < 3; night++) {
    const halls = new Set<string>();
    const watched = {
      ...table,
      put: (item: Parameters<typeof table.put>[0]) => {
        if (String(item.pk).startsWith("TURN#")) halls.add(String(item.hall));
        return table.put(item);
      },
    };
    // Each look at the clock finds six minutes gone: the first hall fits, and perhaps the second.
    let clock = Date.now();
    const realNow = () => {
      clock += 6 * 60_000;
      return clock;
    };
    const [run] = await runJobs({ ...week.world.deps, table: watched, realNow }, ["recount"]);
    expect(run?.changed).toMatchObject({ halls: halls.size, hallsWaiting: 3 - halls.size });
    expect(run?.changed.hallsWaiting).toBeGreaterThan(0);
    counted.push([...halls]);
  }
  // East, west and amsterdam, each before any has a second turn.
  const turns = counted.flat();
  expect(new Set(turns.slice(0, 3)).size).toBe(3);
});

describe("who and what", () => {
  test("runs and messages are for the centre", async () => {
    for (const path of [
      "/v1/centre/jobs",
      "/v1/centre/messages?period=2026-11",
      "/v1/centre/stocks?period=2026-11",
    ]) {
      expect((await week.world.get(path, "head")).status).toBe(403);
      expect((await week.world.get(path, "director")).status).toBe(200);
    }
  });

  test("a schedule that names no job of ours fails instead of doing nothing", () => {
    expect(() => jobsOf({ jobs: ["nonsense"] })).toThrow("nonsense");
    expect(() => jobsOf({ jobs: [] })).toThrow();
    expect(jobsOf({ jobs: ["deliver"] })).toEqual(["deliver"]);
    expect(jobsOf(undefined).length).toBeGreaterThan(5);
  });
});
