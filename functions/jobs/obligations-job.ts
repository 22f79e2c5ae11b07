// Judges what the centre's halls owe: kept with the run, and counted by hall where it hangs on rows.
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { addDays } from "../../shared/kernel/plain-date.ts";
import { countDuties } from "../use-cases/obligations/count-duties.ts";
import { readOwed } from "../use-cases/obligations/hall-obligations.ts";
import type { Job } from "./job.ts";

/** What was due longer ago has been judged for good. */
const LOOK_BACK_DAYS = 31;

export const obligationsJob: Job = {
  label: { zh: "应办事项评估", en: "Judge what is owed" },
  everyMinutes: 60,
  async run({ deps, centre, halls, now }) {
    const count: Record<string, number> = { owed: 0, overdue: 0, missed: 0, duties: 0, dutiesOverdue: 0 };
    for (const hall of halls) {
      const today = dateOf(dateTimeAt(now, hall.timeZone));
      const span = { first: addDays(today, -LOOK_BACK_DAYS), last: today };
      for (const { status } of await readOwed(deps.table, hall, centre, span, now)) {
        if (status === "met" || status === "metLate" || status === "excused") continue;
        count.owed = (count.owed ?? 0) + 1;
        if (status === "overdue" || status === "missed") count[status] = (count[status] ?? 0) + 1;
      }
      for (const { status } of await countDuties(deps.table, hall, centre, deps.ledgers, now)) {
        if (status === "met" || status === "metLate") continue;
        count.duties = (count.duties ?? 0) + 1;
        if (status === "overdue") count.dutiesOverdue = (count.dutiesOverdue ?? 0) + 1;
      }
    }
    return count;
  },
};
