// Sorts and copies cells, carrying formulas along so that they still read their own row.
import { compareValues } from "../formula/formula-value.ts";
import { formulaMovedBy } from "../formula/rewrite-references.ts";
import type { Area } from "./area.ts";
import { type Cell, CellError, resultOf } from "./cell.ts";
import { type Edit, requireUnprotected } from "./edit.ts";
import type { Sheet } from "./sheet.ts";

export interface SortKey {
  /** Counted from zero on the sheet, not on the range. */
  readonly column: number;
  readonly ascending: boolean;
}

/** Blanks go last whatever the direction, as in Sheets. */
function compareCells(a: Cell | undefined, b: Cell | undefined, sign: number): number {
  const [x, y] = [resultOf(a), resultOf(b)];
  if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
  if (x instanceof CellError || y instanceof CellError) {
    return x instanceof CellError === y instanceof CellError ? 0 : x instanceof CellError ? 1 : -1;
  }
  if (typeof x === "string" && typeof y === "string") return x.localeCompare(y, "zh-CN") * sign;
  return compareValues(x, y) * sign;
}

/** Sorts the rows of an area. Entries, looks and notes move; validation rules stay with their places. */
export function sortRows(edit: Edit, sheet: Sheet, area: Area, keys: readonly SortKey[]): void {
  requireUnprotected(edit, sheet, area);
  edit.calculation.bringUpToDate();
  const lines = Array.from({ length: area.rows }, (_, index) => {
    const row = area.row + index;
    return { row, cells: Array.from({ length: area.columns }, (__, c) => sheet.cell(row, area.column + c)) };
  });
  const sorted = [...lines].sort((a, b) => {
    for (const { column, ascending } of keys) {
      const at = column - area.column;
      const order = compareCells(a.cells[at], b.cells[at], ascending ? 1 : -1);
      if (order !== 0) return order;
    }
    return 0;
  });
  const rules = lines.map((line) => line.cells.map((cell) => cell?.validation));
  const moved = sorted.map((line, index) =>
    line.cells.map((cell, c): Cell | undefined => {
      const validation = rules[index]?.[c];
      if (!cell) return validation ? { validation } : undefined;
      const formula = cell.formula && formulaMovedBy(cell.formula, area.row + index - line.row, 0);
      return { ...cell, formula, validation };
    }),
  );
  moved.forEach((cells, index) => {
    cells.forEach((cell, c) => {
      sheet.putCell(area.row + index, area.column + c, cell);
    });
  });
  edit.workbook.announceCells(sheet.id, area);
  edit.workbook.announce({ kind: "notes", sheetId: sheet.id });
}

export interface Copying {
  readonly contents: boolean;
  readonly formats: boolean;
  readonly validations: boolean;
  /** Formulas arrive as their results. */
  readonly asValues: boolean;
}

/** Copies an area; a larger target is filled by repetition, a smaller one grows to the source's size. */
export function copyCells(
  edit: Edit,
  from: Sheet,
  source: Area,
  to: Sheet,
  target: Area,
  what: Copying,
): Area {
  const rows = target.rows % source.rows === 0 ? target.rows : source.rows;
  const columns = target.columns % source.columns === 0 ? target.columns : source.columns;
  const area = { row: target.row, column: target.column, rows, columns };
  requireUnprotected(edit, to, area);
  edit.calculation.bringUpToDate();
  to.growTo(area.row + rows, area.column + columns);
  const copies = Array.from({ length: source.rows }, (_, r) =>
    Array.from({ length: source.columns }, (__, c) => ({ ...from.cell(source.row + r, source.column + c) })),
  );
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const [sr, sc] = [r % source.rows, c % source.columns];
      const original = copies[sr]?.[sc] ?? {};
      const [row, column] = [area.row + r, area.column + c];
      const cell: Cell = { ...to.cell(row, column) };
      if (what.contents) {
        const result = resultOf(original);
        cell.value = what.asValues && !(result instanceof CellError) ? result : original.value;
        cell.formula =
          what.asValues || original.formula === undefined
            ? undefined
            : formulaMovedBy(original.formula, row - (source.row + sr), column - (source.column + sc));
        cell.computed = undefined;
        if (!what.asValues) cell.note = original.note;
      }
      if (what.formats) cell.style = original.style;
      if (what.validations) cell.validation = original.validation;
      to.putCell(row, column, cell);
    }
  }
  edit.workbook.announceCells(to.id, area);
  if (what.contents) edit.workbook.announce({ kind: "notes", sheetId: to.id });
  if (what.validations) edit.workbook.announce({ kind: "validations", sheetId: to.id });
  return area;
}
