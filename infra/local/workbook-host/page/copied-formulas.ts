// Univer pastes what it shows, and it shows results: this gives pasted cells back the formulas that were copied.
import type { Univer } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import type { CellEdit } from "../protocol/page-edits.ts";
import type { SheetView } from "./sheet-view.ts";

/** What is kept beside each copied cell's value, row by row. */
type Copied = readonly (readonly unknown[])[];

/** What was copied last inside the sheet, read when the paste begins: a cut empties its cells. */
export function copiedCells(univer: Univer, view: SheetView): Copied | undefined {
  const cache = univer.__getInjector().get(ISheetClipboardService).copyContentCache();
  const id = cache.getLastCopyId();
  const copied = id === null ? undefined : cache.get(id);
  const sheet = copied && view.workbook()?.getSheetBySheetId(copied.subUnitId);
  if (!copied || !sheet || !view.isShown(copied.unitId)) return undefined;
  const { rows, cols } = copied.range;
  return rows.map((row) => cols.map((column) => sheet.getCellRaw(row, column)?.custom));
}

/** The edits of a paste, with formulas as they read where they arrive. A paste of another shape is left alone. */
export function withFormulas(
  edits: readonly CellEdit[],
  copied: Copied,
  formulaAt: (row: number, column: number, custom: unknown) => string | undefined,
): CellEdit[] {
  const top = Math.min(...edits.map(({ row }) => row));
  const left = Math.min(...edits.map(({ column }) => column));
  const height = copied.length;
  const width = copied[0]?.length ?? 0;
  if (height === 0 || width === 0 || edits.length % (height * width) !== 0) return [...edits];
  return edits.map((edit) => {
    const custom = copied[(edit.row - top) % height]?.[(edit.column - left) % width];
    const formula = formulaAt(edit.row, edit.column, custom);
    return formula === undefined ? edit : { ...edit, entry: formula };
  });
}
