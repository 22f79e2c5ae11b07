// Which ledgers stand as sheets in a workbook: those that the hall chose, else the ones that people fill in.
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { WorkbookMeta } from "../sync/index-shapes.ts";

/** A ledger that can be a sheet of this workbook at all. */
export function canBeKept(_ledger: SheetLedger, { mode }: Pick<WorkbookMeta, "mode">): boolean {
  return mode === "hall";
}

/** What is signed and submitted by verbs of its own is read elsewhere, unless the hall wants it here. */
export function isKeptUnasked({ written }: SheetLedger): boolean {
  return written !== "verbs";
}

export function keptLedgers(
  ledgers: readonly SheetLedger[],
  meta: Pick<WorkbookMeta, "mode" | "sheets">,
): readonly SheetLedger[] {
  const { sheets } = meta;
  return ledgers.filter(
    (ledger) => canBeKept(ledger, meta) && (sheets ? sheets.includes(ledger.id) : isKeptUnasked(ledger)),
  );
}
