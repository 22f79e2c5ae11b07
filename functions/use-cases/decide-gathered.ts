// Decides a row with the other rows that its ledger's rules ask for.
import {
  type CurrentRow,
  type DecideContext,
  type Decision,
  decideRow,
  type IncomingRow,
} from "../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Table } from "../storage/table.ts";
import { type Gathered, gatherRows } from "./gather-rows.ts";
import type { PlanContext } from "./plan-row.ts";

export interface GatheredDecision {
  readonly decision: Decision;
  /** Null where the rules asked for nothing. */
  readonly gathered: Gathered | null;
  readonly facts: DecideContext["facts"];
}

export type GatherContext = PlanContext &
  Pick<DecideContext, "roles" | "departments" | "may"> & {
    readonly table: Table;
    /** Every ledger there is: rules of one may ask for rows of another. */
    readonly ledgers: readonly Ledger[];
  };

/**
 * What would become of the row shows which rows its rules ask for; with those at hand it is decided in earnest. Both
 * passes are pure and start from the same stored row.
 */
export async function decideGathered(
  incoming: IncomingRow,
  current: CurrentRow | undefined,
  context: GatherContext,
): Promise<GatheredDecision> {
  const { ledger, table, hall, ledgers, facts } = context;
  if (!ledger.asksForRows) return { decision: decideRow(incoming, current, context), gathered: null, facts };
  const unruled: Ledger = { ...ledger, check: () => [], permits: () => [] };
  // Nothing is gathered yet, so what steps set from other rows is left for the second pass.
  const alone = { ...facts, rowsOf: () => [] };
  const candidate = decideRow(incoming, current, { ...context, ledger: unruled, facts: alone });
  if (candidate.status !== "accepted" && candidate.status !== "merged") {
    return { decision: candidate, gathered: null, facts };
  }
  const asked = ledger.asks(candidate.change.row);
  const gathered = await gatherRows(table, hall, ledgers, asked, incoming.id);
  const known = { ...facts, rowsOf: gathered.rowsOf };
  return { decision: decideRow(incoming, current, { ...context, facts: known }), gathered, facts: known };
}
