// The last third of a run, alone in the workbook: the sheet is read again, and answers go where their ids are now.
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { type ReferenceNames, sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { CellWrite } from "../sheets/sheet-host.ts";
import type { RowView, SyncResult } from "./backend-shapes.ts";
import type { Outcome } from "./exchange.ts";
import { cellsOfView, entryOfView } from "./incoming-row.ts";
import { ledgerMeta, readFact } from "./index-shapes.ts";
import { type Cells, type LedgerSheet, readLedgerSheet, type SheetRow, SYSTEM_IDS } from "./ledger-sheet.ts";
import { locateColumns } from "./locate-columns.ts";
import { metaKey } from "./locate-sheet.ts";
import { referenceNames } from "./reference-names.ts";
import type { RepairLog } from "./repairs.ts";
import { systemWords, temporaryNumber, type WordsContext } from "./row-words.ts";
import { calendarIn, type SyncContext, todayIn } from "./sync-context.ts";
import {
  emptyEntry,
  entriesOf,
  type IndexEntry,
  type IndexState,
  readIndex,
  saveIndex,
} from "./workbook-index.ts";

export interface PlaceOptions {
  /** The rows as they stood when the exchange began; a cell that differs now was typed meanwhile. */
  readonly before: ReadonlyMap<string, SheetRow>;
  /** Rows that take the backend's view although they were changed here: somebody chose so. */
  readonly overwrite?: ReadonlySet<string>;
  /** Rows that come into the sheet although they are old or were deleted here; answered rows among them. */
  readonly putBack?: ReadonlySet<string>;
  /** Answers do not come from the sheet's own cells: rows with changes of their own are left alone. */
  readonly onlyClean?: boolean;
}

export interface Placed {
  readonly rows: number;
  readonly pending: number;
  readonly received: number;
  /** Rows under a foreign id that got a new one: they have to be sent once more. */
  readonly renamed: number;
}

interface Desk {
  readonly context: SyncContext;
  readonly ledger: Ledger;
  readonly table: LedgerSheet;
  readonly entries: Map<string, IndexEntry>;
  readonly outcome: Outcome;
  readonly options: PlaceOptions;
  readonly writes: CellWrite[];
  readonly repairs: RepairLog;
  readonly names: ReferenceNames;
  readonly words: WordsContext;
  /** Ids that this run itself puts into the sheet. */
  readonly added: Set<string>;
}

/** Codes that say: this id belongs elsewhere. */
const FOREIGN = new Set(["foreign_record", "unknown_record"]);

/** For one ledger alone; the index is read and saved around it. */
export function placeAnswers(
  context: SyncContext,
  ledger: Ledger,
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
  ledger: Ledger,
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
  };
  // Without the id column nothing can be placed; the next run repairs it, and every answer can be had again.
  if (!places.has("rowId")) return { ...NOTHING_PLACED, rows: table.rows.length };
  let renamed = 0;
  const once = uniqueRows(table.rows);
  for (const row of once.values()) if (placeRow(desk, row)) renamed++;
  const received = appendRows(desk, once);
  noteMissing(desk, table.rows);
  writeWords(desk, once);
  host.write(sheet, desk.writes);
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

/** True when the row got a new id. */
function placeRow(desk: Desk, row: SheetRow): boolean {
  const { entries, outcome, options, ledger } = desk;
  const entry = entries.get(row.id);
  const result = outcome.results.get(row.id);
  const view = outcome.changes.get(row.id);
  const sent = options.before.get(row.id);
  if (options.onlyClean && entry && entry.hash !== row.hash) return false;
  if (result) return placeResult(desk, row, result, entry ?? emptyEntry(row.id, ledger.version), sent);
  const isClean = entry !== undefined && entry.hash === (sent ?? row).hash;
  if (view && (isClean || options.overwrite?.has(row.id))) {
    placeView(desk, row, sent ?? row, view, options.overwrite?.has(row.id) ?? false);
  } else if (!entry) {
    entries.set(row.id, emptyEntry(row.id, ledger.version));
  } else if (entry.hash === row.hash) {
    const state = entry.state === "voided" ? "voided" : "synced";
    if (entry.state !== state) entries.set(row.id, { ...entry, state, note: {} });
  } else if (entry.note.answered !== row.hash && entry.state !== "pending") {
    entries.set(row.id, { ...entry, state: "pending" });
  }
  return false;
}

function placeResult(
  desk: Desk,
  row: SheetRow,
  result: SyncResult,
  entry: IndexEntry,
  sent: SheetRow | undefined,
): boolean {
  const { entries } = desk;
  const { status, problems, current } = result;
  if (status === "accepted" || status === "unchanged" || status === "merged") {
    if (!current) return false;
    // A value that somebody changed after the backend had accepted ours is news as well.
    const isOurs = status === "accepted" && current.version === result.version;
    placeView(desk, row, sent ?? row, current, isOurs);
    return false;
  }
  const answered = (sent ?? row).hash;
  if (status === "conflict") {
    const note = current ? { problems, theirs: current, answered } : { problems, answered };
    entries.set(row.id, { ...entry, state: "conflict", note });
    return false;
  }
  if (problems.some(({ code }) => FOREIGN.has(code))) return renew(desk, row, entry);
  const isPending = row.hash !== answered;
  entries.set(row.id, { ...entry, state: isPending ? "pending" : "refused", note: { problems, answered } });
  return false;
}

/** The id is somebody else's: the row goes on under a new one, as a new row. */
function renew(desk: Desk, row: SheetRow, entry: IndexEntry): boolean {
  const { context, ledger, table, entries, writes, repairs } = desk;
  const id = context.newId();
  desk.added.add(id);
  const column = table.places.get("rowId") ?? 0;
  writes.push({ row: row.row, column, text: id });
  entries.delete(row.id);
  entries.set(id, {
    ...emptyEntry(id, ledger.version),
    note: entry.note.unsent ? { unsent: entry.note.unsent } : {},
  });
  const place = `${ledger.title.zh} 第 ${row.row} 行`;
  repairs.add("idForeign", place, entry.serial || row.id, temporaryNumber(id));
  return true;
}

/**
 * Puts a view into the cells that are still as they were; typing goes on during a fetch. Where both the backend and
 * a person changed one cell meanwhile, the whole row waits, so that the next run finds the contest.
 *
 * @param isOurs the view is what this sheet sent, or what somebody chose: later typing simply is the next change
 */
function placeView(desk: Desk, row: SheetRow, before: SheetRow, view: RowView, isOurs: boolean): void {
  const { ledger, table, entries, writes, context } = desk;
  const known = entries.get(row.id);
  // Another run has placed something newer.
  if (known && known.version > view.version) return;
  const wanted = cellsOfView(ledger, view, desk.names, context.workbook.projection);
  const pending: CellWrite[] = [];
  for (const [id, text] of Object.entries(wanted)) {
    const column = table.places.get(id);
    const now = row.cells[id] ?? "";
    if (column === undefined || now === text) continue;
    const then = before.cells[id] ?? "";
    if (now === then) pending.push({ row: row.row, column, text });
    else if (!isOurs && text !== then) return;
  }
  writes.push(...pending);
  entries.set(row.id, settled(desk, row, wanted, view, pending));
}

/** The entry after placing; a cell that was typed meanwhile keeps the row waiting. */
function settled(
  { ledger, table }: Desk,
  row: SheetRow,
  wanted: Cells,
  view: RowView,
  placed: readonly CellWrite[],
): IndexEntry {
  const entry = entryOfView(ledger, view, wanted);
  const columns = new Set(placed.map(({ column }) => column));
  const typed = Object.entries(wanted).some(([id, text]) => {
    const column = table.places.get(id);
    return column !== undefined && !columns.has(column) && (row.cells[id] ?? "") !== text;
  });
  return typed ? { ...entry, state: "pending" } : entry;
}

/** Rows that came into being elsewhere go below the last one, in the order of their numbers. */
function appendRows(desk: Desk, present: ReadonlyMap<string, SheetRow>): number {
  const { ledger, table, entries, outcome, options, context, writes } = desk;
  const inSheet = new Set(table.rows.map(({ id }) => id));
  const year = todayIn(context).slice(0, 4);
  const answered = [...outcome.results.values()].flatMap(({ id, current }) =>
    id && current && options.putBack?.has(id) ? [current] : [],
  );
  const fresh = [...outcome.changes.values(), ...answered]
    .filter(({ id }) => !present.has(id) && !inSheet.has(id))
    .filter((view) => options.putBack?.has(view.id) || isInWindow(view, year, entries.has(view.id)))
    .sort((a, b) => a.serial.localeCompare(b.serial));
  fresh.forEach((view, at) => {
    const row = table.lastRow + 1 + at;
    const cells = cellsOfView(ledger, view, desk.names, context.workbook.projection);
    const entry = entryOfView(ledger, view, cells);
    entries.set(view.id, entry);
    desk.added.add(view.id);
    writes.push(...rowWrites(table, row, cells, view.id));
    writeSystem(desk, row, entry, null);
  });
  return fresh.length;
}

/** A sheet holds what is open, and this year's; a row that was deleted here stays away until it is put back. */
function isInWindow(view: RowView, year: string, isKnown: boolean): boolean {
  if (isKnown || view.voided) return false;
  return view.open || view.serial.slice(0, 4) >= year;
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
      entries.set(id, { ...entry, state: "missing", note: {} });
    }
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

export function wordsContext(context: SyncContext, ledger: Ledger): WordsContext {
  return {
    ledger,
    today: todayIn(context),
    calendar: calendarIn(context),
    locale: context.workbook.locale,
  };
}

/** Two runs at once: the feed is taken for read as far as the one that read further. */
export function rememberCursor(state: IndexState, ledger: Ledger, { cursor }: Outcome): void {
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (!meta || cursor === null || cursor <= meta.cursor) return;
  state.meta.set(metaKey(ledger), JSON.stringify({ ...meta, cursor }));
}
