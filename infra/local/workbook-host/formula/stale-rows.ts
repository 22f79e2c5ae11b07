// Which rows of which columns changed, so that only formulas that read them are computed anew.
import { areasTouch, type SheetArea } from "../model/area.ts";

/** Changed rows per sheet and column: an over-estimate that stays small however many cells changed. */
export class StaleRows {
  private readonly bySheet = new Map<number, Map<number, [number, number]>>();

  add({ sheetId, area }: SheetArea): void {
    const columns = this.bySheet.get(sheetId) ?? new Map<number, [number, number]>();
    this.bySheet.set(sheetId, columns);
    const last = area.row + area.rows - 1;
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const known = columns.get(column);
      columns.set(
        column,
        known ? [Math.min(known[0], area.row), Math.max(known[1], last)] : [area.row, last],
      );
    }
  }

  touches({ sheetId, area }: SheetArea): boolean {
    const columns = this.bySheet.get(sheetId);
    if (!columns) return false;
    for (const [column, [first, last]] of columns) {
      if (areasTouch(area, { row: first, column, rows: last - first + 1, columns: 1 })) return true;
    }
    return false;
  }
}
