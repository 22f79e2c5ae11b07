// One ledger's sheet brought level with the backend: prepare under the lock, exchange without it, place under it.
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { BackendProblem } from "./backend.ts";
import type { Receipt } from "./backend-shapes.ts";
import { exchange } from "./exchange.ts";
import { placeAnswers } from "./place-answers.ts";
import { prepareRun } from "./prepare-run.ts";
import { RepairLog } from "./repairs.ts";
import type { SyncContext } from "./sync-context.ts";

export interface LedgerSyncReport {
  readonly ledger: string;
  readonly rows: number;
  readonly sent: number;
  readonly received: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly pending: number;
  readonly repairs: RepairLog["views"];
  readonly receipts: readonly Receipt[];
  readonly problem: BackendProblem | null;
  readonly unfinished: boolean;
}

export function syncSheet(context: SyncContext, ledger: Ledger): LedgerSyncReport {
  const first = runOnce(context, ledger);
  // Rows whose id was somebody else's have a new one now; their content still has to arrive.
  if (first.renamed === 0 || first.problem || first.unfinished) return first;
  const second = runOnce(context, ledger);
  const byStatus = { ...first.byStatus };
  byStatus.refused = Math.max(0, (byStatus.refused ?? 0) - first.renamed);
  for (const [status, count] of Object.entries(second.byStatus)) {
    byStatus[status] = (byStatus[status] ?? 0) + count;
  }
  return {
    ...second,
    sent: first.sent + second.sent,
    received: first.received + second.received,
    byStatus,
    repairs: [...first.repairs, ...second.repairs],
    receipts: [...first.receipts, ...second.receipts],
  };
}

function runOnce(context: SyncContext, ledger: Ledger): LedgerSyncReport & { readonly renamed: number } {
  const repairs = new RepairLog();
  const prepared = context.withLock(() => prepareRun(context, ledger, repairs));
  const outcome = exchange(context, ledger, prepared);
  const placed = context.withLock(() =>
    placeAnswers(context, ledger, prepared.found.sheet, outcome, { before: prepared.rows }, repairs),
  );
  const byStatus: Record<string, number> = {};
  for (const { status } of outcome.results.values()) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    ledger: ledger.id,
    rows: placed.rows,
    sent: outcome.sent,
    received: placed.received,
    byStatus,
    pending: placed.pending,
    repairs: repairs.views,
    receipts: outcome.receipts,
    problem: outcome.problem,
    unfinished: outcome.unfinished,
    renamed: placed.renamed,
  };
}
