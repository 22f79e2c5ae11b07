// The middle of a run, without a lock: changed rows go up in batches, rows changed elsewhere come down.

import type { ReferenceNames } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isReadOnly } from "../definitions/kept-ledgers.ts";
import type { BackendProblem } from "./backend.ts";
import { feedEnds, type Receipt, type RowView, type SyncResult, syncAnswer } from "./backend-shapes.ts";
import type { SheetRow } from "./ledger-sheet.ts";
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

export function syncPath(context: Pick<SyncContext, "workbook">, ledger: SheetLedger): string {
  return `halls/${context.workbook.place.id}/ledgers/${ledger.id}/sync`;
}

/** Rows to be sent: changed, and not already answered with a refusal that nobody has acted upon. */
export function uploadsOf(context: SyncContext, ledger: SheetLedger, prepared: Prepared): UploadRow[] {
  if (isReadOnly(ledger)) return [];
  const names = referenceNames(ledger, context.reference);
  return prepared.changed.flatMap((row) => {
    const entry = prepared.entries.get(row.id);
    const answered = entry?.note.answered === row.hash;
    if (answered && (entry.state === "conflict" || !context.manual)) return [];
    return [uploadOf(context, ledger, prepared, row, names)];
  });
}

/** A changed row as it is sent. */
export function uploadOf(
  context: SyncContext,
  ledger: SheetLedger,
  prepared: Prepared,
  row: SheetRow,
  names: ReferenceNames,
): UploadRow {
  const entry = prepared.entries.get(row.id);
  return uploadRow(ledger, row, {
    baseVersion: entry?.version ?? 0,
    baseHash: entry?.hash ?? "",
    names,
    left: prepared.found.blank,
    masking: context.workbook.projection !== "full",
    unsent: entry?.note.unsent,
  });
}

export interface Exchanging {
  readonly ledger: SheetLedger;
  readonly prepared: Prepared;
}

interface Line extends Exchanging {
  readonly outcome: Outcome;
  readonly batches: UploadRow[][];
  isDone: boolean;
}

/** So many questions at the same time: a workbook has many ledgers, and most have no news. */
const AT_ONCE = 10;

/** All ledgers side by side, each one's batches one after the other; outcomes in the order of the ledgers. */
export function exchange(context: SyncContext, ledgers: readonly Exchanging[]): Outcome[] {
  const lines = ledgers.map(({ ledger, prepared }): Line => {
    const batches = batchesOf(uploadsOf(context, ledger, prepared));
    const outcome = { ...emptyOutcome(), cursor: prepared.found.cursor };
    return { ledger, prepared, outcome, batches: batches.length > 0 ? batches : [[]], isDone: false };
  });
  skipQuiet(context, lines);
  for (
    let open = lines.filter(({ isDone }) => !isDone);
    open.length > 0;
    open = lines.filter(({ isDone }) => !isDone)
  ) {
    const now = open.slice(0, AT_ONCE);
    if (context.now() >= context.stopAt) {
      for (const { outcome } of open) outcome.unfinished = true;
      break;
    }
    step(context, now);
    // Nobody answers one ledger: the others would only wait for the same.
    if (now.some(({ outcome }) => outcome.problem?.kind === "away")) {
      for (const line of lines.filter(({ isDone }) => !isDone)) line.outcome.unfinished = true;
      break;
    }
  }
  return lines.map(({ outcome }) => outcome);
}

/** One question for all: ledgers with nothing to say of which the sheet knows everything need none of their own. */
function skipQuiet(context: SyncContext, lines: readonly Line[]): void {
  const listening = lines.filter(({ batches: [first] }) => first?.length === 0);
  if (listening.length < 2) return;
  const asked = context.backend.get(`halls/${context.workbook.place.id}/feeds`, feedEnds());
  if (!asked.ok) return;
  const { feeds } = asked.value;
  for (const line of listening) {
    const end = feeds[line.ledger.id];
    // One that is not named may not be read: there is nothing to hear.
    line.isDone = end === undefined || end === line.outcome.cursor;
  }
}

function step(context: SyncContext, lines: readonly Line[]): void {
  const sent = lines.map((line) => ({ line, rows: line.batches.shift() ?? [] }));
  const answers = context.backend.askAll(
    sent.map(({ line, rows }) => ({
      path: syncPath(context, line.ledger),
      body: {
        batchId: context.newId(),
        definitionVersion: line.ledger.version,
        cursor: line.outcome.cursor,
        rows,
      },
      schema: syncAnswer(),
    })),
  );
  for (const [at, { line, rows }] of sent.entries()) {
    const answer = answers[at];
    if (!answer?.ok) {
      line.outcome.problem = answer?.error ?? null;
      line.isDone = true;
      continue;
    }
    const { outcome } = line;
    const { results, changes, cursor, more, receipt } = answer.value;
    outcome.sent += rows.length;
    for (const result of results) if (result.id) outcome.results.set(result.id, result);
    for (const view of changes) outcome.changes.set(view.id, view);
    outcome.cursor = cursor ?? outcome.cursor;
    if (rows.length > 0) outcome.receipts.push(receipt);
    line.isDone = line.batches.length === 0 && !more;
  }
}
