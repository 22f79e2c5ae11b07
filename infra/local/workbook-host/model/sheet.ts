// One sheet: a grid of cells with its row and column properties; knows nothing of users or formulas.
import type { Area } from "./area.ts";
import { type Cell, hasContent, isPlainBlank } from "./cell.ts";
import type { EmbeddedChart } from "./chart.ts";
import type { ConditionalRule } from "./conditional-rule.ts";
import type { Protection } from "./protection.ts";

export const defaultRowHeight = 21;
export const defaultColumnWidth = 100;

/** Properties of a row or column that are not the defaults. */
export interface Line {
  size?: number | undefined;
  hidden?: boolean | undefined;
}

export class Sheet {
  readonly id: number;
  name: string;
  hidden = false;
  tabColor: string | undefined;
  frozenRows = 0;
  frozenColumns = 0;
  maxRows: number;
  maxColumns: number;
  /** Sparse: a missing row or cell is blank. */
  readonly cells: ((Cell | undefined)[] | undefined)[] = [];
  readonly rowLines: (Line | undefined)[] = [];
  readonly columnLines: (Line | undefined)[] = [];
  merges: Area[] = [];
  protections: Protection[] = [];
  conditionalRules: ConditionalRule[] = [];
  charts: EmbeddedChart[] = [];
  /** Cells with a formula, so that recalculation does not walk the whole grid. */
  readonly formulaCells = new Set<Cell>();
  /** Grows whenever a formula comes, goes, changes or moves. */
  formulaVersion = 0;

  constructor(id: number, name: string, maxRows = 1000, maxColumns = 26) {
    this.id = id;
    this.name = name;
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.cells[row]?.[column];
  }

  /** The cell, made if it was blank. */
  ensureCell(row: number, column: number): Cell {
    let line = this.cells[row];
    if (!line) {
      line = [];
      this.cells[row] = line;
    }
    let cell = line[column];
    if (!cell) {
      cell = {};
      line[column] = cell;
    }
    return cell;
  }

  putCell(row: number, column: number, cell: Cell | undefined): void {
    const previous = this.cell(row, column);
    if (previous?.formula !== undefined) {
      this.formulaCells.delete(previous);
      this.formulaVersion += 1;
    }
    if (cell === undefined || isPlainBlank(cell)) {
      const line = this.cells[row];
      if (line) line[column] = undefined;
      return;
    }
    let line = this.cells[row];
    if (!line) {
      line = [];
      this.cells[row] = line;
    }
    line[column] = cell;
    if (cell.formula !== undefined) {
      this.formulaCells.add(cell);
      this.formulaVersion += 1;
    }
  }

  /** Sets or clears the entry, keeping looks, note and rule. */
  putEntry(row: number, column: number, entry: Pick<Cell, "value" | "formula">): void {
    const isBlank = entry.value === undefined && entry.formula === undefined;
    if (isBlank && !this.cell(row, column)) return;
    const cell = this.ensureCell(row, column);
    cell.value = entry.value;
    cell.computed = undefined;
    if (cell.formula !== entry.formula) this.formulaVersion += 1;
    if (cell.formula !== undefined && entry.formula === undefined) this.formulaCells.delete(cell);
    cell.formula = entry.formula;
    if (entry.formula !== undefined) this.formulaCells.add(cell);
    if (isBlank && isPlainBlank(cell)) this.putCell(row, column, undefined);
  }

  *cellsIn(area: Area): Generator<{ row: number; column: number; cell: Cell }> {
    const lastRow = Math.min(area.row + area.rows, this.cells.length);
    for (let row = area.row; row < lastRow; row += 1) {
      const line = this.cells[row];
      if (!line) continue;
      const lastColumn = Math.min(area.column + area.columns, line.length);
      for (let column = area.column; column < lastColumn; column += 1) {
        const cell = line[column];
        if (cell) yield { row, column, cell };
      }
    }
  }

  wholeArea(): Area {
    return { row: 0, column: 0, rows: this.maxRows, columns: this.maxColumns };
  }

  /** Number of the last row with content (0 for an empty sheet). */
  lastRow(): number {
    for (let row = this.cells.length - 1; row >= 0; row -= 1) {
      if (this.cells[row]?.some((cell) => hasContent(cell) || cell?.computed !== undefined)) return row + 1;
    }
    return 0;
  }

  lastColumn(): number {
    let last = 0;
    for (const line of this.cells) {
      if (!line) continue;
      for (let column = line.length - 1; column >= last; column -= 1) {
        const cell = line[column];
        if (hasContent(cell) || cell?.computed !== undefined) {
          last = column + 1;
          break;
        }
      }
    }
    return last;
  }

  /** Makes room for a write that reaches beyond the grid's edge. */
  growTo(rows: number, columns: number): boolean {
    const grows = rows > this.maxRows || columns > this.maxColumns;
    // Open-ended references reach further now.
    if (grows) this.formulaVersion += 1;
    this.maxRows = Math.max(rows, this.maxRows);
    this.maxColumns = Math.max(columns, this.maxColumns);
    return grows;
  }
}
