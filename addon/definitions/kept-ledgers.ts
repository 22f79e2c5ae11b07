// Which ledgers stand as sheets in a workbook: those that the hall chose, else the ones that its clerks fill in.
import type { SheetLedger } from "../../shared/ledger/sheet-ledger.ts";
import type { WorkbookMeta } from "../sync/index-shapes.ts";

/** A ledger that can be a sheet of a hall's workbook at all. */
export function canBeKept({ restricted, scope }: SheetLedger): boolean {
  return restricted !== true && scope !== "centre";
}

/** Clerks live in the spreadsheet; what only others enter, sign or submit stands here when the hall wants it. */
export function isKeptUnasked({ written, access }: SheetLedger): boolean {
  return written !== "verbs" && (access.upsert ?? []).includes("clerk");
}

/** Its rows are made by signing and submitting: the sheet shows them, and nothing in it is ever sent. */
export function isReadOnly({ written }: Pick<SheetLedger, "written">): boolean {
  return written === "verbs";
}

export function keptLedgers(
  ledgers: readonly SheetLedger[],
  { mode, sheets }: Pick<WorkbookMeta, "mode" | "sheets">,
): readonly SheetLedger[] {
  if (mode !== "hall") return [];
  return ledgers.filter(
    (ledger) => canBeKept(ledger) && (sheets ? sheets.includes(ledger.id) : isKeptUnasked(ledger)),
  );
}
