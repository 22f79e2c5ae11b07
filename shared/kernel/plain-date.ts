// A calendar date without a time, branded so that it is never mistaken for an instant or any other string.

/**
 * `yyyy-MM-dd`. Never go through `new Date("2026-11-02")`: that is midnight UTC, which is another day west of
 * Greenwich. All arithmetic here counts whole days from 1970-01-01.
 */
export type PlainDate = string & { readonly __brand: "PlainDate" };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a date that exists: `2026-02-30` does not. Years 1900 to 2199. */
export function isPlainDate(text: string): text is PlainDate {
  if (numbers.has(text)) return true;
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Throws on text that is no date: for dates that stand in code and data. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`not a date: ${text}`);
  return text;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @param month from 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Clocks walk over the same weeks again and again: each date is spelled once. There are 110,000 at most. */
const spelled = new Map<number, PlainDate>();
/** The same the other way round. */
const numbers = new Map<string, number>();

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

export function fromDayNumber(day: number): PlainDate {
  const known = spelled.get(day);
  if (known !== undefined) return known;
  const date = plainDate(new Date(day * DAY_MS).toISOString().slice(0, 10));
  spelled.set(day, date);
  numbers.set(date, day);
  return date;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** `yyyy-MM`. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7);
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b;
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}

/** Every date from the first to the last, both included; empty when the last is before the first. */
export function datesBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day++) dates.push(fromDayNumber(day));
  return dates;
}
