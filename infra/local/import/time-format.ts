// Reads dates and times in the style of an old ledger: `dd-MM-yyyy HH:mm`, `yyyy年M月d日`, or ISO 8601.
import { isPlainDate, type PlainDate } from "../../../shared/kernel/plain-date.ts";

/** What a cell says, not yet an instant: that takes a time zone. */
export interface Moment {
  readonly date: PlainDate;
  readonly time: { readonly hour: number; readonly minute: number } | undefined;
  /** Minutes east of Greenwich, where the cell says so. */
  readonly offset: number | undefined;
}

export type TimeFormat = (text: string) => Moment | undefined;

/** Letter groups, and what they match. One digit less is never a mistake worth refusing: `9:05` for HH:mm. */
const TOKENS: Readonly<Record<string, string>> = {
  yyyy: "(?<year>\\d{4})",
  yy: "(?<shortYear>\\d{2})",
  MM: "(?<month>\\d{1,2})",
  M: "(?<month>\\d{1,2})",
  dd: "(?<day>\\d{1,2})",
  d: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{1,2})",
  H: "(?<hour>\\d{1,2})",
  hh: "(?<hour>\\d{1,2})",
  h: "(?<hour>\\d{1,2})",
  a: "(?<half>AM|PM|am|pm|上午|下午)",
  mm: "(?<minute>\\d{1,2})",
  m: "(?<minute>\\d{1,2})",
  ss: "(?<second>\\d{1,2})",
  s: "(?<second>\\d{1,2})",
  S: "\\d{1,9}",
  XXX: "(?<offset>Z|[+-]\\d{2}:?\\d{2})",
};
const TOKEN = /'([^']*)'|yyyy|yy|MM?|dd?|HH?|hh?|mm?|ss?|S+|XXX|a|([A-Za-z]+)|([^A-Za-z']+)|'/g;

/**
 * A reader for a pattern such as `yyyy-MM-dd HH:mm:ss`; undefined when the pattern has unknown letters or names no
 * whole date. Letters that stand for themselves go in single quotes.
 */
export function compileFormat(format: string): TimeFormat | undefined {
  let pattern = "";
  const named = new Set<string>();
  for (const [token, quoted, unknown, literal] of format.matchAll(TOKEN)) {
    if (unknown !== undefined || token === "'") return undefined;
    const text = quoted ?? literal;
    if (text !== undefined) {
      pattern += literally(text);
      continue;
    }
    const part = TOKENS[token.startsWith("S") ? "S" : token] ?? "";
    const name = /<(\w+)>/.exec(part)?.[1];
    if (name && named.has(name)) return undefined;
    if (name) named.add(name);
    pattern += part;
  }
  const whole = (named.has("year") || named.has("shortYear")) && named.has("month") && named.has("day");
  if (!whole || (named.has("half") && !named.has("hour"))) return undefined;
  const expression = new RegExp(`^${pattern}$`, "u");
  return (text) => momentOf(expression.exec(text.trim())?.groups);
}

/** A pattern for the text itself; any white space for white space. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+");
}

const ISO =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:[T\s]*(?<hour>\d{1,2})[:\uff1a时点](?<minute>\d{2})(?:[:\uff1a分](?<second>\d{2})(?:[.,]\d{1,9})?秒?)?分?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/u;

/** RFC 3339 with or without fraction and offset, a space for `T`, and the year-first styles of Chinese ledgers. */
export const readIso: TimeFormat = (text) => {
  const found = ISO.exec(text.trim());
  // A day and an hour that touch (2026-11-021:05) are a slip, not a time.
  return /^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{3,}/.test(text) ? undefined : momentOf(found?.groups);
};

/** Two-digit years are those of 1970 to 2069. */
const PIVOT = 70;

function momentOf(groups: Readonly<Record<string, string | undefined>> | undefined): Moment | undefined {
  if (!groups) return undefined;
  const short = Number(groups.shortYear);
  const year = groups.year ?? String(short < PIVOT ? 2000 + short : 1900 + short);
  const date = `${year}-${groups.month?.padStart(2, "0")}-${groups.day?.padStart(2, "0")}`;
  if (!isPlainDate(date)) return undefined;
  if (groups.hour === undefined) return { date, time: undefined, offset: undefined };
  const hour = hourOf(Number(groups.hour), groups.half);
  const minute = Number(groups.minute ?? 0);
  const offset = groups.offset === undefined ? undefined : offsetOf(groups.offset);
  if (hour > 23 || minute > 59 || Number(groups.second ?? 0) > 59) return undefined;
  return Number.isNaN(offset) ? undefined : { date, time: { hour, minute }, offset };
}

/** 12 AM is midnight and 12 PM noon; an hour that no clock of twelve shows is no hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (/^(pm|下午)$/i.test(half) ? 12 : 0);
}

function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const digits = text.slice(1).replace(":", "");
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
