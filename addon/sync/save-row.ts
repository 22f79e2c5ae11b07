// One row from a sidebar: sent at once and shown in the sheet; while the backend is away it waits in the sheet.

import { err, ok, type Result } from "../../shared/kernel/result.ts";
import { acceptValues, missingFields, type Values } from "../../shared/ledger/field.ts";
import { fieldCells, fieldsInSheet, sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { RowAnswer, SaveRequest } from "../rpc-contract.ts";
import { cellText, plainCell } from "../sheets/cell-text.ts";
import type { CellWrite } from "../sheets/sheet-host.ts";
import type { BackendProblem } from "./backend.ts";
import { type SyncResult, syncAnswer } from "./backend-shapes.ts";
import { emptyOutcome, syncPath } from "./exchange.ts";
import { ledgerMeta, readFact } from "./index-shapes.ts";
import { readLedgerSheet, SYSTEM_IDS } from "./ledger-sheet.ts";
import { locateColumns } from "./locate-columns.ts";
import { findLedgerSheet, metaKey, rememberSheet } from "./locate-sheet.ts";
import { placeAnswers, rowWrites, wordsContext } from "./place-answers.ts";
import { NotSetUp } from "./prepare-run.ts";
import { referenceNames } from "./reference-names.ts";
import { RepairLog } from "./repairs.ts";
import { systemWords, temporaryNumber } from "./row-words.ts";
import type { SyncContext } from "./sync-context.ts";
import { emptyEntry, entriesOf, type IndexState, readIndex, saveIndex } from "./workbook-index.ts";

export function saveRow(
  context: SyncContext,
  ledger: SheetLedger,
  request: SaveRequest,
): Result<RowAnswer, BackendProblem> {
  const { id, baseVersion, action, values, reason } = request;
  const body = {
    batchId: context.newId(),
    definitionVersion: ledger.version,
    cursor: null,
    rows: [{ id, baseVersion, action, values, ...(reason === undefined ? {} : { reason }) }],
  };
  const answer = context.backend.post(syncPath(context, ledger), body, syncAnswer());
  if (!answer.ok) {
    // Steps under one's own name are not left lying in a cell, and what has no sheet has no cells.
    const canWait = action === "upsert" && context.ledgers.includes(ledger);
    if (answer.error.kind !== "away" || !canWait) return err(answer.error);
    return ok(context.withLock(() => keepPending(context, ledger, request)));
  }
  const [result] = answer.value.results;
  if (!result)
    return err({ kind: "away", code: "away", message: { zh: "后台没有回答。", en: "No answer." } });
  const isTaken = result.status !== "conflict" && result.status !== "refused";
  if (isTaken && result.current && context.ledgers.includes(ledger)) {
    placeOne(context, ledger, id, result);
  }
  return ok(rowAnswer(result));
}

export function rowAnswer({ status, version, serial, problems, current }: SyncResult): RowAnswer {
  return { status, version, serial, problems, current };
}

/** Shows an answered row: in its place, or below the last row. */
export function placeOne(context: SyncContext, ledger: SheetLedger, id: string, result: SyncResult): void {
  const outcome = emptyOutcome();
  outcome.results.set(id, result);
  context.withLock(() => {
    const sheet = openSheet(context, ledger);
    const options = { before: new Map(), putBack: new Set([id]), onlyClean: true };
    placeAnswers(context, ledger, sheet, outcome, options, new RepairLog());
  });
}

/** The ledger's sheet, made again if it is gone. */
function openSheet(context: SyncContext, ledger: SheetLedger): number {
  const state = readIndex(context.host);
  if (!state) throw new NotSetUp("the workbook has no index");
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (meta && context.host.sheets().some(({ id }) => id === meta.sheet)) return meta.sheet;
  return repaired(context, ledger, state);
}

function repaired(context: SyncContext, ledger: SheetLedger, state: IndexState): number {
  const found = findLedgerSheet(context, state, ledger, new RepairLog());
  rememberSheet(state, ledger, found, found.cursor, context.reference?.version ?? "");
  saveIndex(context.host, state);
  return found.sheet;
}

/** Checked as the backend will check it, as far as fields go; then it stands in the sheet until it is sent. */
function keepPending(context: SyncContext, ledger: SheetLedger, request: SaveRequest): RowAnswer {
  const { host, workbook } = context;
  const { values: accepted, problems } = acceptValues(ledger.fields, request.values, workbook.timeZone);
  const missing = request.baseVersion === 0 ? missingFields(ledger.fields, accepted) : [];
  const found = [...problems, ...missing];
  if (found.length > 0) {
    return { status: "refused", version: null, serial: null, problems: found, current: null };
  }
  const sheet = openSheet(context, ledger);
  const state = readIndex(host);
  if (!state) throw new NotSetUp("the workbook has no index");
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  const lines = host.read(sheet);
  const { places } = locateColumns(lines[0] ?? [], sheetColumns(ledger), meta?.columns ?? []);
  const table = readLedgerSheet(ledger, sheet, lines, places);
  const entries = entriesOf(state, ledger.id);
  const known = entries.get(request.id);
  const unsent = { ...known?.note.unsent, ...hiddenValues(ledger, accepted) };
  const entry = {
    ...(known ?? { ...emptyEntry(request.id, ledger.version), version: request.baseVersion }),
    state: "pending" as const,
    note: Object.keys(unsent).length > 0 ? { unsent } : {},
  };
  entries.set(request.id, entry);
  const cells = givenCells(context, ledger, accepted);
  const existing = table.rows.find(({ id }) => id === request.id);
  const row = existing?.row ?? table.lastRow + 1;
  const writes: CellWrite[] = existing
    ? Object.entries(cells).map(([id, text]) => ({ row, column: places.get(id) ?? 0, text }))
    : rowWrites(table, row, cells, request.id);
  const words = systemWords(entry, wordsContext(context, ledger));
  for (const id of SYSTEM_IDS) writes.push({ row, column: places.get(id) ?? 0, text: words[id] });
  // Somebody else's run may send it.
  writes.push({ row, column: places.get("typedBy") ?? 0, text: context.user()?.email ?? "" });
  host.write(
    sheet,
    writes.filter(({ column }) => column > 0),
  );
  saveIndex(host, state);
  host.flush();
  const serial = entry.serial || temporaryNumber(request.id);
  return { status: "pending", version: known?.version ?? null, serial, problems: [], current: null };
}

/** Cells of the values given, and of no others. */
function givenCells(context: SyncContext, ledger: SheetLedger, values: Values): Record<string, string> {
  const names = referenceNames(ledger, context.reference);
  const cells = fieldCells(ledger, values, names);
  const given: Record<string, string> = {};
  fieldsInSheet(ledger).forEach(([id, field], at) => {
    if (Object.hasOwn(values, id)) given[id] = plainCell(cellText(cells[at] ?? ""), field);
  });
  return given;
}

function hiddenValues(ledger: SheetLedger, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([id]) => ledger.fields[id]?.hidden));
}
