// The last third of a run, alone in the workbook: the sheet is read again, and answers go where their ids are now.

import { sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { CellWrite } from "../sheets/sheet-host.ts";
import type { Outcome } from "./exchange.ts";
import { cellsOfView, entryOfView } from "./incoming-row.ts";
import { ledgerMeta, readFact } from "./index-shapes.ts";
import { type Cells, type LedgerSheet, readLedgerSheet, type SheetRow, SYSTEM_IDS } from "./ledger-sheet.ts";
import { locateColumns } from "./locate-columns.ts";
import { metaKey } from "./locate-sheet.ts";
import { clearRow, type Desk, lasting, type PlaceOptions, placeRow } from "./place-row.ts";
import { referenceNames } from "./reference-names.ts";
import type { RepairLog } from "./repairs.ts";
import { systemWords, temporaryNumber, type WordsContext } from "./row-words.ts";
import { isInWindow, leaversOf, takeOut } from "./sheet-window.ts";
import { calendarIn, type SyncContext, todayIn } from "./sync-context.ts";
import { entriesOf, type IndexEntry, type IndexState, readIndex, saveIndex } from "./workbook-index.ts";

export interface Placed {
  readonly rows: number;
  readonly pending: number;
  readonly received: number;
  /** Rows under a foreign id that got a new one: they have to be sent once more. */
  readonly renamed: number;
}

/** For one ledger alone; the index is read and saved around it. */
export function placeAnswers(
  context: SyncContext,
  ledger: SheetLedger,
  sheet: number,
  outcome: Outcome,
  options: PlaceOptions,
  repairs: RepairLog,
): Placed {
  const state = readIndex(context.host);
  if (!state) return NOTHING_PLACED;
  const placed = placeLedger(context, state, ledger, sheet, outcome, options, repairs);
  saveIndex(context.host, state);
  context.host.flush();
  return placed;
}

const NOTHING_PLACED: Placed = { rows: 0, pending: 0, received: 0, renamed: 0 };

/** The caller saves the index afterwards. */
export function placeLedger(
  context: SyncContext,
  state: IndexState,
  ledger: SheetLedger,
  sheet: number,
  outcome: Outcome,
  options: PlaceOptions,
  repairs: RepairLog,
): Placed {
  const { host } = context;
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  const lines = host.read(sheet);
  const { places } = locateColumns(lines[0] ?? [], sheetColumns(ledger), meta?.columns ?? []);
  const table = readLedgerSheet(ledger, sheet, lines, places);
  const desk: Desk = {
    context,
    ledger,
    table,
    entries: entriesOf(state, ledger.id),
    outcome,
    options,
    writes: [],
    repairs,
    names: referenceNames(ledger, context.reference),
    words: wordsContext(context, ledger),
    added: new Set(),
    shown: new Set(),
  };
  // Without the id column nothing can be placed; the next run repairs it, and every answer can be had again.
  if (!places.has("rowId")) return { ...NOTHING_PLACED, rows: table.rows.length };
  let renamed = 0;
  const once = options.onlyShown ? firstRows(desk) : uniqueRows(table.rows);
  for (const row of once.values()) if (placeRow(desk, row)) renamed++;
  const received = appendRows(desk, once);
  noteMissing(desk, table.rows);
  keepForLater(desk);
  writeWords(desk, once);
  host.write(sheet, desk.writes);
  leaveWindow(desk, once, lines);
  rememberCursor(state, ledger, outcome);
  const pending = [...desk.entries.values()].filter((entry) => entry.state === "pending").length;
  return { rows: table.rows.length + received, pending, received: outcome.changes.size, renamed };
}

/** Rows by id; an id that now stands twice is left for the next run, which tells copy from original. */
function uniqueRows(rows: readonly SheetRow[]): Map<string, SheetRow> {
  const found = new Map<string, SheetRow>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (row.id === "") continue;
    if (found.has(row.id)) twice.add(row.id);
    found.set(row.id, row);
  }
  for (const id of twice) found.delete(id);
  return found;
}

/** Of a sheet that only shows: the first row of each id; what was copied, emptied or typed beside them goes. */
function firstRows(desk: Desk): Map<string, SheetRow> {
  const found = new Map<string, SheetRow>();
  for (const row of desk.table.rows) {
    if (row.id !== "" && !found.has(row.id)) found.set(row.id, row);
    else clearRow(desk, row);
  }
  for (const row of desk.table.emptied) clearRow(desk, row);
  return found;
}

/** Old closed rows, which the backend has exactly as they are, make room. */
function leaveWindow(desk: Desk, once: ReadonlyMap<string, SheetRow>, lines: readonly string[][]): void {
  const { context, ledger, table, entries, options } = desk;
  const rows = [...once.values()].filter(({ id }) => !options.putBack?.has(id));
  const leavers = leaversOf(context, ledger, rows, entries, lines, table.places);
  const idColumn = table.places.get("rowId") ?? 0;
  for (const id of takeOut(context.host, table.sheet, idColumn, leavers)) entries.delete(id);
}

/** Rows that came into being elsewhere go below the last one, in the order of their numbers. */
function appendRows(desk: Desk, present: ReadonlyMap<string, SheetRow>): number {
  const { ledger, table, entries, outcome, options, context, writes } = desk;
  const inSheet = new Set(table.rows.map(({ id }) => id));
  const answered = [...outcome.results.values()].flatMap(({ id, current }) =>
    id && current && options.putBack?.has(id) ? [current] : [],
  );
  const fresh = [...outcome.changes.values(), ...answered]
    .filter(({ id }) => !present.has(id) && !inSheet.has(id))
    .filter((view) => options.putBack?.has(view.id) || isInWindow(context, view, entries.has(view.id)))
    .sort((a, b) => a.serial.localeCompare(b.serial));
  fresh.forEach((view, at) => {
    const row = table.lastRow + 1 + at;
    const cells = cellsOfView(ledger, view, desk.names, context.workbook.projection);
    const entry = entryOfView(ledger, view, cells);
    entries.set(view.id, entry);
    desk.added.add(view.id);
    desk.shown.add(view.id);
    writes.push(...rowWrites(table, row, cells, view.id));
    writeSystem(desk, row, entry, null);
  });
  return fresh.length;
}

export function rowWrites(
  table: Pick<LedgerSheet, "places">,
  row: number,
  cells: Cells,
  id: string,
): CellWrite[] {
  const writes: CellWrite[] = [];
  for (const [field, text] of Object.entries(cells)) {
    const column = table.places.get(field);
    if (column !== undefined && text !== "") writes.push({ row, column, text });
  }
  writes.push({ row, column: table.places.get("rowId") ?? 0, text: id });
  return writes;
}

function noteMissing({ entries, ledger, repairs, added }: Desk, rows: readonly SheetRow[]): void {
  const present = new Set(rows.map(({ id }) => id));
  for (const [id, entry] of [...entries]) {
    if (present.has(id) || added.has(id) || entry.state === "missing") continue;
    if (entry.version === 0) {
      entries.delete(id);
      repairs.add("pendingLost", ledger.title.zh, temporaryNumber(id), "");
    } else if (entry.state === "voided") {
      entries.delete(id);
    } else {
      entries.set(id, { ...entry, state: "missing", note: lasting(entry) });
    }
  }
}

/**
 * The feed is read once. A view that could not be shown (the row has changes of its own, or is not there) is kept, so
 * that it comes to light when the row's own changes are taken back.
 */
function keepForLater({ entries, outcome, shown }: Desk): void {
  for (const view of outcome.changes.values()) {
    const entry = entries.get(view.id);
    if (!entry || shown.has(view.id) || entry.version >= view.version) continue;
    entries.set(view.id, { ...entry, note: { ...entry.note, theirs: view } });
  }
}

/** Brings the system columns up to date: numbers, status, due date, sync state and hints, in words. */
function writeWords(desk: Desk, rows: ReadonlyMap<string, SheetRow>): void {
  for (const [id, row] of rows) {
    const entry = desk.entries.get(id);
    if (entry) writeSystem(desk, row.row, entry, row);
  }
}

function writeSystem(desk: Desk, row: number, entry: IndexEntry, shown: SheetRow | null): void {
  const { table, writes } = desk;
  const words = systemWords(entry, desk.words);
  for (const id of SYSTEM_IDS) {
    const column = table.places.get(id);
    if (column === undefined || shown?.system[id] === words[id]) continue;
    if (shown !== null || words[id] !== "") writes.push({ row, column, text: words[id] });
  }
}

export function wordsContext(context: SyncContext, ledger: SheetLedger): WordsContext {
  return {
    ledger,
    today: todayIn(context),
    calendar: calendarIn(context),
    locale: context.workbook.locale,
  };
}

/** Two runs at once: the feed is taken for read as far as the one that read further. */
export function rememberCursor(state: IndexState, ledger: SheetLedger, { cursor }: Outcome): void {
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (!meta || cursor === null || cursor <= meta.cursor) return;
  state.meta.set(metaKey(ledger), JSON.stringify({ ...meta, cursor }));
}
