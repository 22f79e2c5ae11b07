// What became of one row of an old ledger.
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { SourceRow } from "./source-table.ts";

/**
 * - `accepted`: new, and now in the ledger
 * - `unchanged`: in the ledger already, as the file has it
 * - `filled`: in the ledger already; fields that were empty there have been filled in
 * - `updated`: in the ledger already, and changed to what the file says
 * - `different`: in the ledger already with other content, left alone
 * - `refused`: wrong, with reasons
 */
export const STATUSES = ["accepted", "unchanged", "filled", "updated", "different", "refused"] as const;
export type OutcomeStatus = (typeof STATUSES)[number];

export interface Outcome {
  readonly source: SourceRow;
  readonly key: string;
  readonly status: OutcomeStatus;
  readonly problems: readonly Problem[];
}
