// Sheet: structure, sizes, protection and everything anchored to one sheet.
import type { Dimension } from "../model/area.ts";
import type { WireSheet } from "../protocol/wire.ts";
import { chartLinks, chartOf, newChart } from "./chart.ts";
import { conditionalRuleBehind, conditionalRuleOf } from "./conditional-format.ts";
import { metadataOf } from "./developer-metadata.ts";
import { memberNamed } from "./enumeration.ts";
import { ask, exception } from "./host.ts";
import { namedRangesOf } from "./named-range.ts";
import { protectionOf } from "./protection.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf, sheetLinks, sheetOf, spreadsheetLinks, spreadsheetOf } from "./range-links.ts";
import { wireEntry } from "./range-values.ts";
import { activeRange } from "./selection.ts";
import { SheetLines } from "./sheet-lines.ts";
import { sheetTypes } from "./spreadsheet-enums.ts";
import { textFinderOf } from "./text-finder.ts";

type GasSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GasRange = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;
type ProtectionType = GoogleAppsScript.Spreadsheet.ProtectionType;
type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Clearing = { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined };

export class SheetView extends SheetLines implements Partial<GasSheet> {
  private facts(): WireSheet {
    return ask("sheet.describe", this.ref);
  }
  private whole(): GasRange {
    const { maxRows: rows, maxColumns: columns } = this.facts();
    return rangeOf({ ...this.ref, row: 0, column: 0, rows, columns });
  }

  getSheetId(): number {
    return this.ref.sheetId;
  }
  getName(): string {
    return this.facts().name;
  }
  getSheetName(): string {
    return this.facts().name;
  }
  setName(name: string): GasSheet {
    ask("sheet.update", this.ref, { name });
    return this.self();
  }
  getIndex(): number {
    return this.facts().index + 1;
  }
  getParent(): Spreadsheet {
    return spreadsheetOf(this.ref.workbookId);
  }
  getType(): GoogleAppsScript.Spreadsheet.SheetType {
    return memberNamed(sheetTypes, "GRID");
  }
  getMaxRows(): number {
    return this.facts().maxRows;
  }
  getMaxColumns(): number {
    return this.facts().maxColumns;
  }
  getLastRow(): number {
    return ask("sheet.extent", this.ref).rows;
  }
  getLastColumn(): number {
    return ask("sheet.extent", this.ref).columns;
  }

  getRange(first: number | string, column?: number, rows = 1, columns = 1): GasRange {
    if (typeof first === "string") {
      const ref = ask("range.resolve", this.ref.workbookId, this.ref.sheetId, first);
      return rangeOf(ref);
    }
    if (typeof column !== "number")
      throw exception("The parameters don't match the method signature for Sheet.getRange.");
    if (rows < 1) throw exception("The number of rows in the range must be at least 1.");
    if (columns < 1) throw exception("The number of columns in the range must be at least 1.");
    const ref = { ...this.ref, row: first - 1, column: column - 1, rows, columns };
    ask("range.require", ref);
    return rangeOf(ref);
  }
  getDataRange(): GasRange {
    const { rows, columns } = ask("sheet.extent", this.ref);
    return rangeOf({
      ...this.ref,
      row: 0,
      column: 0,
      rows: Math.max(1, rows),
      columns: Math.max(1, columns),
    });
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }
  appendRow(contents: unknown[]): GasSheet {
    ask("sheet.appendRow", this.ref, contents.map(wireEntry));
    return this.self();
  }
  clear(options?: Clearing): GasSheet {
    this.whole().clear(options ?? {});
    return this.self();
  }
  clearContents(): GasSheet {
    return this.clear({ contentsOnly: true });
  }
  clearFormats(): GasSheet {
    return this.clear({ formatOnly: true });
  }
  clearNotes(): GasSheet {
    this.whole().clearNote();
    return this.self();
  }
  createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return textFinderOf([rangeLinks.get(this.whole())], text);
  }
  sort(column: number, ascending = true): GasSheet {
    const { maxRows, maxColumns, frozenRows } = this.facts();
    rangeOf({
      ...this.ref,
      row: frozenRows,
      column: 0,
      rows: maxRows - frozenRows,
      columns: maxColumns,
    }).sort({
      column,
      ascending,
    });
    return this.self();
  }

  isSheetHidden(): boolean {
    return this.facts().hidden;
  }
  hideSheet(): GasSheet {
    ask("sheet.update", this.ref, { hidden: true });
    return this.self();
  }
  showSheet(): GasSheet {
    ask("sheet.update", this.ref, { hidden: false });
    return this.self();
  }
  getTabColor(): string | null {
    return this.facts().tabColor ?? null;
  }
  setTabColor(color: string | null): GasSheet {
    ask("sheet.update", this.ref, { tabColor: color });
    return this.self();
  }
  getFrozenRows(): number {
    return this.facts().frozenRows;
  }
  setFrozenRows(rows: number): void {
    ask("sheet.update", this.ref, { frozenRows: rows });
  }
  getFrozenColumns(): number {
    return this.facts().frozenColumns;
  }
  setFrozenColumns(columns: number): void {
    ask("sheet.update", this.ref, { frozenColumns: columns });
  }

  protect(): Protection {
    return protectionOf(this.ref, ask("sheet.protect", this.ref, null));
  }
  getProtections(type: ProtectionType): Protection[] {
    const kind = String(type) === "SHEET" ? "SHEET" : "RANGE";
    return ask("sheet.protections", this.ref, kind).map((facts) => protectionOf(this.ref, facts));
  }
  getConditionalFormatRules(): FormatRule[] {
    return ask("sheet.conditionalRules", this.ref).map((rule) => conditionalRuleOf(rule, this.ref));
  }
  setConditionalFormatRules(rules: FormatRule[]): void {
    ask("sheet.setConditionalRules", this.ref, rules.map(conditionalRuleBehind));
  }
  clearConditionalFormatRules(): void {
    ask("sheet.setConditionalRules", this.ref, []);
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRangesOf(this.ref.workbookId, this.ref.sheetId);
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.ref.workbookId, this.ref.sheetId);
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): GasSheet {
    const hasValue = typeof value === "string";
    ask("workbook.addMetadata", this.ref.workbookId, {
      key,
      value: hasValue ? value : undefined,
      visibility: String((hasValue ? visibility : value) ?? "DOCUMENT"),
      sheetId: this.ref.sheetId,
    });
    return this.self();
  }

  newChart(): GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder {
    return newChart(this.ref);
  }
  insertChart(chart: Chart): void {
    ask("sheet.putChart", this.ref, { ...chartLinks.get(chart), id: 0 });
  }
  updateChart(chart: Chart): void {
    ask("sheet.putChart", this.ref, chartLinks.get(chart));
  }
  removeChart(chart: Chart): void {
    ask("sheet.removeChart", this.ref, chartLinks.get(chart).id);
  }
  getCharts(): Chart[] {
    return ask("sheet.charts", this.ref).map((record) => chartOf(record, this.ref));
  }

  copyTo(spreadsheet: Spreadsheet): GasSheet {
    const workbookId = spreadsheetLinks.get(spreadsheet);
    return sheetOf({ workbookId, sheetId: ask("sheet.copyTo", this.ref, workbookId, undefined) });
  }
  activate(): GasSheet {
    ask("ui.activateSheet", this.ref);
    return this.self();
  }
  private selected(): GasRange | null {
    const range = activeRange();
    return range && rangeLinks.get(range).sheetId === this.ref.sheetId ? range : null;
  }
  getActiveRange(): GasRange | null {
    return this.selected() ?? this.getRange(1, 1);
  }
  getActiveCell(): GasRange {
    const ref = rangeLinks.get(this.selected() ?? this.getRange(1, 1));
    return rangeOf({ ...ref, rows: 1, columns: 1 });
  }
  getCurrentCell(): GasRange | null {
    return this.getActiveCell();
  }
  setActiveRange(range: GasRange): GasRange {
    return range.activate();
  }
  setActiveSelection(range: GasRange | string): GasRange {
    return (typeof range === "string" ? this.getRange(range) : range).activate();
  }
  setCurrentCell(cell: GasRange): GasRange {
    return cell.activate();
  }
  moveRows(rows: GasRange, destination: number): void {
    this.moveLines("rows", rows, destination);
  }
  moveColumns(columns: GasRange, destination: number): void {
    this.moveLines("columns", columns, destination);
  }
  private moveLines(dimension: Dimension, spec: GasRange, destination: number): void {
    const ref = rangeLinks.get(spec);
    const [from, count] = dimension === "rows" ? [ref.row, ref.rows] : [ref.column, ref.columns];
    ask("sheet.moveLines", this.ref, dimension, from, count, destination - 1);
  }
}

export const makeSheet = (ref: { workbookId: string; sheetId: number }): GasSheet => {
  const plain = { workbookId: ref.workbookId, sheetId: ref.sheetId };
  return sheetLinks.tie(standFor<GasSheet>("Sheet", new SheetView(plain)), plain);
};
