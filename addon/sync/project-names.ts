// Hides personal names in a sheet at once when the workbook's projection changes; showing them again needs a sync.

import { fieldsInSheet, sheetColumns } from "../../shared/ledger/sheet-columns.ts";
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { Settings } from "../rpc-contract.ts";
import type { CellWrite, SheetHost } from "../sheets/sheet-host.ts";
import { projected } from "./incoming-row.ts";
import { ledgerMeta, readFact } from "./index-shapes.ts";
import { contentHash, readLedgerSheet } from "./ledger-sheet.ts";
import { locateColumns } from "./locate-columns.ts";
import { metaKey } from "./locate-sheet.ts";
import { entriesOf, type IndexState } from "./workbook-index.ts";

/** Rows that still have something to send keep their names until the backend has them. The index is not saved. */
export function projectNames(
  host: SheetHost,
  state: IndexState,
  ledger: SheetLedger,
  projection: Settings["projection"],
): void {
  const meta = readFact(state.meta.get(metaKey(ledger)), ledgerMeta());
  if (!meta || !host.sheets().some(({ id }) => id === meta.sheet)) return;
  // Whatever is hidden or shown now comes down again from the beginning of the feed.
  state.meta.set(metaKey(ledger), JSON.stringify({ ...meta, cursor: 0 }));
  const lines = host.read(meta.sheet);
  const { places } = locateColumns(lines[0] ?? [], sheetColumns(ledger), meta.columns);
  const entries = entriesOf(state, ledger.id);
  const writes: CellWrite[] = [];
  for (const row of readLedgerSheet(ledger, meta.sheet, lines, places).rows) {
    const entry = entries.get(row.id);
    if (!entry || entry.hash !== row.hash) continue;
    const cells: Record<string, string> = { ...row.cells };
    for (const [id, field] of fieldsInSheet(ledger)) {
      const column = places.get(id);
      const text = row.cells[id] ?? "";
      if (!field.personal || column === undefined) continue;
      const shown = projected(text, field.kind, projection);
      if (shown === text) continue;
      cells[id] = shown;
      writes.push({ row: row.row, column, text: shown });
    }
    entries.set(row.id, { ...entry, hash: contentHash(ledger, ledger.version, cells) });
  }
  host.write(meta.sheet, writes);
}
