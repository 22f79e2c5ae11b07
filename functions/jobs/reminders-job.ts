// The day's digests: reminders for those who act, and what has been overdue for some days for those above them.
import { queueDigests } from "../messages/queue-digests.ts";
import type { Job } from "./job.ts";

export const remindersJob: Job = {
  label: { zh: "每日提醒与逐级上报", en: "Daily digests and escalation" },
  everyMinutes: 30,
  run: async ({ deps, centre, halls, now }) => ({ ...(await queueDigests(deps, centre, halls, now)) }),
};
