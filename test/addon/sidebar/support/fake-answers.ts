// Small answers of the fake script: good ones, places, shown values, and a month that was accepted.
import type { HallChoice, RowAnswer } from "../../../../addon/rpc-contract.ts";
import { periodProblems } from "../../../../shared/capabilities/periods/period-problems.ts";
import type { Field } from "../../../../shared/ledger/field.ts";

/** As the backend's own words are; whether a month is locked is not this script's to find out. */
export function lockedAnswer(): RowAnswer {
  const problem = periodProblems.month_locked({ month: "2026-10", field: "reason" });
  return { status: "refused", version: null, serial: null, problems: [problem], current: null };
}

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function placeOf({ id, name }: HallChoice): HallChoice {
  return { id, name };
}

export function shownIn(field: Field | undefined, value: unknown): string {
  const parsed = field?.schema.safeParse(value);
  return parsed?.success ? String(field?.toCell(parsed.data)) : "";
}
