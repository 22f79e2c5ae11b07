// A workbook of Google's behind the interface of values: every call to SpreadsheetApp about cells is made here.
import { letters } from "./ledger-layout.ts";
import type {
  CellWrite,
  ChartPlan,
  ColumnLayout,
  Rule,
  SheetFacts,
  SheetHost,
  SheetLayout,
} from "./sheet-host.ts";
import { planWrites, runsOf } from "./write-plan.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Protections that are ours carry this; others are left alone. */
const OURS = "hall-ledger";
const HEADER_BACKGROUND = "#e8f0fe";
const GUARDED_BACKGROUND = "#f1f3f4";

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

  insertColumn(sheet: number, before: number): void {
    const at = this.at(sheet);
    if (before > at.getMaxColumns()) at.insertColumnAfter(at.getMaxColumns());
    else at.insertColumnBefore(before);
  }

  layOut(sheet: number, layout: SheetLayout): void {
    const at = this.at(sheet);
    const width = Math.max(...layout.columns.map(({ column }) => column), 1);
    this.grow(at, 2, width);
    this.layOutHeader(at, layout.columns);
    this.restoreRules(sheet, layout);
    if (layout.columns.length > 0) {
      at.setFrozenRows(1);
      // The number stays in sight however far one scrolls.
      at.setFrozenColumns(1);
    }
    at.setTabColor(layout.tabColor);
    at.setConditionalFormatRules(
      layout.marks.map(({ formula, background, color, bold }) =>
        SpreadsheetApp.newConditionalFormatRule()
          .whenFormulaSatisfied(formula)
          .setBackground(background)
          .setFontColor(color)
          .setBold(bold)
          .setRanges([at.getRange(`A2:${letters(width)}`)])
          .build(),
      ),
    );
    this.protect(at, layout);
    if (layout.hidden) at.hideSheet();
  }

  /** Side by side as far as possible: a call for each cell would take minutes for a workbook of many ledgers. */
  private layOutHeader(at: Sheet, columns: readonly ColumnLayout[]): void {
    for (const run of runsOf(columns, () => "")) {
      const first = run[0]?.column ?? 1;
      const head = at.getRange(1, first, 1, run.length);
      const wanted = run.map(({ header }) => header);
      if (head.getDisplayValues()[0]?.some((text, index) => text !== wanted[index])) head.setValues([wanted]);
      head.setNotes([run.map(({ note }) => note)]);
      head.setFontWeight("bold");
      head.setBackgrounds([run.map(({ guarded }) => (guarded ? GUARDED_BACKGROUND : HEADER_BACKGROUND))]);
    }
    for (const run of runsOf(columns, ({ width }) => String(width))) {
      const [first] = run;
      if (first) at.setColumnWidths(first.column, run.length, first.width);
    }
    for (const { column, hidden } of columns) if (hidden) at.hideColumns(column);
  }

  restoreRules(sheet: number, layout: SheetLayout): void {
    const at = this.at(sheet);
    const rows = at.getMaxRows() - 1;
    if (rows < 1) return;
    for (const run of runsOf(layout.columns, ({ format }) => format)) {
      const [first] = run;
      if (first) at.getRange(2, first.column, rows, run.length).setNumberFormat(first.format);
    }
    for (const run of runsOf(layout.columns, ({ rule }) => JSON.stringify(rule))) {
      const [first] = run;
      if (!first) continue;
      const rule = first.rule ? validationOf(first.rule) : null;
      at.getRange(2, first.column, rows, run.length).setDataValidation(rule);
    }
  }

  foreignRules(
    sheet: number,
    layout: SheetLayout,
    row: number,
    rows: number,
  ): { row: number; column: number }[] {
    const at = this.at(sheet);
    const last = Math.min(row + rows - 1, at.getMaxRows());
    const width = Math.max(...layout.columns.map(({ column }) => column));
    if (last < row) return [];
    const range = at.getRange(row, 1, last - row + 1, width);
    const rules = range.getDataValidations();
    const formats = range.getNumberFormats();
    return rules.flatMap((line, r) =>
      layout.columns.flatMap(({ column, format, rule }) => {
        const isSame = formats[r]?.[column - 1] === format && isRule(line[column - 1] ?? null, rule);
        return isSame ? [] : [{ row: row + r, column }];
      }),
    );
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

  /**
   * The header can be changed by whoever set the workbook up, and nobody else. What every clerk's own sync has to
   * write (numbers, states, ids, the index) only warns: a lock would keep out the script that runs for the clerk.
   */
  private protect(at: Sheet, layout: SheetLayout): void {
    const kinds = [SpreadsheetApp.ProtectionType.RANGE, SpreadsheetApp.ProtectionType.SHEET];
    for (const old of kinds.flatMap((kind) => at.getProtections(kind))) {
      if (old.getDescription().startsWith(OURS)) old.remove();
    }
    if (layout.guarded) {
      at.protect().setDescription(`${OURS}: ${at.getName()}`).setWarningOnly(true);
      return;
    }
    const width = Math.max(...layout.columns.map(({ column }) => column));
    const header = at.getRange(1, 1, 1, width).protect().setDescription(`${OURS}: 表头 header`);
    // First oneself, then the others out: the other way round one may lock oneself out.
    header.addEditor(Session.getEffectiveUser());
    const me = Session.getEffectiveUser().getEmail();
    header.removeEditors(header.getEditors().filter((editor) => editor.getEmail() !== me));
    if (header.canDomainEdit()) header.setDomainEdit(false);
    const rows = at.getMaxRows() - 1;
    for (const run of runsOf(layout.columns, ({ guarded }) => String(guarded))) {
      const [first] = run;
      if (!first?.guarded) continue;
      at.getRange(2, first.column, rows, run.length)
        .protect()
        .setDescription(`${OURS}: 系统栏 filled in by the add-on`)
        .setWarningOnly(true);
    }
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

function validationOf(rule: Rule): DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setHelpText(helpOf(rule));
  switch (rule.kind) {
    case "list":
      return builder
        .requireValueInList([...rule.values], true)
        .setAllowInvalid(false)
        .build();
    case "number":
      return builder.requireNumberBetween(rule.minimum, rule.maximum).setAllowInvalid(true).build();
    case "date":
      return builder.requireDate().setAllowInvalid(true).build();
  }
}

function helpOf({ help }: Rule): string {
  return help === "" ? "请按本栏要求填写 Please fill in as the column asks" : help;
}

function isRule(found: DataValidation | null, wanted: Rule | null): boolean {
  if (!found || !wanted) return !found && !wanted;
  const criteria = SpreadsheetApp.DataValidationCriteria;
  const kind = found.getCriteriaType();
  switch (wanted.kind) {
    case "list": {
      const [values] = found.getCriteriaValues();
      return kind === criteria.VALUE_IN_LIST && !found.getAllowInvalid() && sameList(values, wanted.values);
    }
    case "number":
      return kind === criteria.NUMBER_BETWEEN;
    case "date":
      return kind === criteria.DATE_IS_VALID_DATE;
  }
}

function sameList(found: unknown, wanted: readonly string[]): boolean {
  return (
    Array.isArray(found) && found.length === wanted.length && wanted.every((value, at) => found[at] === value)
  );
}
