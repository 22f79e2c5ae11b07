// One row and what the backend said of it: into the cells that are still as they were, and into the index.

import type { ReferenceNames } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { CellWrite } from "../sheets/sheet-host.ts";
import type { RowView, SyncResult } from "./backend-shapes.ts";
import type { Outcome } from "./exchange.ts";
import { cellsOfView, entryOfView } from "./incoming-row.ts";
import type { Cells, LedgerSheet, SheetRow } from "./ledger-sheet.ts";
import type { RepairLog } from "./repairs.ts";
import { temporaryNumber, type WordsContext } from "./row-words.ts";
import type { SyncContext } from "./sync-context.ts";
import { emptyEntry, type IndexEntry } from "./workbook-index.ts";

export interface PlaceOptions {
  /** The rows as they stood when the exchange began; a cell that differs now was typed meanwhile. */
  readonly before: ReadonlyMap<string, SheetRow>;
  /** Rows that take the backend's view although they were changed here: somebody chose so. */
  readonly overwrite?: ReadonlySet<string>;
  /** Rows that come into the sheet although they are old or were deleted here; answered rows among them. */
  readonly putBack?: ReadonlySet<string>;
  /** Answers do not come from the sheet's own cells: rows with changes of their own are left alone. */
  readonly onlyClean?: boolean;
  /** The sheet only shows what the backend has: rows that it does not know were typed there, and go. */
  readonly onlyShown?: boolean;
}

/** What a placing works on, and what it gathers. */
export interface Desk {
  readonly context: SyncContext;
  readonly ledger: SheetLedger;
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
  /** Ids whose view from the backend stands in the sheet now. */
  readonly shown: Set<string>;
}

/** Codes that say: this id belongs elsewhere. */
const FOREIGN = new Set(["foreign_record", "unknown_record"]);

/** True when the row got a new id. */
export function placeRow(desk: Desk, row: SheetRow): boolean {
  const { entries, outcome, options, ledger } = desk;
  const entry = entries.get(row.id);
  const result = outcome.results.get(row.id);
  const view = outcome.changes.get(row.id) ?? keptView(entry);
  const sent = options.before.get(row.id);
  if (options.onlyShown && !view && (entry?.version ?? 0) === 0) {
    clearRow(desk, row);
    return false;
  }
  if (options.onlyClean && entry && entry.hash !== row.hash) return false;
  if (result) return placeResult(desk, row, result, entry ?? emptyEntry(row.id, ledger.version), sent);
  const isClean = entry !== undefined && entry.hash === (sent ?? row).hash;
  if (view && (isClean || options.overwrite?.has(row.id))) {
    placeView(desk, row, sent ?? row, view, options.overwrite?.has(row.id) ?? false);
  } else if (!entry) {
    entries.set(row.id, emptyEntry(row.id, ledger.version));
  } else if (entry.hash === row.hash && !entry.note.unsent) {
    const state = entry.state === "voided" ? "voided" : "synced";
    if (entry.state !== state) entries.set(row.id, { ...entry, state, note: {} });
  } else if (entry.note.answered !== row.hash && entry.state !== "pending") {
    entries.set(row.id, { ...entry, state: "pending", note: lasting(entry) });
  }
  return false;
}

/** The entry may belong to another row of the same id. */
export function clearRow({ table, entries, writes }: Desk, { row, id }: SheetRow): void {
  for (const column of table.places.values()) writes.push({ row, column, text: "" });
  if (entries.get(id)?.version === 0) entries.delete(id);
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
    const theirs = current ? { theirs: current } : {};
    entries.set(row.id, {
      ...entry,
      state: "conflict",
      note: { ...lasting(entry), ...theirs, problems, answered },
    });
    return false;
  }
  if (problems.some(({ code }) => FOREIGN.has(code))) return renew(desk, row, entry);
  const isPending = row.hash !== answered;
  const state = isPending ? "pending" : "refused";
  entries.set(row.id, { ...entry, state, note: { ...lasting(entry), problems, answered } });
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
    else if (!isOurs && text !== then) {
      if (known) entries.set(row.id, { ...known, note: { ...known.note, theirs: view } });
      return;
    }
  }
  writes.push(...pending);
  desk.shown.add(view.id);
  const entry = settled(desk, row, wanted, view, pending);
  entries.set(row.id, entry);
  const typist = table.places.get("typedBy");
  // What was typed has arrived: the next change is somebody's anew.
  if (typist !== undefined && row.typedBy !== "" && entry.state !== "pending") {
    writes.push({ row: row.row, column: typist, text: "" });
  }
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

function keptView(entry: IndexEntry | undefined): RowView | undefined {
  const theirs = entry?.note.theirs;
  return entry && theirs && theirs.version > entry.version ? theirs : undefined;
}

/** What outlives an answer: the view that is kept for later, and values that still have to be sent. */
export function lasting({ note }: IndexEntry): IndexEntry["note"] {
  return {
    ...(note.theirs ? { theirs: note.theirs } : {}),
    ...(note.unsent ? { unsent: note.unsent } : {}),
  };
}
