// A ledger's sheet as read: its rows with ids, plain cell texts, system texts and hashes.

import type { Field } from "../../shared/ledger/field.ts";
import {
  fieldsInSheet,
  type SYSTEM_COLUMNS,
  type SystemColumnId,
} from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import { isMasked, plainCell } from "../sheets/cell-text.ts";
import { hashRow } from "./row-hash.ts";

export type Cells = Readonly<Record<string, string>>;
export type SystemCells = Readonly<Record<SystemColumnId, string>>;

export interface SheetRow {
  /** Counted from 1, the header's row included. */
  readonly row: number;
  readonly id: string;
  /** The address of whoever typed into it, as the spreadsheet knows it; empty where that is not known. */
  readonly typedBy: string;
  readonly cells: Cells;
  readonly system: SystemCells;
  readonly hash: string;
}

export interface LedgerSheet {
  readonly ledger: SheetLedger;
  readonly sheet: number;
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly SheetRow[];
  /** Rows whose fields are empty but which still carry an id, or words of ours. */
  readonly emptied: readonly SheetRow[];
  /** The last row that holds anything of ours. */
  readonly lastRow: number;
}

export const SYSTEM_IDS: readonly SystemColumnId[] = ["serial", "status", "dueDate", "sync", "hint"];
/** Fails to compile when a system column is added without a place above. */
SYSTEM_IDS satisfies readonly (keyof typeof SYSTEM_COLUMNS)[];

export function readLedgerSheet(
  ledger: SheetLedger,
  sheet: number,
  lines: readonly (readonly string[])[],
  places: ReadonlyMap<string, number>,
): LedgerSheet {
  const fields = fieldsInSheet(ledger).flatMap(([id, field]) => {
    const column = places.get(id);
    return column === undefined ? [] : [{ id, field, column }];
  });
  const idColumn = places.get("rowId");
  const rows: SheetRow[] = [];
  const emptied: SheetRow[] = [];
  let lastRow = 1;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? [];
    const cells: Record<string, string> = {};
    let filled = false;
    for (const { id, field, column } of fields) {
      const text = plainCell(line[column - 1] ?? "", field);
      cells[id] = text;
      if (text !== "") filled = true;
    }
    const id = idColumn === undefined ? "" : (line[idColumn - 1] ?? "").trim();
    const system = systemCells(line, places);
    if (!filled && id === "" && Object.values(system).every((text) => text === "")) continue;
    lastRow = at + 1;
    const row: SheetRow = {
      row: at + 1,
      id,
      typedBy: (line[(places.get("typedBy") ?? 0) - 1] ?? "").trim(),
      cells,
      system,
      hash: filled ? contentHash(ledger, ledger.version, cells) : "",
    };
    (filled ? rows : emptied).push(row);
  }
  return { ledger, sheet, places, rows, emptied, lastRow };
}

function systemCells(line: readonly string[], places: ReadonlyMap<string, number>): SystemCells {
  const text = (id: SystemColumnId) => (line[(places.get(id) ?? 0) - 1] ?? "").trim();
  return {
    serial: text("serial"),
    status: text("status"),
    dueDate: text("dueDate"),
    sync: text("sync"),
    hint: text("hint"),
  };
}

/** Masked personal values stand outside: they are neither changes nor sent. */
export function contentHash(ledger: SheetLedger, definition: number, cells: Cells): string {
  return hashRow(definition, cells, (id, text) => isMasked(text, findField(ledger, id)));
}

export function findField(ledger: SheetLedger, id: string): Field | null {
  return Object.hasOwn(ledger.fields, id) ? (ledger.fields[id] ?? null) : null;
}
