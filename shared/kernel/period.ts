// The spans that a hall sums up: day, ISO week, month, quarter, year.
import {
  addDays,
  daysInMonth,
  isPlainDate,
  type PlainDate,
  plainDate,
  weekday,
  yearOf,
} from "./plain-date.ts";

export type PeriodKind = "day" | "week" | "month" | "quarter" | "year";

export interface Period {
  /** `2026-11-02`, `2026-W45`, `2026-11`, `2026-Q4` or `2026`. */
  readonly id: string;
  readonly kind: PeriodKind;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The period of an id, or undefined when there is none such (`2026-13`, `2025-W53`). */
export function parsePeriod(id: string): Period | undefined {
  if (isPlainDate(id)) return { id, kind: "day", first: id, last: id };
  const match = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})))?$/.exec(id);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return undefined;
  if (match[2] !== undefined) return weekPeriod(year, Number(match[2]), id);
  if (match[3] !== undefined) return months(id, "quarter", year, Number(match[3]) * 3 - 2, 3);
  if (match[4] === undefined) return months(id, "year", year, 1, 12);
  const month = Number(match[4]);
  return month >= 1 && month <= 12 ? months(id, "month", year, month, 1) : undefined;
}

function months(id: string, kind: PeriodKind, year: number, month: number, count: number): Period {
  const end = month + count - 1;
  return {
    id,
    kind,
    first: plainDate(`${year}-${two(month)}-01`),
    last: plainDate(`${year}-${two(end)}-${two(daysInMonth(year, end))}`),
  };
}

function weekPeriod(year: number, week: number, id: string): Period | undefined {
  const january4 = plainDate(`${year}-01-04`);
  const first = addDays(january4, (week - 1) * 7 - (weekday(january4) - 1));
  return weekOf(first) === id ? { id, kind: "week", first, last: addDays(first, 6) } : undefined;
}

/** The id of the ISO week of a date: `2026-W45`. A week belongs to the year of its Thursday. */
export function weekOf(date: PlainDate): string {
  const thursday = addDays(date, 4 - weekday(date));
  const year = yearOf(thursday);
  const january4 = plainDate(`${year}-01-04`);
  const firstMonday = addDays(january4, 1 - weekday(january4));
  let week = 1;
  for (let monday = addDays(firstMonday, 7); monday <= date; monday = addDays(monday, 7)) week++;
  return `${year}-W${two(week)}`;
}

/** The ids of the months that a period of whole months covers; empty for days and weeks. */
export function monthsOf(period: Period): string[] {
  if (period.kind === "day" || period.kind === "week") return [];
  const ids: string[] = [];
  for (let month = Number(period.first.slice(5, 7)); month <= Number(period.last.slice(5, 7)); month++) {
    ids.push(`${period.first.slice(0, 4)}-${two(month)}`);
  }
  return ids;
}

export function isInPeriod(date: PlainDate, period: Period): boolean {
  return date >= period.first && date <= period.last;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
