// Date and date-time columns: local to the hall, and never a JavaScript Date.
import * as z from "zod/mini";
import {
  type DateTime,
  dateTimeAt,
  dateTimeFromWall,
  instantOf,
  isDateTime,
  parseInstant,
  showDateTime,
} from "../../kernel/date-time.ts";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok } from "../../kernel/result.ts";
import { type Field, type FieldOptions, fieldProblems, quote } from "../field.ts";

/** One for all fields: a cold start would build a hundred of each otherwise. */
const PLAIN_DATE = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const DATE_TIME = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));

/** A calendar date; `2026/11/2`, `2026.11.2` and `2026年11月2日` are understood as well. */
export function date(options: FieldOptions): Field<PlainDate> {
  return {
    ...options,
    kind: "date",
    shape: { control: "date", format: "yyyy-mm-dd", width: 100 },
    schema: PLAIN_DATE,
    accept(raw, { id }) {
      const found = typeof raw === "string" ? tidyDate(raw) : undefined;
      return found
        ? ok(found)
        : err(fieldProblems.invalid_date({ field: id, label: options.label, value: quote(raw) }));
    },
    toCell: (value) => value,
  };
}

/** An instant, kept with the hall's offset to the minute; without an offset the hall's wall time is meant. */
export function dateTime(options: FieldOptions): Field<DateTime> {
  return {
    ...options,
    kind: "dateTime",
    shape: { control: "dateTime", format: "yyyy-mm-dd hh:mm", width: 140 },
    schema: DATE_TIME,
    accept(raw, { id, zone }) {
      const found = typeof raw === "string" ? tidyDateTime(raw.trim(), zone) : undefined;
      return found
        ? ok(found)
        : err(fieldProblems.invalid_date_time({ field: id, label: options.label, value: quote(raw) }));
    },
    toCell: (value) => showDateTime(value),
  };
}

function tidyDate(raw: string): PlainDate | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(raw.trim());
  if (!match) return undefined;
  const text = `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  return isPlainDate(text) ? text : undefined;
}

/** One day within the years that a plain date has: a time of any zone has a date there in every other zone. */
const EARLIEST = Date.UTC(1900, 0, 2);
const LATEST = Date.UTC(2199, 11, 31);

/** The date-time that a person or a client means; undefined when there is none such. */
export function tidyDateTime(raw: string, zone: string): DateTime | undefined {
  const instant = parseInstant(raw) ?? wallInstant(raw, zone);
  return instant !== undefined && instant >= EARLIEST && instant < LATEST
    ? dateTimeAt(instant, zone)
    : undefined;
}

/** The instant of a wall time: of one that occurs twice, the first. */
function wallInstant(raw: string, zone: string): number | undefined {
  const match = /^(\S+?)[T\s]+(\d{1,2})[:\uff1a](\d{2})(?:[:\uff1a]\d{2})?$/.exec(raw);
  const day = match?.[1] ? tidyDate(match[1]) : undefined;
  const [hour, minute] = [Number(match?.[2]), Number(match?.[3])];
  if (!day || !(hour <= 23) || !(minute <= 59)) return undefined;
  return instantOf(dateTimeFromWall(day, hour, minute, zone));
}
