// Sends what waits in the outbox.
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { deliverWaiting } from "../messages/deliver.ts";
import { findWaiting } from "../messages/outbox-store.ts";
import type { Job } from "./job.ts";

export const deliverJob: Job = {
  label: { zh: "发送消息", en: "Send messages" },
  everyMinutes: 5,
  async run({ deps, centre }) {
    const { table, channels, handOver, now, realNow = now, log } = deps;
    if (handOver) {
      const waiting = (await findWaiting(table, centre.id)).filter(({ notBefore }) => notBefore <= now());
      await handOver(waiting);
      return { handedOver: waiting.length };
    }
    // Without a way of sending everything waits.
    if (!channels) return { sent: 0 };
    const delivery = { table, channels, calendar: calendarOf(centre), now, realNow, log };
    return { ...(await deliverWaiting(delivery, centre.id)) };
  },
};
