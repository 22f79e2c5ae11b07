// The first half of a run, alone in the workbook: repairs the sheet, gives every row its id, finds what changed.
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isReadOnly } from "../definitions/kept-ledgers.ts";
import { plainCell } from "../sheets/cell-text.ts";
import type { CellWrite } from "../sheets/sheet-host.ts";
import { type IdentifiedRow, identifyRows } from "./identify-rows.ts";
import { type Cells, contentHash, type LedgerSheet, readLedgerSheet, SYSTEM_IDS } from "./ledger-sheet.ts";
import { type FoundSheet, findLedgerSheet, rememberSheet } from "./locate-sheet.ts";
import { wordsContext } from "./place-answers.ts";
import type { RepairLog } from "./repairs.ts";
import { KNOWN_SYNC_WORDS, systemWords, temporaryNumber } from "./row-words.ts";
import { leaversOf } from "./sheet-window.ts";
import type { SyncContext } from "./sync-context.ts";
import { entriesOf, type IndexEntry, type IndexState, readIndex, saveIndex } from "./workbook-index.ts";

export interface Prepared {
  readonly found: FoundSheet;
  /** By id, as they stood when the run began. */
  readonly rows: ReadonlyMap<string, IdentifiedRow>;
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Rows whose content is not what the backend was last known to hold. */
  readonly changed: readonly IdentifiedRow[];
  /** The sheet already says what the index knows: without news there is nothing to write. */
  readonly isTidy: boolean;
}

/** Rows whose drop-downs and formats are looked at; more at once is slow for one call. */
const MAX_RULE_ROWS = 2000;

export class NotSetUp extends Error {}

/** For one ledger alone; the index is read and saved around it. */
export function prepareRun(context: SyncContext, ledger: SheetLedger, repairs: RepairLog): Prepared {
  const state = readIndex(context.host);
  if (!state) throw new NotSetUp("the workbook has no index");
  const prepared = prepareLedger(context, state, ledger, repairs);
  saveIndex(context.host, state);
  return prepared;
}

/** The caller saves the index afterwards. */
export function prepareLedger(
  context: SyncContext,
  state: IndexState,
  ledger: SheetLedger,
  repairs: RepairLog,
): Prepared {
  const { host } = context;
  const found = findLedgerSheet(context, state, ledger, repairs);
  const entries = entriesOf(state, ledger.id);
  if (found.recreated) forgetLostSheet(entries, ledger, repairs);
  let table = readLedgerSheet(ledger, found.sheet, found.lines, found.places);
  migrate(ledger, found, table, entries);
  if (isReadOnly(ledger)) return prepareShown(context, state, found, table, entries, repairs);
  const identified = identifyRows(table, entries, context.newId, repairs);
  let rows = identified.rows;
  let changed = changedRows(rows, entries);
  if (restoreRules(context, found, changed, ledger, repairs)) {
    table = readLedgerSheet(ledger, found.sheet, host.read(found.sheet), found.places);
    const ids = new Map(rows.map(({ row, id }) => [row, id]));
    rows = table.rows.map((row) => ({ ...row, foundId: row.id, id: ids.get(row.row) ?? row.id }));
    changed = changedRows(rows, entries);
  }
  const isTidy = compareWords(context, ledger, rows, entries, found, repairs);
  const wroteIds = writeIds(context, found, table, rows);
  rememberSheet(state, ledger, found, found.cursor, context.reference?.version ?? "");
  return {
    found,
    rows: new Map(rows.map((row) => [row.id, row])),
    entries: new Map(entries),
    changed,
    isTidy:
      isTidy &&
      !wroteIds &&
      changed.length === 0 &&
      leaversOf(context, ledger, rows, entries, found.lines, found.places).length === 0 &&
      identified.missing.every((entry) => entry.state === "missing") &&
      rows.every(({ id }) => isSettled(entries.get(id))),
  };
}

/**
 * A sheet that only shows is never sent. Where somebody typed into it, or rows are gone, it comes down again as a
 * whole: what stands in it is the backend's.
 */
function prepareShown(
  context: SyncContext,
  state: IndexState,
  found: FoundSheet,
  table: LedgerSheet,
  entries: Map<string, IndexEntry>,
  repairs: RepairLog,
): Prepared {
  const { ledger } = table;
  const present = new Set(table.rows.map(({ id }) => id));
  const changed = table.rows.filter(({ id, hash }) => entries.get(id)?.hash !== hash);
  const gone = [...entries.keys()].filter((id) => !present.has(id));
  for (const id of gone) entries.delete(id);
  const isDamaged = changed.length + gone.length > 0;
  if (isDamaged) repairs.add("readOnlyTyped", ledger.title.zh, "", `${changed.length + gone.length} 行`);
  const cursor = isDamaged ? 0 : found.cursor;
  rememberSheet(state, ledger, found, cursor, context.reference?.version ?? "");
  const rows = new Map(table.rows.map((row) => [row.id, { ...row, foundId: row.id }]));
  const isTidy =
    !isDamaged && leaversOf(context, ledger, table.rows, entries, found.lines, found.places).length === 0;
  return { found: { ...found, cursor }, rows, entries: new Map(entries), changed: [], isTidy };
}

function changedRows(rows: readonly IdentifiedRow[], entries: ReadonlyMap<string, IndexEntry>) {
  return rows.filter(({ id, hash }) => {
    const entry = entries.get(id);
    return entry?.hash !== hash || entry.note.unsent !== undefined;
  });
}

function isSettled(entry: IndexEntry | undefined): boolean {
  return (entry?.state === "synced" || entry?.state === "voided") && !entry.note.theirs;
}

/** A sheet that was made again holds nothing yet: its rows are not missing, they come down anew. */
function forgetLostSheet(entries: Map<string, IndexEntry>, ledger: SheetLedger, repairs: RepairLog): void {
  for (const { id, version } of entries.values()) {
    if (version === 0) repairs.add("pendingLost", ledger.title.zh, temporaryNumber(id), "");
  }
  entries.clear();
}

/** Clean rows of an older definition get the hash of the present one, so that a migration changes no row. */
function migrate(
  ledger: SheetLedger,
  found: FoundSheet,
  table: LedgerSheet,
  entries: Map<string, IndexEntry>,
): void {
  const old = table.rows.flatMap((row) => {
    const entry = entries.get(row.id);
    return entry && entry.hash !== "" && entry.definition !== ledger.version ? [{ row, entry }] : [];
  });
  for (const { row, entry } of old) {
    const line = found.lines[row.row - 1] ?? [];
    const retired = [...found.retired].map(([id, column]) => [id, plainCell(line[column - 1] ?? "", null)]);
    const cells: Cells = { ...row.cells, ...Object.fromEntries(retired) };
    if (contentHash(ledger, entry.definition, cells) !== entry.hash) continue;
    entries.set(entry.id, { ...entry, hash: row.hash, definition: ledger.version });
  }
}

function restoreRules(
  { host }: SyncContext,
  found: FoundSheet,
  changed: readonly IdentifiedRow[],
  ledger: SheetLedger,
  repairs: RepairLog,
): boolean {
  const numbers = changed.map(({ row }) => row);
  if (numbers.length === 0) return false;
  const first = Math.min(...numbers.slice(0, MAX_RULE_ROWS));
  const last = Math.max(...numbers.slice(0, MAX_RULE_ROWS));
  const rows = Math.min(last - first + 1, MAX_RULE_ROWS);
  const foreign = host.foreignRules(found.sheet, found.layout, first, rows);
  if (foreign.length === 0) return false;
  for (const { row, column } of foreign) {
    const shown = found.lines[row - 1]?.[column - 1] ?? "";
    repairs.add("rulesPasted", `${ledger.title.zh} 第 ${row} 行`, shown, shown);
  }
  host.restoreRules(found.sheet, found.layout);
  return true;
}

/** Reports system cells that were typed over; true when every one of them says what it should. */
function compareWords(
  context: SyncContext,
  ledger: SheetLedger,
  rows: readonly IdentifiedRow[],
  entries: ReadonlyMap<string, IndexEntry>,
  found: FoundSheet,
  repairs: RepairLog,
): boolean {
  const words = wordsContext(context, ledger);
  let isTidy = true;
  for (const row of rows) {
    const entry = entries.get(row.id);
    // Copies and restored rows carry the words of another row.
    if (!entry || row.id !== row.foundId || entry.state === "missing") {
      isTidy = false;
      continue;
    }
    const expected = systemWords(entry, words);
    for (const id of SYSTEM_IDS) {
      if (row.system[id] === expected[id]) continue;
      isTidy = false;
      // A row that was never accepted may still carry the words of the row it was made from.
      if (id === "hint" || found.blank.has(id) || entry.version === 0) continue;
      if (id === "sync" && KNOWN_SYNC_WORDS.has(row.system[id])) continue;
      repairs.add("systemTyped", `${ledger.title.zh} 第 ${row.row} 行`, row.system[id], expected[id]);
    }
  }
  return isTidy;
}

/** Ids are in the sheet before anything is sent: two runs at once never send one row under two ids. */
function writeIds(
  { host }: SyncContext,
  found: FoundSheet,
  table: LedgerSheet,
  rows: readonly IdentifiedRow[],
): boolean {
  const column = found.places.get("rowId");
  if (column === undefined) return false;
  const writes: CellWrite[] = rows
    .filter(({ id, foundId }) => id !== foundId)
    .map(({ row, id }) => ({ row, column, text: id }));
  const ours = [
    column,
    found.places.get("typedBy") ?? column,
    ...SYSTEM_IDS.flatMap((id) => found.places.get(id) ?? []),
  ];
  // A row emptied by hand is gone; what the add-on wrote into it goes as well.
  for (const { row } of table.emptied) writes.push(...ours.map((at) => ({ row, column: at, text: "" })));
  host.write(found.sheet, writes);
  return writes.length > 0;
}
