// A posted day of attendance as rows: first the lines that were changed, then the confirmation of every line.
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { timeOfDay } from "./line-of.ts";

const HALVES = ["morning", "afternoon"] as const;
const TIMES = ["arrivedAt", "leftAt", "offPostFrom", "offPostTo"] as const;

export interface DayRow {
  readonly id: string;
  readonly baseVersion: number;
  readonly action: "upsert" | "confirm";
  readonly values: Readonly<Record<string, string | null>>;
}

export interface DayRows {
  readonly changed: readonly DayRow[];
  readonly confirming: readonly DayRow[];
}

/** @param now `2026-11-02 17:40`, when the day is confirmed */
export function dayRowsOf(
  records: readonly LedgerRecord[],
  form: URLSearchParams,
  day: string,
  now: string,
): DayRows {
  const changed: DayRow[] = [];
  const confirming: DayRow[] = [];
  for (const { id, version, values, derived } of records) {
    if (derived.status !== "unconfirmed") continue;
    const given: Record<string, string | null> = {};
    for (const half of HALVES) {
      const wanted = form.get(`${half}.${id}`);
      if (wanted && wanted !== values[half]) given[half] = wanted;
    }
    for (const field of TIMES) {
      const wanted = form.get(`${field}.${id}`)?.trim() ?? "";
      if (wanted !== timeOfDay(values[field])) given[field] = wanted === "" ? null : `${day} ${wanted}`;
    }
    const edits = Object.keys(given).length > 0;
    if (edits) changed.push({ id, baseVersion: version, action: "upsert", values: given });
    const baseVersion = version + (edits ? 1 : 0);
    confirming.push({ id, baseVersion, action: "confirm", values: { at: now } });
  }
  return { changed, confirming };
}
