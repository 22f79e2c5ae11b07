// Runs the scheduled jobs on this machine: at once when the clock was moved, else when each is due by it.
import type { Dependencies } from "../../functions/dependencies.ts";
import { JOB_NAMES, JOBS, type JobName } from "../../functions/jobs/jobs.ts";
import { runJobs } from "../../functions/jobs/run-jobs.ts";
import type { JobRun } from "../../functions/storage/job-run-store.ts";

/** How often it is looked whether something is due. */
const TICK_MS = 60_000;

export interface LocalJobs {
  /** Runs every job now and says what each changed; runs follow one another. */
  runAll(): Promise<unknown>;
  stop(): void;
}

export function startJobs(deps: Dependencies): LocalJobs {
  const lastRun = new Map<JobName, number>();
  let running: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  // Whoever ends the program waits for no job: each may be cut off at any point, and goes on the next time.
  const oneByOne = async (names: readonly JobName[]) => {
    const done: JobRun[] = [];
    for (const name of names) if (!isStopping) done.push(...(await runJobs(deps, [name])));
    return done;
  };
  const run = (names: readonly JobName[]) => {
    const now = deps.now();
    for (const name of names) lastRun.set(name, now);
    const next = running.then(() => oneByOne(names));
    // A run that fails is on record, or the database has gone and everything ends anyway.
    running = next.catch(() => undefined);
    return next;
  };
  const isDue = (name: JobName) => {
    const since = deps.now() - (lastRun.get(name) ?? Number.NEGATIVE_INFINITY);
    return since < 0 || since >= JOBS[name].everyMinutes * 60_000;
  };
  const timer = setInterval(() => {
    const due = JOB_NAMES.filter(isDue);
    if (due.length > 0) void run(due).catch(() => undefined);
  }, TICK_MS);
  timer.unref();
  return {
    runAll: async () =>
      (await run(JOB_NAMES)).map(({ job, centre, state, changed, error }) => ({
        job,
        centre,
        state,
        changed,
        error,
      })),
    stop() {
      clearInterval(timer);
      isStopping = true;
    },
  };
}
