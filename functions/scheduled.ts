// The scheduled function: EventBridge Scheduler says which jobs, `{"jobs": ["deliver"]}`; they run for every centre.
import { awsDependencies } from "./aws-dependencies.ts";
import { readConfig } from "./config.ts";
import { jobsOf, runJobs } from "./jobs/run-jobs.ts";

const deps = awsDependencies(readConfig(process.env));

export const handler = (event: unknown) => runJobs(deps, jobsOf(event));
