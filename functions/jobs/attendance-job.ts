// Attendance by the clock: the day's lines are drafted once the hall has opened, and what lapsed is settled.
import { LEAVE_LEDGER } from "../../shared/capabilities/attendance/away.ts";
import { timetableOn } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt, minuteOfDay } from "../../shared/kernel/date-time.ts";
import { addDays, datesBetween } from "../../shared/kernel/plain-date.ts";
import { draftDay } from "../use-cases/attendance/draft-day.ts";
import { continueHandovers, lapseUnexplained } from "../use-cases/attendance/settle-days.ts";
import type { Job } from "./job.ts";

/** Days on which the job did not run are made up for, so far back. */
const LOOK_BACK_DAYS = 4;

export const attendanceJob: Job = {
  label: { zh: "考勤起草与到期认定", en: "Draft attendance, settle what lapsed" },
  everyMinutes: 60,
  async run({ deps, centre, halls, now }) {
    const changes = { drafted: 0, lapsed: 0, handedOver: 0 };
    // An installation, or a test, without these ledgers has no attendance.
    if (!deps.ledgers.some(({ id }) => id === LEAVE_LEDGER)) return changes;
    for (const hall of halls) {
      const at = { hall, centre };
      const local = dateTimeAt(now, hall.timeZone);
      const today = dateOf(local);
      const hasOpened = minuteOfDay(local) >= timetableOn(hall, today).opensAt;
      for (const day of datesBetween(
        addDays(today, -LOOK_BACK_DAYS),
        hasOpened ? today : addDays(today, -1),
      )) {
        changes.drafted += await draftDay(deps, at, day);
      }
      changes.lapsed += await lapseUnexplained(deps, at);
      changes.handedOver += await continueHandovers(deps, at);
    }
    return changes;
  },
};
