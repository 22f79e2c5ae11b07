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

/** A stretch of a format. `exact` is for digits that touch others, where only their number says where they end. */
interface Part {
  readonly name: string;
  readonly pattern: string;
  readonly exact: string | undefined;
  readonly digits: boolean;
}

const fixed = (name: string, pattern: string, digits: boolean): Part => ({
  name,
  pattern,
  exact: pattern,
  digits,
});
/** `9:05` will do for HH:mm. */
const two = (name: string): Part => ({ name, pattern: "\\d{1,2}", exact: "\\d{2}", digits: true });
const one = (name: string): Part => ({ ...two(name), exact: undefined });

const PARTS: Readonly<Record<string, Part>> = {
  yyyy: fixed("year", "\\d{4}", true),
  yy: fixed("shortYear", "\\d{2}", true),
  MM: two("month"),
  M: one("month"),
  dd: two("day"),
  d: one("day"),
  HH: two("hour"),
  H: one("hour"),
  hh: two("hour"),
  h: one("hour"),
  mm: two("minute"),
  m: one("minute"),
  ss: two("second"),
  s: one("second"),
  S: fixed("fraction", "\\d{1,9}", true),
  a: fixed("half", "AM|PM|am|pm|上午|下午", false),
  XXX: fixed("offset", "Z|[+-]\\d{2}:?\\d{2}", false),
};
const TOKEN = /'([^']*)'|yyyy|yy|MM?|dd?|HH?|hh?|mm?|ss?|S+|XXX|a|([A-Za-z]+)|([^A-Za-z']+)|'/g;

/**
 * A reader for a pattern such as `yyyy-MM-dd HH:mm:ss`; undefined when the pattern has unknown letters or names no
 * whole date. Letters that stand for themselves go in single quotes.
 */
export function compileFormat(format: string): TimeFormat | undefined {
  const parts: Part[] = [];
  for (const [token, quoted, unknown, literal] of format.matchAll(TOKEN)) {
    if (unknown !== undefined || token === "'") return undefined;
    const text = quoted ?? literal;
    const part = text === undefined ? PARTS[token.replace(/^S+$/, "S")] : fixed("", literally(text), false);
    if (!part || (part.name !== "" && parts.some(({ name }) => name === part.name))) return undefined;
    parts.push(part);
  }
  const has = (name: string) => parts.some((part) => part.name === name);
  const whole = (has("year") || has("shortYear")) && has("month") && has("day");
  if (!whole || (has("half") && !has("hour"))) return undefined;
  let expression = "";
  for (const [at, { name, pattern, exact, digits }] of parts.entries()) {
    const touching = digits && (parts[at - 1]?.digits || parts[at + 1]?.digits);
    const used = touching ? exact : pattern;
    if (used === undefined) return undefined;
    expression += name === "" ? used : `(?<${name}>${used})`;
  }
  const compiled = new RegExp(`^${expression}$`, "u");
  return (text) => momentOf(compiled.exec(text.trim())?.groups);
}

/** A pattern for the text itself; any white space for white space. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
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
