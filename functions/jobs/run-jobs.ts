// Runs jobs for every centre, one after another; one that fails stops neither the next job nor the next centre.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Dependencies } from "../dependencies.ts";
import { findCentre, listCentres, listHalls } from "../storage/directory-store.ts";
import { type JobRun, placeOf, putRun } from "../storage/job-run-store.ts";
import { hallsOf } from "../use-cases/roll-ups.ts";
import type { JobContext } from "./job.ts";
import { isJobName, JOB_NAMES, JOBS, type JobName } from "./jobs.ts";

/** What the scheduler sends: which jobs; none named means all. */
const ScheduledEvent = z.object({ jobs: z.array(z.string()).min(1) }).partial();

/** @throws on a name that is no job's: a schedule that does nothing must not look like one that works */
export function jobsOf(event: unknown): readonly JobName[] {
  const { jobs } = ScheduledEvent.parse(event ?? {});
  return (jobs ?? JOB_NAMES).map((name) => {
    if (!isJobName(name)) throw new Error(`there is no job ${name}`);
    return name;
  });
}

/** Of a function's fifteen minutes; the rest is for a step that was begun when this time was up. */
const RUN_MS = 10 * 60_000;

export async function runJobs(deps: Dependencies, names: readonly JobName[]): Promise<JobRun[]> {
  const runs: JobRun[] = [];
  const clock = deps.realNow ?? deps.now;
  const started = clock();
  const centres = await listCentres(deps.table);
  for (const [at, centre] of centres.entries()) {
    const until = started + (RUN_MS * (at + 1)) / centres.length;
    const isTimeUp = () => clock() >= until;
    for (const name of names) runs.push(await runJob(deps, centre.id, name, isTimeUp));
  }
  return runs;
}

async function runJob(
  deps: Dependencies,
  centreId: string,
  job: JobName,
  isTimeUp: () => boolean,
): Promise<JobRun> {
  const { table, now: halls, realNow = halls } = deps;
  const now = halls();
  const started = performance.now();
  const place = placeOf(realNow(), job, randomUUID().slice(0, 8));
  const begun: JobRun = {
    job,
    centre: centreId,
    startedAt: new Date(now).toISOString(),
    milliseconds: null,
    state: "running",
    changed: {},
    error: null,
  };
  await putRun(table, place, begun, realNow());
  const ended = await attempt(deps, centreId, job, { now, isTimeUp });
  const run: JobRun = { ...begun, ...ended, milliseconds: Math.round(performance.now() - started) };
  await putRun(table, place, run, realNow());
  if (run.state === "done") {
    deps.log("JOB_DONE", { job, centre: centreId, milliseconds: run.milliseconds });
  }
  return run;
}

async function attempt(
  deps: Dependencies,
  centreId: string,
  job: JobName,
  { now, isTimeUp }: Pick<JobContext, "now" | "isTimeUp">,
): Promise<Pick<JobRun, "state" | "changed" | "error">> {
  try {
    // Read anew for each job: the one before may have changed it.
    const centre = await findCentre(deps.table, centreId, true);
    if (!centre) throw new Error(`centre ${centreId} went away`);
    const halls = hallsOf(await listHalls(deps.table), centreId, now);
    return {
      state: "done",
      changed: await JOBS[job].run({ deps, centre, halls, now, isTimeUp }),
      error: null,
    };
  } catch (error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    deps.log("JOB_FAILED", { job, centre: centreId, error: text });
    return { state: "failed", changed: {}, error: text.slice(0, 300) };
  }
}
