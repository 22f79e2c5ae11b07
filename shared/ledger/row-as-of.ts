// A row as it stood at an earlier place of its feed: the later revisions undone.
import type { LedgerRecord, Revision, RowState } from "./record.ts";
import { baseOf, withoutNulls } from "./row-values.ts";

/** What is no step of the row's ledger: such a revision brought no event. */
const NO_STEP: ReadonlySet<string> = new Set(["upsert", "void", "erase", "recount", "calendar"]);

/**
 * @param later every revision of the row after that place
 * @returns nothing where the row was not there yet, or was void
 */
export function rowAsOf(record: LedgerRecord, later: readonly Revision[]): RowState | undefined {
  if (later.length >= record.revisions.length) return undefined;
  if (record.voided && !later.some(({ action }) => action === "void")) return undefined;
  const steps = later.filter(({ action }) => !NO_STEP.has(action)).length;
  return {
    values: withoutNulls(baseOf(record, later)),
    personalFields: record.personalFields,
    events: record.events.slice(0, record.events.length - steps),
    enteredAt: record.enteredAt,
  };
}
