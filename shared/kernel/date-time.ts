// An instant as a hall writes it down: local wall time to the minute, with the offset then in force.
import { isPlainDate, type PlainDate } from "./plain-date.ts";

/** `yyyy-MM-ddTHH:mm:00+08:00`: RFC 3339, whole minutes (what a cell can hold), offset of the hall's zone. */
export type DateTime = string & { readonly __brand: "DateTime" };

const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}(?::\d{2})?)$/;

/** Milliseconds since 1970 of an RFC 3339 date-time (a space for `T` is allowed), or undefined. */
export function parseInstant(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (!match?.[1] || !isPlainDate(match[1])) return undefined;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = offsetMinutes(match[5] ?? "Z");
  if (offset === undefined) return undefined;
  const [year, month, day] = match[1].split("-").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour, minute - offset, second);
}

function offsetMinutes(text: string): number | undefined {
  if (text === "Z") return 0;
  const digits = text.slice(1).replaceAll(":", "");
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** A valid IANA zone such as `Asia/Shanghai`. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, found);
  }
  return found;
}

/** Since 1973 every zone's clocks have been changed at whole quarters of an hour of universal time. */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
const QUARTER_MS = 15 * 60_000;
/** More quarters than rows of a year's ledger lie in; then the memory is emptied. */
const MOST_QUARTERS = 20_000;
const offsets = new Map<string, Map<number, number>>();

/** What the clocks of a zone show at an instant, in whole minutes since 1970-01-01 00:00 on that clock. */
function wallMinutes(instant: number, zone: string): number {
  if (instant < QUARTERS_SINCE) return askedWallMinutes(instant, zone);
  const quarter = Math.floor(instant / QUARTER_MS);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  let offset = known.get(quarter);
  if (offset === undefined) {
    if (known.size >= MOST_QUARTERS) known.clear();
    offset = askedWallMinutes(quarter * QUARTER_MS, zone) - quarter * 15;
    known.set(quarter, offset);
  }
  return Math.floor(instant / 60_000) + offset;
}

/** By the platform's own tables, which takes some microseconds. */
function askedWallMinutes(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** The date-time of an instant in a zone; seconds are dropped. */
export function dateTimeAt(instant: number, zone: string): DateTime {
  // Dropped first: before 1930 some zones were off by seconds, which would make the offset depend on them.
  const minute = Math.floor(instant / 60_000);
  const wall = wallMinutes(minute * 60_000, zone);
  return assemble(wall, wall - minute);
}

function assemble(wall: number, offset: number): DateTime {
  const sign = offset < 0 ? "-" : "+";
  const size = Math.abs(offset);
  const zone = `${sign}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
  const text = `${new Date(wall * 60_000).toISOString().slice(0, 16)}:00${zone}`;
  if (!isDateTime(text)) throw new Error(`not a date-time: ${text}`);
  return text;
}

/**
 * The date-time of a wall time such as `2026-11-02 09:05` in a zone. A time skipped in spring becomes the one an
 * hour later; of a time that occurs twice in autumn the first is meant.
 */
export function dateTimeFromWall(date: PlainDate, hour: number, minute: number, zone: string): DateTime {
  const [year, month, day] = date.split("-").map(Number);
  const wall = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour, minute) / 60_000;
  const before = wallMinutes((wall - 1440) * 60_000, zone) - (wall - 1440);
  const after = wallMinutes((wall + 1440) * 60_000, zone) - (wall + 1440);
  const matching = [before, after].find((offset) => wallMinutes((wall - offset) * 60_000, zone) === wall);
  return matching === undefined ? dateTimeAt((wall - before) * 60_000, zone) : assemble(wall, matching);
}

export function isDateTime(text: string): text is DateTime {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00[+-]\d{2}:\d{2}$/.test(text) && parseInstant(text) !== undefined;
}

/** Throws on text that is no canonical date-time: for data that was checked before. */
export function dateTime(text: string): DateTime {
  if (!isDateTime(text)) throw new Error(`not a date-time: ${text}`);
  return text;
}

/** Milliseconds since 1970. */
export function instantOf(time: DateTime): number {
  const instant = parseInstant(time);
  if (instant === undefined) throw new Error(`not a date-time: ${time}`);
  return instant;
}

/** The local date: the one on the hall's wall, whatever the date is elsewhere. */
export function dateOf(time: DateTime): PlainDate {
  const date = time.slice(0, 10);
  if (!isPlainDate(date)) throw new Error(`not a date-time: ${time}`);
  return date;
}

/** Minutes since local midnight. */
export function minuteOfDay(time: DateTime): number {
  return Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

/** `yyyy-MM-dd HH:mm`, as cells and pages show it. */
export function showDateTime(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}

export function compareDateTimes(a: DateTime, b: DateTime): number {
  return instantOf(a) - instantOf(b);
}
