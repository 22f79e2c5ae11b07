// Moves a page's edit to where its cells are now, when rows or columns were inserted or deleted meanwhile.
import { areaAfterShift, type Dimension } from "../model/area.ts";
import { RefusedEdit } from "../model/edit.ts";
import type { CellEdit, PageEdit } from "../protocol/page-edits.ts";

export interface Shift {
  /** Number of the message that tells pages of it. */
  readonly sequence: number;
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
}

function movedCell(cell: CellEdit, shifts: readonly Shift[]): CellEdit {
  let area = { row: cell.row, column: cell.column, rows: 1, columns: 1 };
  for (const { dimension, at, count } of shifts) {
    const moved = areaAfterShift(area, dimension, at, count);
    if (!moved)
      throw new RefusedEdit("您编辑的单元格刚刚被删除。 The cell you edited has just been deleted.");
    area = moved;
  }
  return { ...cell, row: area.row, column: area.column };
}

/**
 * The edit as it reads after the shifts. Entries follow their cells; anything else that names rows or columns
 * of a sheet that has just shifted is refused, since it could hit what the person never saw.
 */
export function caughtUp(edit: PageEdit, shifts: readonly Shift[]): PageEdit {
  if (edit.kind === "insert-sheet") return edit;
  const own = shifts.filter(
    ({ sheetId }) => sheetId === edit.sheetId || (edit.kind === "move" && sheetId === edit.toSheetId),
  );
  if (own.length === 0) return edit;
  switch (edit.kind) {
    case "cells":
      return { ...edit, cells: edit.cells.map((cell) => movedCell(cell, own)) };
    case "insert-lines":
    case "delete-lines":
    case "hide-lines":
    case "size-lines":
    case "move":
    case "sort":
    case "merge":
      throw new RefusedEdit("表格刚刚有变动，请再试一次。 The sheet has just changed; please try again.");
    default:
      return edit;
  }
}
