// Between a row's values and what stands in a form's controls: text as typed, ticks as true or false.
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Field, Fields, Values } from "../../../shared/ledger/field.ts";

/** What a control shows for a stored value. */
export function rawOf(field: Field, value: unknown): unknown {
  if (value === undefined || value === null) return "";
  if (field.kind === "flag") return value === true;
  if (field.kind === "dateTime" && typeof value === "string") return value.slice(0, 16);
  if (field.kind === "fen" && typeof value === "number") return (value / 100).toFixed(2);
  if (field.kind === "checklist" || field.kind === "attachments") return value;
  if (Array.isArray(value)) return value.join("\n");
  return String(value);
}

export function rawValues(fields: Fields, values: Values): Values {
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, rawOf(field, values[id])]));
}

/** The wall time that a date-time control shows for an instant. */
export function wallTime(now: number, zone: string): string {
  return dateTimeAt(now, zone).slice(0, 16);
}

/** What a new row begins with: yes-or-no fields that every row needs begin as "no". */
export function emptyValues(fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.kind === "flag" && field.required)
      .map(([id]) => [id, false]),
  );
}

export function asText(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
