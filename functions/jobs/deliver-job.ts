// Sends what waits in the outbox.
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { deliverWaiting } from "../messages/deliver.ts";
import type { Job } from "./job.ts";

export const deliverJob: Job = {
  label: { zh: "发送消息", en: "Send messages" },
  everyMinutes: 5,
  async run({ deps, centre }) {
    const { table, channels, now, realNow = now, log } = deps;
    // Without a way of sending everything waits.
    if (!channels) return { sent: 0 };
    const delivery = { table, channels, calendar: calendarOf(centre), now, realNow, log };
    return { ...(await deliverWaiting(delivery, centre.id)) };
  },
};
