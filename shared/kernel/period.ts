// The spans that a hall sums up: day, ISO week, month, quarter, year.
import {
  addDays,
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isPlainDate,
  type PlainDate,
  plainDate,
  weekday,
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
  if (week < 1 || week > 53) return undefined;
  const january4 = plainDate(`${year}-01-04`);
  const monday = dayNumber(january4) - weekday(january4) + 1 + (week - 1) * 7;
  if (yearOfDay(monday + 3) !== year) return undefined;
  const first = fromDayNumber(monday);
  return { id, kind: "week", first, last: addDays(first, 6) };
}

/** The id of the ISO week of a date: `2026-W45`. A week belongs to the year of its Thursday. */
export function weekOf(date: PlainDate): string {
  const thursday = dayNumber(date) + 4 - weekday(date);
  const year = yearOfDay(thursday);
  const daysIntoYear = thursday - Date.UTC(year, 0, 1) / 86_400_000;
  return `${year}-W${two(Math.floor(daysIntoYear / 7) + 1)}`;
}

/** By day number, because the Thursday of a date's week may lie past the years that a plain date allows. */
function yearOfDay(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
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
