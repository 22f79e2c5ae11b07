// What people decide about rows: which side of a conflict holds, and what becomes of a row deleted from the sheet.

import { err, ok, type Result } from "../../shared/kernel/result.ts";
import { isBlank } from "../../shared/ledger/field.ts";
import { fieldsInSheet, valuesInCells } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { ConflictView, RowAnswer } from "../rpc-contract.ts";
import { isMasked } from "../sheets/cell-text.ts";
import type { BackendProblem } from "./backend.ts";
import { type RowView, rowView, syncAnswer } from "./backend-shapes.ts";
import { emptyOutcome, type Outcome, syncPath } from "./exchange.ts";
import { cellsOfView } from "./incoming-row.ts";
import { type Cells, findField, type SheetRow } from "./ledger-sheet.ts";
import { placeAnswers } from "./place-answers.ts";
import { type Prepared, prepareRun } from "./prepare-run.ts";
import { referenceNames } from "./reference-names.ts";
import { RepairLog } from "./repairs.ts";
import { differingFields } from "./row-hash.ts";
import type { UploadRow } from "./row-upload.ts";
import { rowAnswer } from "./save-row.ts";
import type { SyncContext } from "./sync-context.ts";
import { entriesOf, type IndexEntry, readIndex, saveIndex } from "./workbook-index.ts";

export const GONE: BackendProblem = {
  kind: "refused",
  code: "row_gone",
  message: {
    zh: "表格里已没有这一行;请先同步一次再看。",
    en: "The row is no longer in the sheet; please synchronise first.",
  },
};

/** Both sides of a conflict: the contested fields, else every field that was changed here. */
export function conflictView(
  context: SyncContext,
  ledger: SheetLedger,
  entry: IndexEntry,
  row: Pick<SheetRow, "cells" | "hash"> | undefined,
): ConflictView {
  const { theirs } = entry.note;
  const names = referenceNames(ledger, context.reference);
  const other = theirs ? cellsOfView(ledger, theirs, names, context.workbook.projection) : {};
  const changed = row ? changedHere(ledger, entry, row, other) : [];
  const contested = changed.filter((id) => contestedIn(entry).has(id));
  return {
    id: entry.id,
    serial: entry.serial,
    fields: (contested.length > 0 ? contested : changed).map((id) => ({
      id,
      label: ledger.fields[id]?.label ?? { zh: id, en: id },
      mine: row?.cells[id] ?? "",
      theirs: other[id] ?? "",
    })),
  };
}

/** Fields that were changed in the sheet and are not what the backend has anyway. */
function changedHere(
  ledger: SheetLedger,
  entry: IndexEntry,
  row: Pick<SheetRow, "cells" | "hash">,
  theirs: Cells,
): string[] {
  const ids = fieldsInSheet(ledger).map(([id]) => id);
  const changed = entry.hash === "" ? ids : differingFields(entry.hash, row.hash, ids);
  return changed.filter((id) => {
    const mine = row.cells[id] ?? "";
    return mine !== (theirs[id] ?? "") && !isMasked(mine, findField(ledger, id));
  });
}

function contestedIn({ note }: IndexEntry): Set<string> {
  return new Set((note.problems ?? []).flatMap(({ field }) => field ?? []));
}

/**
 * "Mine" sends what was changed here upon the backend's present version; "theirs" gives up the contested fields and
 * sends only what nobody else touched. Either way nothing that others changed elsewhere is undone.
 */
export function resolveConflict(
  context: SyncContext,
  ledger: SheetLedger,
  id: string,
  keep: "mine" | "theirs",
): Result<RowAnswer, BackendProblem> {
  const repairs = new RepairLog();
  const prepared = context.withLock(() => prepareRun(context, ledger, repairs));
  const row = prepared.rows.get(id);
  const entry = prepared.entries.get(id);
  if (!row || !entry) return err(GONE);
  const current = context.backend.get(recordPath(context, ledger, id), rowView());
  if (!current.ok) return err(current.error);
  const view = current.value;
  const names = referenceNames(ledger, context.reference);
  const theirs = cellsOfView(ledger, view, names, context.workbook.projection);
  const changed = changedHere(ledger, entry, row, theirs);
  const contested = contestedIn(entry);
  // A step taken meanwhile contests no single field: then the whole row is theirs.
  const wanted =
    keep === "mine" ? changed : contested.size === 0 ? [] : changed.filter((id) => !contested.has(id));
  const outcome = emptyOutcome();
  let answer: RowAnswer = {
    status: "unchanged",
    version: view.version,
    serial: view.serial,
    problems: [],
    current: view,
  };
  if (wanted.length > 0) {
    const cells = fieldsInSheet(ledger).map(([field]) => row.cells[field] ?? "");
    const all = valuesInCells(ledger, cells, names);
    const values = Object.fromEntries(wanted.map((field) => [field, all[field] ?? null]));
    const sent = sendRow(context, ledger, { id, baseVersion: view.version, action: "upsert", values });
    if (!sent.ok) return err(sent.error);
    answer = rowAnswer(sent.value);
    if (sent.value.status === "refused" || sent.value.status === "conflict") {
      outcome.results.set(id, sent.value);
    } else if (sent.value.current) {
      outcome.changes.set(id, sent.value.current);
    }
  } else {
    outcome.changes.set(id, view);
  }
  placeOutcome(context, ledger, prepared, outcome, new Set([id]));
  return ok(answer);
}

export function placeOutcome(
  context: SyncContext,
  ledger: SheetLedger,
  { found, rows }: Prepared,
  outcome: Outcome,
  overwrite: ReadonlySet<string> = new Set(),
): void {
  context.withLock(() =>
    placeAnswers(context, ledger, found.sheet, outcome, { before: rows, overwrite }, new RepairLog()),
  );
}

function recordPath({ workbook }: SyncContext, ledger: SheetLedger, id: string): string {
  return `halls/${workbook.place.id}/ledgers/${ledger.id}/records/${id}`;
}

export function sendRow(
  context: SyncContext,
  ledger: SheetLedger,
  row: UploadRow & { readonly reason?: string },
) {
  const body = {
    batchId: context.newId(),
    definitionVersion: ledger.version,
    cursor: null,
    rows: [row],
  };
  const answer = context.backend.post(syncPath(context, ledger), body, syncAnswer());
  if (!answer.ok) return answer;
  const [result] = answer.value.results;
  return result ? ok(result) : err(GONE);
}

/** A row that was deleted from the sheet: back into the sheet, or voided under one's own name with a reason. */
export function settleMissing(
  context: SyncContext,
  ledger: SheetLedger,
  choice: { readonly id: string; readonly how: "putBack" | "void"; readonly reason: string },
): Result<RowAnswer, BackendProblem> {
  const { id, how, reason } = choice;
  const state = readIndex(context.host);
  const entry = state && entriesOf(state, ledger.id).get(id);
  if (!entry) return err(GONE);
  if (how === "putBack") {
    const current = context.backend.get(recordPath(context, ledger, id), rowView());
    if (!current.ok) return err(current.error);
    putBack(context, ledger, current.value);
    const { version, serial } = current.value;
    return ok({ status: "unchanged", version, serial, problems: [], current: current.value });
  }
  const values = isBlank(reason) ? {} : { reason };
  const sent = sendRow(context, ledger, { id, baseVersion: entry.version, action: "void", values });
  if (!sent.ok) return err(sent.error);
  if (sent.value.status === "accepted" || sent.value.status === "unchanged") forget(context, ledger, id);
  return ok(rowAnswer(sent.value));
}

function putBack(context: SyncContext, ledger: SheetLedger, view: RowView): void {
  const repairs = new RepairLog();
  const prepared = context.withLock(() => prepareRun(context, ledger, repairs));
  const outcome = emptyOutcome();
  outcome.changes.set(view.id, view);
  context.withLock(() =>
    placeAnswers(
      context,
      ledger,
      prepared.found.sheet,
      outcome,
      { before: prepared.rows, putBack: new Set([view.id]) },
      repairs,
    ),
  );
}

function forget(context: SyncContext, ledger: SheetLedger, id: string): void {
  context.withLock(() => {
    const state = readIndex(context.host);
    if (!state) return;
    entriesOf(state, ledger.id).delete(id);
    saveIndex(context.host, state);
  });
}
