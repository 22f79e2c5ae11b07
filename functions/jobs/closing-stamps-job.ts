// Stamps what was open and overdue when each hall closed.
import { stampClosings } from "../use-cases/stocks/stamp-closings.ts";
import type { Job } from "./job.ts";

export const closingStampsJob: Job = {
  label: { zh: "闭厅存量", en: "Stocks at closing" },
  everyMinutes: 60,
  async run({ deps, centre, halls, now }) {
    let stamped = 0;
    for (const hall of halls) stamped += await stampClosings(deps.table, hall, centre, deps.ledgers, now);
    return { stamped };
  },
};
