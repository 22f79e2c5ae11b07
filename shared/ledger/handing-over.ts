// Who leaves hands over what they have in hand: how each ledger passes a row on to somebody else.
import type { DateTime } from "../kernel/date-time.ts";
import type { Values } from "./field.ts";
import type { RowState } from "./record.ts";

export interface Handing {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly at: DateTime;
  readonly reason: string;
}

/** The step by which a row changes hands. */
export interface HandingStep {
  readonly action: string;
  readonly values: Values;
}

/**
 * For a row that names its owner in a column, by id or by name: the column changes. Null where the owner is somebody
 * else.
 */
export function handOverField(field: string): (row: RowState, handing: Handing) => HandingStep | null {
  return ({ values }, { from, to }) => {
    if (values[field] === from.id) return { action: "upsert", values: { [field]: to.id } };
    return values[field] === from.name ? { action: "upsert", values: { [field]: to.name } } : null;
  };
}
