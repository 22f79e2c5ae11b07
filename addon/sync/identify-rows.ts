// Decides which row of a sheet is which record: after copying, inserting, sorting, deleting and typing over ids.
import type { LedgerSheet, SheetRow } from "./ledger-sheet.ts";
import type { RepairLog } from "./repairs.ts";
import { temporaryNumber } from "./row-words.ts";
import { isUuid } from "./uuid-source.ts";
import type { IndexEntry } from "./workbook-index.ts";

export interface IdentifiedRow extends SheetRow {
  /** What the id column held, when that is not the id. */
  readonly foundId: string;
}

export interface Identified {
  readonly rows: readonly IdentifiedRow[];
  /** Known rows that stand nowhere in the sheet. */
  readonly missing: readonly IndexEntry[];
}

/**
 * Every row gets an id that no other row has. An original keeps its id: the row whose content is the known one,
 * else the upper one.
 *
 * @param entries by id
 */
export function identifyRows(
  table: LedgerSheet,
  entries: ReadonlyMap<string, IndexEntry>,
  newId: () => string,
  repairs: RepairLog,
): Identified {
  const title = table.ledger.title.zh;
  const place = (row: SheetRow) => `${title} 第 ${row.row} 行`;
  const ids = new Map<SheetRow, string>();
  for (const [id, rows] of byId(table.rows)) {
    const original = rows.find(({ hash }) => hash === entries.get(id)?.hash) ?? rows[0];
    if (original) ids.set(original, id);
    for (const copy of rows.filter((row) => row !== original)) {
      const made = newId();
      ids.set(copy, made);
      repairs.add("idCopied", place(copy), entries.get(id)?.serial || id, temporaryNumber(made));
    }
  }
  const held = new Set(ids.values());
  const gone = new GoneRows([...entries.values()].filter(({ id }) => !held.has(id)));
  for (const row of table.rows.filter((one) => !ids.has(one))) {
    const known = gone.take(row);
    const id = known?.id ?? newId();
    ids.set(row, id);
    // An empty id is how a new row begins; anything else was typed or pasted there.
    if (known) repairs.add("idRestored", place(row), row.id, known.serial || known.id);
    else if (row.id !== "") repairs.add("idReplaced", place(row), row.id, temporaryNumber(id));
  }
  // A proper id that nobody knows stands where a known row's id was: the row is the known one all the same.
  for (const [row, id] of ids) {
    const known = entries.has(id) ? undefined : gone.take(row);
    if (!known) continue;
    ids.set(row, known.id);
    repairs.add("idRestored", place(row), row.id, known.serial || known.id);
  }
  const sorted = unsorted(ids, entries);
  if (sorted.size > 0) repairs.add("idsUnsorted", title, "", `${sorted.size} 行`);
  return {
    rows: table.rows.map((row) => ({
      ...row,
      id: sorted.get(row) ?? ids.get(row) ?? newId(),
      foundId: row.id,
    })),
    missing: gone.left(),
  };
}

function byId(rows: readonly SheetRow[]): Map<string, SheetRow[]> {
  const found = new Map<string, SheetRow[]>();
  for (const row of rows) {
    if (!isUuid(row.id)) continue;
    const same = found.get(row.id);
    if (same) same.push(row);
    else found.set(row.id, [row]);
  }
  return found;
}

/** Known rows that stand nowhere in the sheet, to be found again by number or by content. */
class GoneRows {
  private readonly entries: Map<string, IndexEntry>;
  private readonly byNumber = new Map<string, IndexEntry>();
  /** Null where several have the same content. */
  private readonly byHash = new Map<string, IndexEntry | null>();

  constructor(entries: readonly IndexEntry[]) {
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) {
      this.byNumber.set(entry.serial || temporaryNumber(entry.id), entry);
      if (entry.hash !== "") this.byHash.set(entry.hash, this.byHash.has(entry.hash) ? null : entry);
    }
  }

  take(row: SheetRow): IndexEntry | undefined {
    const { serial } = row.system;
    for (const found of [serial === "" ? undefined : this.byNumber.get(serial), this.byHash.get(row.hash)]) {
      if (found && this.entries.delete(found.id)) return found;
    }
    return undefined;
  }

  left(): IndexEntry[] {
    return [...this.entries.values()];
  }
}

/**
 * Rows whose content is, unchanged, that of another changed row: their ids stayed behind when other columns were
 * sorted. One row alone may simply have been edited; two or more are a pattern.
 */
function unsorted(
  ids: ReadonlyMap<SheetRow, string>,
  entries: ReadonlyMap<string, IndexEntry>,
): Map<SheetRow, string> {
  const changed = [...ids].filter(([row, id]) => {
    const entry = entries.get(id);
    return entry && entry.hash !== "" && entry.hash !== row.hash;
  });
  const byHash = new Map<string, string | null>();
  for (const [, id] of changed) {
    const hash = entries.get(id)?.hash ?? "";
    byHash.set(hash, byHash.has(hash) ? null : id);
  }
  const moved = new Map<SheetRow, string>();
  const free = new Set(changed.map(([, id]) => id));
  for (const [row] of changed) {
    const id = byHash.get(row.hash);
    if (id && free.delete(id)) moved.set(row, id);
  }
  if (moved.size < 2) return new Map();
  // Rows that were edited as well take what is left: their own id if it is free, else the one remaining.
  for (const [row, own] of changed) {
    if (moved.has(row)) continue;
    const id = free.has(own) ? own : [...free][0];
    if (id === undefined) continue;
    free.delete(id);
    moved.set(row, id);
  }
  return moved;
}
