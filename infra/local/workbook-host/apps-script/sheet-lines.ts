// A sheet's rows and columns: insert, delete, hide, size.
import type { Dimension } from "../model/area.ts";
import type { RangeRef, SheetRef } from "../protocol/wire.ts";
import { ask } from "./host.ts";
import { standFor } from "./provided.ts";
import { rangeLinks } from "./range-links.ts";

type GasSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

const spanOf = (ref: RangeRef, dimension: Dimension): [number, number] =>
  dimension === "rows" ? [ref.row, ref.rows] : [ref.column, ref.columns];

export class SheetLines {
  protected readonly ref: SheetRef;
  constructor(ref: SheetRef) {
    this.ref = ref;
  }
  protected self(): GasSheet {
    return standFor<GasSheet>("Sheet", this);
  }
  private insert(dimension: Dimension, at: number, count: number, looksFrom: number | undefined): GasSheet {
    ask("sheet.insertLines", this.ref, dimension, at, count, looksFrom);
    return this.self();
  }
  private hide(dimension: Dimension, at: number, count: number, hidden: boolean): void {
    ask("sheet.hideLines", this.ref, dimension, at, count, hidden);
  }
  private size(dimension: Dimension, at: number, count: number, size: number): GasSheet {
    ask("sheet.sizeLines", this.ref, dimension, at, count, size);
    return this.self();
  }
  private hideSpan(dimension: Dimension, range: GasRange, hidden: boolean): void {
    const [at, count] = spanOf(rangeLinks.get(range), dimension);
    this.hide(dimension, at, count, hidden);
  }

  insertRows(row: number, count = 1): void {
    this.insert("rows", row - 1, count, undefined);
  }
  insertRowBefore(row: number): GasSheet {
    return this.insertRowsBefore(row, 1);
  }
  insertRowsBefore(row: number, count: number): GasSheet {
    return this.insert("rows", row - 1, count, row - 1);
  }
  insertRowAfter(row: number): GasSheet {
    return this.insertRowsAfter(row, 1);
  }
  insertRowsAfter(row: number, count: number): GasSheet {
    return this.insert("rows", row, count, row - 1);
  }
  insertColumns(column: number, count = 1): void {
    this.insert("columns", column - 1, count, undefined);
  }
  insertColumnBefore(column: number): GasSheet {
    return this.insertColumnsBefore(column, 1);
  }
  insertColumnsBefore(column: number, count: number): GasSheet {
    return this.insert("columns", column - 1, count, column - 1);
  }
  insertColumnAfter(column: number): GasSheet {
    return this.insertColumnsAfter(column, 1);
  }
  insertColumnsAfter(column: number, count: number): GasSheet {
    return this.insert("columns", column, count, column - 1);
  }
  deleteRow(row: number): GasSheet {
    this.deleteRows(row, 1);
    return this.self();
  }
  deleteRows(row: number, count: number): void {
    ask("sheet.deleteLines", this.ref, "rows", row - 1, count);
  }
  deleteColumn(column: number): GasSheet {
    this.deleteColumns(column, 1);
    return this.self();
  }
  deleteColumns(column: number, count: number): void {
    ask("sheet.deleteLines", this.ref, "columns", column - 1, count);
  }

  hideRows(row: number, count = 1): void {
    this.hide("rows", row - 1, count, true);
  }
  showRows(row: number, count = 1): void {
    this.hide("rows", row - 1, count, false);
  }
  hideRow(range: GasRange): void {
    this.hideSpan("rows", range, true);
  }
  unhideRow(range: GasRange): void {
    this.hideSpan("rows", range, false);
  }
  hideColumns(column: number, count = 1): void {
    this.hide("columns", column - 1, count, true);
  }
  showColumns(column: number, count = 1): void {
    this.hide("columns", column - 1, count, false);
  }
  hideColumn(range: GasRange): void {
    this.hideSpan("columns", range, true);
  }
  unhideColumn(range: GasRange): void {
    this.hideSpan("columns", range, false);
  }
  isRowHiddenByUser(row: number): boolean {
    return ask("sheet.line", this.ref, "rows", row - 1).hidden;
  }
  isRowHiddenByFilter(): boolean {
    return false;
  }
  isColumnHiddenByUser(column: number): boolean {
    return ask("sheet.line", this.ref, "columns", column - 1).hidden;
  }
  getRowHeight(row: number): number {
    return ask("sheet.line", this.ref, "rows", row - 1).size;
  }
  setRowHeight(row: number, height: number): GasSheet {
    return this.size("rows", row - 1, 1, height);
  }
  setRowHeights(row: number, count: number, height: number): GasSheet {
    return this.size("rows", row - 1, count, height);
  }
  setRowHeightsForced(row: number, count: number, height: number): GasSheet {
    return this.size("rows", row - 1, count, height);
  }
  getColumnWidth(column: number): number {
    return ask("sheet.line", this.ref, "columns", column - 1).size;
  }
  setColumnWidth(column: number, width: number): GasSheet {
    return this.size("columns", column - 1, 1, width);
  }
  setColumnWidths(column: number, count: number, width: number): GasSheet {
    return this.size("columns", column - 1, count, width);
  }
  autoResizeColumn(column: number): GasSheet {
    return this.autoResizeColumns(column, 1);
  }
  autoResizeColumns(column: number, count: number): GasSheet {
    ask("sheet.fitLines", this.ref, "columns", column - 1, count);
    return this.self();
  }
  autoResizeRows(row: number, count: number): GasSheet {
    ask("sheet.fitLines", this.ref, "rows", row - 1, count);
    return this.self();
  }
}
