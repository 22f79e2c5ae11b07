// The middle of a run, without a lock: changed rows go up in batches, rows changed elsewhere come down.
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { BackendProblem } from "./backend.ts";
import { type Receipt, type RowView, type SyncResult, syncAnswer } from "./backend-shapes.ts";
import type { Prepared } from "./prepare-run.ts";
import { referenceNames } from "./reference-names.ts";
import { batchesOf, type UploadRow, uploadRow } from "./row-upload.ts";
import type { SyncContext } from "./sync-context.ts";

export interface Outcome {
  /** By row id. */
  readonly results: Map<string, SyncResult>;
  /** Rows changed elsewhere, as they stand now, by id. */
  readonly changes: Map<string, RowView>;
  /** How far the feed was read; null when nothing was asked of it. */
  cursor: number | null;
  readonly receipts: Receipt[];
  sent: number;
  /** Why the exchange ended early; what was not answered waits. */
  problem: BackendProblem | null;
  /** Time ran out, or the feed goes on: the next run continues. */
  unfinished: boolean;
}

export function emptyOutcome(): Outcome {
  return {
    results: new Map(),
    changes: new Map(),
    cursor: null,
    receipts: [],
    sent: 0,
    problem: null,
    unfinished: false,
  };
}

export function syncPath(context: Pick<SyncContext, "workbook">, ledger: Ledger): string {
  return `halls/${context.workbook.place.id}/ledgers/${ledger.id}/sync`;
}

/** Rows to be sent: changed, and not already answered with a refusal that nobody has acted upon. */
export function uploadsOf(context: SyncContext, ledger: Ledger, prepared: Prepared): UploadRow[] {
  const names = referenceNames(ledger, context.reference);
  return prepared.changed.flatMap((row) => {
    const entry = prepared.entries.get(row.id);
    const answered = entry?.note.answered === row.hash;
    if (answered && (entry.state === "conflict" || !context.manual)) return [];
    return [
      uploadRow(ledger, row, {
        baseVersion: entry?.version ?? 0,
        names,
        left: prepared.found.blank,
        masking: context.workbook.projection !== "full",
        unsent: entry?.note.unsent,
      }),
    ];
  });
}

export function exchange(context: SyncContext, ledger: Ledger, prepared: Prepared): Outcome {
  const outcome = emptyOutcome();
  outcome.cursor = prepared.found.cursor;
  const batches = batchesOf(uploadsOf(context, ledger, prepared));
  let more = batches.length === 0;
  for (const rows of batches) {
    const went = send(context, ledger, rows, outcome);
    if (went === null) return outcome;
    more = went;
  }
  while (more) {
    const went = send(context, ledger, [], outcome);
    if (went === null) return outcome;
    more = went;
  }
  return outcome;
}

/** One call; true when the feed goes on, null when the exchange has to end here. */
function send(
  context: SyncContext,
  ledger: Ledger,
  rows: readonly UploadRow[],
  outcome: Outcome,
): boolean | null {
  if (context.now() >= context.stopAt) {
    outcome.unfinished = true;
    return null;
  }
  const request = {
    batchId: context.newId(),
    definitionVersion: ledger.version,
    cursor: outcome.cursor,
    rows,
  };
  const answer = context.backend.post(syncPath(context, ledger), request, syncAnswer());
  if (!answer.ok) {
    outcome.problem = answer.error;
    return null;
  }
  outcome.sent += rows.length;
  for (const result of answer.value.results) if (result.id) outcome.results.set(result.id, result);
  for (const view of answer.value.changes) outcome.changes.set(view.id, view);
  outcome.cursor = answer.value.cursor ?? outcome.cursor;
  if (rows.length > 0) outcome.receipts.push(answer.value.receipt);
  return answer.value.more;
}
