// The hours in which a hall's people may be disturbed: those in force on its present day.
import type { Hours } from "../../shared/capabilities/messages/working-hours.ts";
import { type Hall, hoursOn } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";

export function hallHours(hall: Hall, now: number): Hours {
  const { opensAt, closesAt } = hoursOn(hall, dateOf(dateTimeAt(now, hall.timeZone)));
  return { zone: hall.timeZone, opensAt, closesAt };
}
