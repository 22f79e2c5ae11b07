// Turns the server's picture of a workbook into the data Univer shows.
import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from "@univerjs/core";
import type { Area } from "../model/area.ts";
import type { CellStyle } from "../model/cell.ts";
import { defaultColumnWidth, defaultRowHeight } from "../model/sheet.ts";
import type {
  ViewCell,
  ViewCells,
  ViewLine,
  ViewSheetContent,
  ViewWorkbook,
} from "../protocol/page-messages.ts";
import type { KeptFormula } from "./kept-formulas.ts";
import { univerStyle } from "./univer-style.ts";

export const rangeOf = (area: Area): IRange => ({
  startRow: area.row,
  endRow: area.row + area.rows - 1,
  startColumn: area.column,
  endColumn: area.column + area.columns - 1,
});

export const areaOf = (range: IRange): Area => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

/** Where a drawn cell stands, for what is kept beside its value. */
interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly shiftsBefore: number;
}

/** A formula is kept beside its value, not given to Univer: the server computes, by the host's clock. */
function extrasOf(
  cell: ViewCell,
  styles: readonly CellStyle[],
  place: Place,
): { formula?: KeptFormula; looks?: CellStyle } | null {
  const looks = cell.c === undefined ? undefined : styles[cell.c];
  if (cell.f === undefined && !looks) return null;
  return {
    ...(cell.f === undefined ? {} : { formula: { ...place, text: cell.f } }),
    ...(looks ? { looks } : {}),
  };
}

function univerCell(cell: ViewCell, styles: readonly CellStyle[], place: Place): ICellData {
  const style = cell.s === undefined ? undefined : styles[cell.s];
  const data: ICellData = { s: style ? univerStyle(style) : null, f: null, si: null, p: null };
  if (typeof cell.v === "boolean") Object.assign(data, { v: cell.v ? 1 : 0, t: CellValueType.BOOLEAN });
  else if (typeof cell.v === "number") Object.assign(data, { v: cell.v, t: CellValueType.NUMBER });
  else if (cell.v !== undefined) Object.assign(data, { v: cell.v, t: CellValueType.STRING });
  else Object.assign(data, { v: null, t: null });
  data.custom = extrasOf(cell, styles, place);
  return data;
}

const blankCell: ICellData = { v: null, t: null, s: null, f: null, si: null, p: null, custom: null };

type CellMatrix = Record<number, Record<number, ICellData>>;

/** Cells as Univer's matrix; blank ones are written out, so that they replace what was there. */
export function cellMatrix(
  blocks: readonly ViewCells[],
  styles: readonly CellStyle[],
  sheetId: number,
  shiftsBefore: number,
): CellMatrix {
  const matrix: CellMatrix = {};
  for (const block of blocks) {
    block.rows.forEach((line, r) => {
      const row = matrix[block.row + r] ?? {};
      matrix[block.row + r] = row;
      line.forEach((cell, c) => {
        const place = { sheetId, row: block.row + r, column: block.column + c, shiftsBefore };
        row[place.column] = cell ? univerCell(cell, styles, place) : { ...blankCell };
      });
    });
  }
  return matrix;
}

/** The first picture leaves blank cells out, and shares equal styles. */
function firstCells(content: ViewSheetContent, styles: readonly CellStyle[]): CellMatrix {
  const matrix: CellMatrix = {};
  for (const block of content.cells) {
    block.rows.forEach((line, r) => {
      const row: Record<number, ICellData> = {};
      line.forEach((cell, c) => {
        if (!cell) return;
        const place = { sheetId: content.id, row: block.row + r, column: block.column + c, shiftsBefore: 0 };
        const data = univerCell(cell, styles, place);
        if (cell.s !== undefined) data.s = `s${cell.s}`;
        row[place.column] = data;
      });
      matrix[block.row + r] = row;
    });
  }
  return matrix;
}

const lineData = (lines: readonly ViewLine[], sizeKey: "h" | "w"): Record<number, Record<string, number>> =>
  Object.fromEntries(
    lines.map(({ at, size, hidden }) => [
      at,
      {
        ...(size === undefined ? {} : { [sizeKey]: size }),
        ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
      },
    ]),
  );

export const freezeOf = ({
  frozenRows,
  frozenColumns,
}: Pick<ViewSheetContent, "frozenRows" | "frozenColumns">) => ({
  startRow: frozenRows > 0 ? frozenRows : -1,
  startColumn: frozenColumns > 0 ? frozenColumns : -1,
  ySplit: frozenRows,
  xSplit: frozenColumns,
});

function worksheet(content: ViewSheetContent, styles: readonly CellStyle[]): Partial<IWorksheetData> {
  return {
    id: String(content.id),
    name: content.name,
    tabColor: content.tabColor,
    hidden: content.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freezeOf(content),
    rowCount: content.maxRows,
    columnCount: content.maxColumns,
    defaultColumnWidth,
    defaultRowHeight,
    mergeData: content.merges.map(rangeOf),
    cellData: firstCells(content, styles),
    rowData: lineData(content.rowLines, "h"),
    columnData: lineData(content.columnLines, "w"),
  };
}

export function univerWorkbook(picture: ViewWorkbook, unitId: string): Partial<IWorkbookData> {
  return {
    id: unitId,
    name: picture.name,
    locale: LocaleType.ZH_CN,
    styles: Object.fromEntries(picture.styles.map((style, index) => [`s${index}`, univerStyle(style)])),
    sheetOrder: picture.sheets.map(({ id }) => String(id)),
    sheets: Object.fromEntries(
      picture.sheets.map((content) => [String(content.id), worksheet(content, picture.styles)]),
    ),
  };
}
