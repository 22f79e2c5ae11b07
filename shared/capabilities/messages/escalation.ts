// Who hears of what is overdue, and after how long: data, so that a centre's choice is a change of data.
import type { Role } from "../../kernel/permissions.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { type WorkingCalendar, workingDaysBetween } from "../../kernel/working-calendar.ts";

export interface EscalationStep {
  /** Working days since the due date. */
  readonly afterWorkingDays: number;
  readonly to: Role;
}

/** `[P]`: the documents name the ranks (D1 三3, D2 一(二)) and no days. */
export const ESCALATION: readonly EscalationStep[] = [
  { afterWorkingDays: 0, to: "windowHead" },
  { afterWorkingDays: 0, to: "hallHead" },
  { afterWorkingDays: 3, to: "supervisingLeader" },
  { afterWorkingDays: 5, to: "director" },
];

/** The roles that hear of something due on a day that is not done today. */
export function heardBy(dueOn: PlainDate, today: PlainDate, calendar: WorkingCalendar): Role[] {
  if (today <= dueOn) return [];
  const late = workingDaysBetween(calendar, dueOn, today);
  return ESCALATION.filter(({ afterWorkingDays }) => late >= afterWorkingDays).map(({ to }) => to);
}
