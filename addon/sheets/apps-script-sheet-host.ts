// A workbook of Google's behind the interface of values: every call to SpreadsheetApp about cells is made here.
import { layOut, widthOf } from "./apps-script-layout.ts";
import { foreignRules, restoreRules } from "./apps-script-rules.ts";
import type { CellPlace, CellWrite, ChartPlan, SheetFacts, SheetHost, SheetLayout } from "./sheet-host.ts";
import { planWrites } from "./write-plan.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export class AppsScriptSheetHost implements SheetHost {
  private readonly book: Spreadsheet;
  private readonly known = new Map<number, Sheet>();
  /** Two calls for each sheet: asked for once a run. */
  private facts: SheetFacts[] | null = null;

  constructor(book: Spreadsheet) {
    this.book = book;
  }

  workbookId(): string {
    return this.book.getId();
  }

  sheets(): SheetFacts[] {
    this.facts ??= this.book.getSheets().map((sheet) => {
      const id = sheet.getSheetId();
      this.known.set(id, sheet);
      return { id, name: sheet.getName() };
    });
    return this.facts;
  }

  addSheet(name: string): number {
    const sheet =
      this.emptyFirstSheet()?.setName(name) ?? this.book.insertSheet(name, this.book.getNumSheets());
    const id = sheet.getSheetId();
    this.known.set(id, sheet);
    this.facts = this.facts && [...this.facts.filter((fact) => fact.id !== id), { id, name }];
    return id;
  }

  /** A new spreadsheet's only sheet, while nothing stands in it: it becomes the first one that is asked for. */
  private emptyFirstSheet(): GoogleAppsScript.Spreadsheet.Sheet | null {
    const [only, ...others] = this.book.getSheets();
    return only && others.length === 0 && only.getLastRow() === 0 ? only : null;
  }

  renameSheet(sheet: number, name: string): void {
    this.at(sheet).setName(name);
    this.facts = this.facts?.map((fact) => (fact.id === sheet ? { ...fact, name } : fact)) ?? null;
  }

  read(sheet: number): string[][] {
    return this.at(sheet).getDataRange().getDisplayValues();
  }

  readArea(sheet: number, row: number, column: number, rows: number, columns: number): string[][] {
    const at = this.at(sheet);
    this.grow(at, row + rows - 1, column + columns - 1);
    return at.getRange(row, column, rows, columns).getDisplayValues();
  }

  write(sheet: number, cells: readonly CellWrite[]): void {
    const at = this.at(sheet);
    for (const area of planWrites(cells)) {
      const { row, column } = area;
      const [rows, columns] = [area.texts.length, area.texts[0]?.length ?? 0];
      this.grow(at, row + rows - 1, column + columns - 1);
      const range = at.getRange(row, column, rows, columns);
      const isWhole = area.texts.every((line) => line.every((text) => text !== null));
      const held = isWhole ? null : { values: range.getValues(), formulas: range.getFormulas() };
      const merged = area.texts.map((line, r) =>
        line.map((text, c): unknown => {
          if (text !== null) return neutral(text);
          const formula = held?.formulas[r]?.[c] ?? "";
          return formula === "" ? (held?.values[r]?.[c] ?? "") : formula;
        }),
      );
      put(range, merged);
    }
  }

  writeArea(sheet: number, row: number, column: number, rows: readonly (readonly string[])[]): void {
    const width = rows[0]?.length ?? 0;
    if (width === 0) return;
    const at = this.at(sheet);
    this.grow(at, row + rows.length - 1, column + width - 1);
    put(
      at.getRange(row, column, rows.length, width),
      rows.map((line) => line.map(neutral)),
    );
  }

  clearBelow(sheet: number, row: number): void {
    const at = this.at(sheet);
    const rows = at.getMaxRows() - row + 1;
    if (rows > 0) at.getRange(row, 1, rows, at.getMaxColumns()).clearContent();
  }

  deleteRows(sheet: number, first: number, count: number): void {
    const at = this.at(sheet);
    // A sheet keeps one row below its frozen ones.
    if (first + count - 1 >= at.getMaxRows()) at.insertRowsAfter(at.getMaxRows(), 1);
    at.deleteRows(first, count);
  }

  setHidden(sheet: number, hidden: boolean): void {
    if (hidden) this.at(sheet).hideSheet();
    else this.at(sheet).showSheet();
  }

  insertColumn(sheet: number, before: number): void {
    const at = this.at(sheet);
    if (before > at.getMaxColumns()) at.insertColumnAfter(at.getMaxColumns());
    else at.insertColumnBefore(before);
  }

  layOut(sheet: number, layout: SheetLayout): void {
    const at = this.at(sheet);
    this.grow(at, 2, widthOf(layout));
    layOut(at, layout);
  }

  restoreRules(sheet: number, layout: SheetLayout): void {
    restoreRules(this.at(sheet), layout);
  }

  foreignRules(sheet: number, layout: SheetLayout, row: number, rows: number): CellPlace[] {
    return foreignRules(this.at(sheet), layout, row, rows);
  }

  putChart(sheet: number, { title, rows, columns, row, column }: ChartPlan): void {
    const at = this.at(sheet);
    for (const chart of at.getCharts()) at.removeChart(chart);
    let builder = at
      .newChart()
      .setChartType(Charts.ChartType.COLUMN)
      .setNumHeaders(1)
      .setOption("title", title)
      .setPosition(row, column, 0, 0);
    for (const each of columns) builder = builder.addRange(at.getRange(1, each, rows, 1));
    at.insertChart(builder.build());
  }

  select(sheet: number, row: number): void {
    const at = this.at(sheet);
    at.activate();
    at.getRange(row, 1).activate();
  }

  selection(): { readonly sheet: number; readonly row: number } | null {
    const range = this.book.getActiveRange();
    return range ? { sheet: range.getSheet().getSheetId(), row: range.getRow() } : null;
  }

  flush(): void {
    SpreadsheetApp.flush();
  }

  private at(id: number): Sheet {
    const known = this.known.get(id);
    if (known) return known;
    this.sheets();
    const found = this.known.get(id);
    if (!found) throw new Error(`the workbook has no sheet ${id}`);
    return found;
  }

  /** Makes room for rows and columns that are to be written. */
  private grow(at: Sheet, row: number, column: number): void {
    const rows = at.getMaxRows();
    // New rows take formats and drop-downs from the row above.
    if (row > rows) at.insertRowsAfter(rows, Math.max(row - rows, 200));
    const columns = at.getMaxColumns();
    if (column > columns) at.insertColumnsAfter(columns, column - columns);
  }
}

/** Keeps a text from becoming a formula, whatever its cell's format. */
function neutral(text: string): string {
  return text.startsWith("=") ? `'${text}` : text;
}

/** Strict drop-downs refuse scripts as well: a value that is no longer offered is written around them. */
function put(range: Range, values: unknown[][]): void {
  try {
    range.setValues(values);
    SpreadsheetApp.flush();
  } catch {
    const rules = range.getDataValidations();
    range.clearDataValidations();
    range.setValues(values);
    range.setDataValidations(rules);
  }
}
