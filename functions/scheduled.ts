// The scheduled function: EventBridge Scheduler says which jobs, `{"jobs": ["deliver"]}`; they run for every centre.
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig, required } from "./config.ts";
import { jobsOf, runJobs } from "./jobs/run-jobs.ts";
import { openMessageQueue } from "./messages/message-queue.ts";

const config = readConfig(process.env);
const deps = {
  ...awsOfficeDependencies(config),
  handOver: openMessageQueue(required(config.messageQueueUrl, "MESSAGE_QUEUE_URL")),
};

export const handler = (event: unknown) => runJobs(deps, jobsOf(event));
