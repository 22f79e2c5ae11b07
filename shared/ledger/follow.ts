// What one row's change brings about in other ledgers of the hall: written in the same transaction, or not at all.
import type { Values } from "./field.ts";
import type { Derived, RowEvent, RowState } from "./record.ts";

/** A change that was accepted, before it is written. */
export interface RowChange<R extends RowState> {
  /** `upsert`, `void`, or a transition of the ledger. */
  readonly action: string;
  /** The step that was taken; null where values were written or the row was voided. */
  readonly event: RowEvent | null;
  /** The row as it was; null where it is new. */
  readonly before: R | null;
  readonly row: R;
  readonly derived: Derived;
  readonly id: string;
  readonly serial: string;
  /** The personal values, for papers that name the person. */
  readonly personal: Values;
}

/** A row of another ledger that is to be written with it, as if somebody who may had sent it. */
export interface FollowingRow {
  readonly ledger: string;
  readonly id: string;
  readonly action: string;
  readonly values: Values;
  /** 0 for a row that must be new; left out, the row is taken as it stands. */
  readonly baseVersion?: number;
}
