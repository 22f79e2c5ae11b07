// Rewrites the references of a formula: after rows or columns move, when it is copied, when a sheet is renamed.
import { columnLetters, quotedSheetName } from "../model/a1.ts";
import { areaAfterShift, type Dimension } from "../model/area.ts";
import type { CellRef } from "./syntax-tree.ts";
import { FormulaSyntaxError, tokenize } from "./tokenizer.ts";

/** A reference as text, as it would be typed. */
export function referenceText(ref: CellRef): string {
  const [fixedStartRow, fixedStartColumn, fixedEndRow, fixedEndColumn] = ref.fixed;
  const part = (
    column: number | undefined,
    row: number | undefined,
    fixedColumn: boolean,
    fixedRow: boolean,
  ): string =>
    (column === undefined ? "" : `${fixedColumn ? "$" : ""}${columnLetters(column)}`) +
    (row === undefined ? "" : `${fixedRow ? "$" : ""}${row + 1}`);
  const start = part(ref.startColumn, ref.startRow, fixedStartColumn, fixedStartRow);
  const end = part(ref.endColumn, ref.endRow, fixedEndColumn, fixedEndRow);
  const sheet = ref.sheetName === undefined ? "" : `${quotedSheetName(ref.sheetName)}!`;
  return ref.isRange ? `${sheet}${start}:${end}` : sheet + start;
}

/** Replaces each reference by what `rewrite` gives: undefined makes it #REF!. A broken formula is left alone. */
export function rewriteReferences(formula: string, rewrite: (ref: CellRef) => CellRef | undefined): string {
  let result = "";
  let done = 0;
  try {
    for (const token of tokenize(formula)) {
      if (token.kind !== "reference" || !token.ref) continue;
      const next = rewrite(token.ref);
      if (next === token.ref) continue;
      result += formula.slice(done, token.start) + (next === undefined ? "#REF!" : referenceText(next));
      done = token.end;
    }
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return formula;
    throw error;
  }
  return result + formula.slice(done);
}

const far = 10_000_000;

/** The formula as it reads after lines of a sheet were inserted (count > 0) or deleted (count < 0). */
export function formulaAfterShift(
  formula: string,
  ownSheetName: string,
  shiftedSheetName: string,
  dimension: Dimension,
  at: number,
  count: number,
): string {
  return rewriteReferences(formula, (ref) => {
    const sheetName = ref.sheetName ?? ownSheetName;
    if (sheetName.toLowerCase() !== shiftedSheetName.toLowerCase()) return ref;
    const row = ref.startRow ?? 0;
    const column = ref.startColumn ?? 0;
    const before = {
      row,
      column,
      rows: (ref.endRow ?? far) - row + 1,
      columns: (ref.endColumn ?? far) - column + 1,
    };
    const after = areaAfterShift(before, dimension, at, count);
    if (!after) return undefined;
    return {
      ...ref,
      startRow: ref.startRow === undefined ? undefined : after.row,
      startColumn: ref.startColumn === undefined ? undefined : after.column,
      endRow: ref.endRow === undefined ? undefined : after.row + after.rows - 1,
      endColumn: ref.endColumn === undefined ? undefined : after.column + after.columns - 1,
    };
  });
}

/** The formula as it reads when copied `rows` down and `columns` to the right: parts without $ move along. */
export function formulaMovedBy(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (ref) => {
    const [fixedStartRow, fixedStartColumn, fixedEndRow, fixedEndColumn] = ref.fixed;
    const move = (value: number | undefined, isFixed: boolean, by: number): number | undefined =>
      value === undefined || isFixed ? value : value + by;
    const moved = {
      ...ref,
      startRow: move(ref.startRow, fixedStartRow, rows),
      startColumn: move(ref.startColumn, fixedStartColumn, columns),
      endRow: move(ref.endRow, fixedEndRow, rows),
      endColumn: move(ref.endColumn, fixedEndColumn, columns),
    };
    const outside = [moved.startRow, moved.startColumn, moved.endRow, moved.endColumn].some(
      (value) => value !== undefined && value < 0,
    );
    return outside ? undefined : moved;
  });
}

/** The formula after a sheet got a new name. */
export const formulaAfterRename = (formula: string, oldName: string, newName: string): string =>
  rewriteReferences(formula, (ref) =>
    ref.sheetName?.toLowerCase() === oldName.toLowerCase() ? { ...ref, sheetName: newName } : ref,
  );
