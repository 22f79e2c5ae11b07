// THE list of scheduled jobs, in the order in which one tick runs them: what stands first feeds what follows.
import { attendanceJob } from "./attendance-job.ts";
import { calendarJob } from "./calendar-job.ts";
import { closingDraftsJob } from "./closing-drafts-job.ts";
import { closingStampsJob } from "./closing-stamps-job.ts";
import { deliverJob } from "./deliver-job.ts";
import type { Job } from "./job.ts";
import { metricsJob } from "./metrics-job.ts";
import { obligationsJob } from "./obligations-job.ts";
import { recountJob } from "./recount-job.ts";
import { remindersJob } from "./reminders-job.ts";
import { retentionJob } from "./retention-job.ts";

export const JOBS = {
  calendar: calendarJob,
  metrics: metricsJob,
  attendance: attendanceJob,
  closingStamps: closingStampsJob,
  closingDrafts: closingDraftsJob,
  obligations: obligationsJob,
  reminders: remindersJob,
  deliver: deliverJob,
  retention: retentionJob,
  recount: recountJob,
} as const satisfies Readonly<Record<string, Job>>;

export type JobName = keyof typeof JOBS;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}

export const JOB_NAMES: readonly JobName[] = Object.keys(JOBS).filter(isJobName);
