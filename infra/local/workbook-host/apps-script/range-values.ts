// Values and sort orders on their way between a script and the host.
import type { RangeRef, WireEntry, WireValue } from "../protocol/wire.ts";
import { exception } from "./host.ts";

/** A value as the host takes it. Anything that is no plain value is written as its text, as at Google. */
export function wireEntry(value: unknown): WireEntry {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : { date: value.getTime() };
  return String(value);
}

export const scriptValue = (value: WireValue): unknown =>
  typeof value === "object" ? new Date(value.date) : value;

export const firstOf = <T>(matrix: readonly (readonly T[])[]): T => {
  const value = matrix[0]?.[0];
  if (value === undefined) throw exception("The range is empty.");
  return value;
};

export function sortKeys(spec: unknown, ref: RangeRef): { column: number; ascending: boolean }[] {
  const list: unknown[] = Array.isArray(spec) ? spec : [spec ?? ref.column + 1];
  return list.map((each) => {
    if (typeof each === "number") return { column: each - 1, ascending: true };
    if (typeof each === "object" && each !== null && "column" in each) {
      const ascending = "ascending" in each ? each.ascending !== false : true;
      return { column: Number(each.column) - 1, ascending };
    }
    throw exception("The sort specification is not valid.");
  });
}
