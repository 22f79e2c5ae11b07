// Applies a page's edits to the workbook as the person who made them, and remembers what an edit trigger must know.
import { type Area, hullOf } from "../model/area.ts";
import { type CellStyle, resultOf } from "../model/cell.ts";
import {
  type Edit,
  getSheet,
  type RefusedEdit,
  requireEditor,
  requireInside,
  requireUnprotected,
} from "../model/edit.ts";
import { writeEntries } from "../model/edit-entries.ts";
import { deleteLines, hideLines, insertLines, sizeLines } from "../model/edit-lines.ts";
import { clearCells, writeStyles } from "../model/edit-looks.ts";
import {
  deleteSheet,
  duplicateSheet,
  freeSheetName,
  hideSheet,
  insertSheet,
  moveSheet,
  renameSheet,
} from "../model/edit-sheets.ts";
import { copyCells, sortRows } from "../model/move-cells.ts";
import { displayText } from "../model/number-format.ts";
import type { Sheet } from "../model/sheet.ts";
import type { CellEdit, PageEdit } from "../protocol/page-edits.ts";

export interface EditTrace {
  readonly sheetId: number;
  readonly area: Area;
  readonly value: string | undefined;
  readonly oldValue: string | undefined;
}

export interface Applied {
  /** Cells edited by hand, for onEdit. */
  readonly trace: EditTrace | undefined;
  /** Google's name for a change of structure, for onChange. */
  readonly changeType: string | undefined;
}

const nothing: Applied = { trace: undefined, changeType: undefined };
const structural = (changeType: string): Applied => ({ trace: undefined, changeType });

function areaOfCells(cells: readonly CellEdit[]): Area {
  return cells
    .map(({ row, column }): Area => ({ row, column, rows: 1, columns: 1 }))
    .reduce((hull, area) => hullOf(hull, area));
}

function textAt(sheet: Sheet, row: number, column: number): string | undefined {
  const cell = sheet.cell(row, column);
  const text = displayText(resultOf(cell), cell?.style?.numberFormat);
  return text === "" ? undefined : text;
}

/** A null in a style change takes the property away. */
const changedStyle = (style: NonNullable<CellEdit["style"]>): CellStyle =>
  Object.fromEntries(Object.entries(style).map(([key, value]) => [key, value ?? undefined]));

function applyCells(edit: Edit, sheet: Sheet, cells: readonly CellEdit[]): Applied {
  const area = areaOfCells(cells);
  requireInside(sheet, area);
  const places = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  const at = (row: number, column: number): CellEdit | undefined =>
    places.get(`${area.row + row}:${area.column + column}`);
  const isSingle = cells.length === 1;
  const oldValue = isSingle ? textAt(sheet, area.row, area.column) : undefined;
  const styled = cells.filter((cell) => cell.style);
  const hasEntries = cells.some((cell) => cell.entry !== undefined);
  // Formats first: they decide how a typed text is read. A refused entry takes them back.
  const before = styled.map(({ row, column }) => ({ row, column, style: sheet.cell(row, column)?.style }));
  for (const { row, column, style } of styled) {
    if (style) writeStyles(edit, sheet, { row, column, rows: 1, columns: 1 }, () => changedStyle(style));
  }
  if (!hasEntries) return nothing;
  try {
    writeEntries(edit, sheet, area, (row, column) => at(row, column)?.entry);
  } catch (error) {
    for (const { row, column, style } of before) sheet.ensureCell(row, column).style = style;
    throw error;
  }
  return {
    trace: {
      sheetId: sheet.id,
      area,
      value: isSingle ? textAt(sheet, area.row, area.column) : undefined,
      oldValue,
    },
    changeType: undefined,
  };
}

/** The rows a sort moves when the person names none: everything below the frozen rows. */
function sortableArea(sheet: Sheet): Area {
  const rows = Math.max(1, sheet.lastRow() - sheet.frozenRows);
  return { row: sheet.frozenRows, column: 0, rows, columns: Math.max(1, sheet.lastColumn()) };
}

function applyToSheet(
  edit: Edit,
  sheet: Sheet,
  change: Exclude<PageEdit, { kind: "insert-sheet" }>,
): Applied {
  switch (change.kind) {
    case "cells":
      return applyCells(edit, sheet, change.cells);
    case "insert-lines":
      insertLines(edit, sheet, change.dimension, change.at, change.count, change.looksFrom);
      return structural(change.dimension === "rows" ? "INSERT_ROW" : "INSERT_COLUMN");
    case "delete-lines":
      deleteLines(edit, sheet, change.dimension, change.at, change.count);
      return structural(change.dimension === "rows" ? "REMOVE_ROW" : "REMOVE_COLUMN");
    case "hide-lines":
      hideLines(edit, sheet, change.dimension, change.at, change.count, change.hidden);
      return nothing;
    case "size-lines":
      sizeLines(edit, sheet, change.dimension, change.at, change.count, change.size);
      return nothing;
    case "move": {
      const to = getSheet(edit.workbook, change.toSheetId);
      requireInside(sheet, change.from);
      requireUnprotected(edit, sheet, change.from);
      const all = { contents: true, formats: true, validations: true };
      const target = copyCells(edit, sheet, change.from, to, change.to, { ...all, asValues: false });
      for (const { row, column } of [...sheet.cellsIn(change.from)]) {
        const isInTarget =
          to === sheet &&
          row >= target.row &&
          row < target.row + target.rows &&
          column >= target.column &&
          column < target.column + target.columns;
        if (!isInTarget)
          clearCells(edit, sheet, { row, column, rows: 1, columns: 1 }, { ...all, notes: true });
      }
      return {
        trace: { sheetId: to.id, area: target, value: undefined, oldValue: undefined },
        changeType: undefined,
      };
    }
    case "sort":
      sortRows(edit, sheet, change.area ?? sortableArea(sheet), [
        { column: change.column, ascending: change.ascending },
      ]);
      return structural("OTHER");
    case "freeze":
      requireEditor(edit);
      sheet.frozenRows = change.rows;
      sheet.frozenColumns = change.columns;
      edit.workbook.announce({ kind: "sheet-properties", sheetId: sheet.id });
      return nothing;
    case "copy-sheet": {
      const name = freeSheetName(edit.workbook, `${sheet.name}的副本`);
      duplicateSheet(edit, sheet, name, edit.workbook.sheets.indexOf(sheet) + 1);
      return structural("INSERT_GRID");
    }
    case "delete-sheet":
      deleteSheet(edit, sheet);
      return structural("REMOVE_GRID");
    case "rename-sheet":
      renameSheet(edit, sheet, change.name);
      return structural("OTHER");
    case "move-sheet":
      moveSheet(edit, sheet, change.index);
      return structural("OTHER");
    case "hide-sheet":
      hideSheet(edit, sheet, change.hidden);
      return structural("OTHER");
    case "color-sheet":
      requireEditor(edit);
      sheet.tabColor = change.color ?? undefined;
      edit.workbook.announce({ kind: "sheet-properties", sheetId: sheet.id });
      return nothing;
    case "merge":
      requireEditor(edit);
      sheet.merges = sheet.merges.filter(
        (merge) => !edit.workbook.mergesTouching(sheet, change.area).includes(merge),
      );
      if (change.merged) sheet.merges.push(change.area);
      edit.workbook.announce({ kind: "merges", sheetId: sheet.id });
      return nothing;
  }
}

/** Applies one edit. Throws RefusedEdit with a sentence for the person. */
export function applyEdit(edit: Edit, change: PageEdit): Applied {
  if (change.kind === "insert-sheet") {
    insertSheet(edit, undefined, undefined);
    return structural("INSERT_GRID");
  }
  return applyToSheet(edit, getSheet(edit.workbook, change.sheetId), change);
}

/** The cells a refused edit touched on the page, to be drawn again. */
export function touchedArea(change: PageEdit): Area | undefined {
  return change.kind === "cells" ? areaOfCells(change.cells) : undefined;
}

/** A refusal as the person reads it: Chinese first. */
export function refusalText(error: RefusedEdit): string {
  if (error.message.includes("protected cell")) {
    return `您没有权限编辑受保护的单元格。${error.message}`;
  }
  if (error.message.includes("data validation rules"))
    return `输入的内容不符合该单元格的数据验证规则。${error.message}`;
  if (error.message.includes("permission")) return `您没有权限执行此操作。${error.message}`;
  return error.message;
}
