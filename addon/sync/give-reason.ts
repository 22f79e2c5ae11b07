// A row of a month that was accepted already: sent again with the reason for changing it.
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { RowAnswer } from "../rpc-contract.ts";
import type { BackendProblem } from "./backend.ts";
import { emptyOutcome, uploadOf } from "./exchange.ts";
import { prepareRun } from "./prepare-run.ts";
import { referenceNames } from "./reference-names.ts";
import { RepairLog } from "./repairs.ts";
import { rowAnswer } from "./save-row.ts";
import { GONE, placeOutcome, sendRow } from "./settle-rows.ts";
import type { SyncContext } from "./sync-context.ts";

export function giveReason(
  context: SyncContext,
  ledger: SheetLedger,
  id: string,
  reason: string,
): Result<RowAnswer, BackendProblem> {
  const prepared = context.withLock(() => prepareRun(context, ledger, new RepairLog()));
  const row = prepared.changed.find((changed) => changed.id === id);
  if (!row) return err(GONE);
  const names = referenceNames(ledger, context.reference);
  const sent = sendRow(context, ledger, { ...uploadOf(context, ledger, prepared, row, names), reason });
  if (!sent.ok) return err(sent.error);
  const outcome = emptyOutcome();
  outcome.results.set(id, sent.value);
  placeOutcome(context, ledger, prepared, outcome);
  return ok(rowAnswer(sent.value));
}
