// From a cell to the hall's date or date-time, through the right time zone and never through a local Date.
import {
  type DateTime,
  dateOf,
  dateTimeAt,
  dateTimeFromWall,
  instantOf,
} from "../../../shared/kernel/date-time.ts";
import { dayNumber, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { compileFormat, type Moment, readIso, type TimeFormat } from "./time-format.ts";

export interface TimeContext {
  /** The hall's zone: results are local there. */
  readonly hallZone: string;
  /** Where a time without an offset was written down. */
  readonly fileZone: string;
}

/** Formats of the mapping in their order; what is written year first is always understood after them. */
export function timeReader(formats: readonly string[]): TimeFormat {
  const compiled = formats.flatMap((format) => compileFormat(format) ?? []);
  return (text) => {
    for (const read of [...compiled, readIso]) {
      const moment = read(text);
      if (moment) return moment;
    }
    return undefined;
  };
}

/** The local date in the hall: of `2011-06-30 23:30:00Z` in Amsterdam it is the first of July. */
export function localDate(moment: Moment, context: TimeContext): PlainDate {
  const at = dateTimeOf(moment, undefined, context);
  return at ? dateOf(at) : moment.date;
}

/** @param time for a date alone; without it such a date has no instant */
export function dateTimeOf(
  { date, time, offset }: Moment,
  timeWhenNone: string | undefined,
  { hallZone, fileZone }: TimeContext,
): DateTime | undefined {
  const [hour = 0, minute = 0] = timeWhenNone?.split(":").map(Number) ?? [];
  const wall = time ?? (timeWhenNone === undefined ? undefined : { hour, minute });
  if (!wall) return undefined;
  if (offset !== undefined) {
    const minutes = dayNumber(date) * 1440 + wall.hour * 60 + wall.minute - offset;
    return dateTimeAt(minutes * 60_000, hallZone);
  }
  const there = dateTimeFromWall(date, wall.hour, wall.minute, fileZone);
  return fileZone === hallZone ? there : dateTimeAt(instantOf(there), hallZone);
}
