// How urgent an open row is: overdue by how much, due today, due soon, in time, or not to be judged.
import { isOverdue } from "./deadline.ts";
import { dayNumber, type PlainDate } from "./plain-date.ts";
import type { Text } from "./text.ts";
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from "./working-calendar.ts";

/** From the most urgent to the least; red, yellow, and the rest. Numbers of days are [P], in calendar days. */
export const DUE_BANDS = {
  "overdue-long": { label: { zh: "超期10天以上", en: "Over 10 days overdue" }, red: true },
  "overdue-middle": { label: { zh: "超期4至10天", en: "4 to 10 days overdue" }, red: true },
  "overdue-short": { label: { zh: "超期1至3天", en: "1 to 3 days overdue" }, red: true },
  "due-today": { label: { zh: "今日到期", en: "Due today" }, red: false },
  "due-soon": { label: { zh: "即将到期", en: "Due soon" }, red: false },
  "in-time": { label: { zh: "未到期", en: "In time" }, red: false },
  elsewhere: { label: { zh: "已出本厅(上级办理)", en: "Out of the hall's hands" }, red: false },
  "no-limit": { label: { zh: "不计时限", en: "No limit" }, red: false },
} as const satisfies Record<string, { readonly label: Text; readonly red: boolean }>;

export type DueBand = keyof typeof DUE_BANDS;

export function isDueBand(text: string): text is DueBand {
  return Object.hasOwn(DUE_BANDS, text);
}

export interface OpenRow {
  readonly businessDay: PlainDate;
  readonly dueDate: PlainDate | null;
  readonly endedOn: PlainDate | null;
}

const [SHORT, MIDDLE] = [3, 10];
/** [P] Yellow at 20% of the limit left, or one working day. */
const YELLOW_SHARE = 0.2;

export function dueBand(row: OpenRow, today: PlainDate, calendar: WorkingCalendar): DueBand {
  const { businessDay, dueDate, endedOn } = row;
  if (endedOn !== null) return "elsewhere";
  if (dueDate === null) return "no-limit";
  if (isOverdue(row, today)) {
    const days = dayNumber(today) - dayNumber(dueDate);
    if (days > MIDDLE) return "overdue-long";
    return days > SHORT ? "overdue-middle" : "overdue-short";
  }
  if (dueDate === today) return "due-today";
  if (dueDate <= addWorkingDays(calendar, today, 1)) return "due-soon";
  const limit = workingDaysBetween(calendar, businessDay, dueDate);
  const left = workingDaysBetween(calendar, today, dueDate);
  return left <= limit * YELLOW_SHARE ? "due-soon" : "in-time";
}
