// The backend's view of a row as the texts that its cells should show, under the workbook's projection of names.

import { fieldCells, fieldsInSheet, type ReferenceNames } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { Settings } from "../rpc-contract.ts";
import { cellText, plainCell } from "../sheets/cell-text.ts";
import type { RowView } from "./backend-shapes.ts";
import { type Cells, contentHash } from "./ledger-sheet.ts";
import type { IndexEntry } from "./workbook-index.ts";

export function cellsOfView(
  ledger: SheetLedger,
  view: Pick<RowView, "values">,
  names: ReferenceNames,
  projection: Settings["projection"],
): Cells {
  const cells = fieldCells(ledger, view.values, names);
  return Object.fromEntries(
    fieldsInSheet(ledger).map(([id, field], at) => {
      const text = plainCell(cellText(cells[at] ?? ""), field);
      return [id, field.personal ? projected(text, field.kind, projection) : text];
    }),
  );
}

/** Names in full, as `张**`, or not at all; coded values such as `@anonymous` say nothing about anybody. */
export function projected(text: string, kind: string, projection: Settings["projection"]): string {
  if (projection === "full" || text === "" || text.startsWith("@")) return text;
  return projection === "surname" && kind === "text" ? `${[...text][0] ?? ""}**` : "***";
}

/** What the index keeps of a row once sheet and backend agree on it. */
export function entryOfView(ledger: SheetLedger, view: RowView, cells: Cells): IndexEntry {
  return {
    id: view.id,
    version: view.version,
    hash: contentHash(ledger, ledger.version, cells),
    definition: ledger.version,
    serial: view.serial,
    status: view.status,
    due: view.dueDate ?? "",
    open: view.open && !view.endedOn,
    state: view.voided ? "voided" : "synced",
    note: {},
  };
}
