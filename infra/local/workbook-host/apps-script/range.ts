// Range: notes, rules, copies and geometry of a rectangle of cells; contents and styles are inherited.
import { areaAddress } from "../model/a1.ts";
import type { RangeRef } from "../protocol/wire.ts";
import { dataValidationOf, newDataValidation, validationLinks } from "./data-validation.ts";
import { ask, exception } from "./host.ts";
import { protectionOf } from "./protection.ts";
import { standFor } from "./provided.ts";
import { RangeContents } from "./range-contents.ts";
import { rangeLinks, rangeOf, sheetOf } from "./range-links.ts";
import { firstOf, sortKeys } from "./range-values.ts";
import { spread } from "./styled-range.ts";
import { textFinderOf } from "./text-finder.ts";

type GasRange = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Copying = { formatOnly?: boolean | undefined; contentsOnly?: boolean | undefined };
type Clearing = Copying & { commentsOnly?: boolean | undefined; validationsOnly?: boolean | undefined };

export class RangeView extends RangeContents implements Partial<GasRange> {
  private move(change: Partial<RangeRef>): GasRange {
    const ref = { ...this.ref, ...change };
    ask("range.require", ref);
    return rangeOf(ref);
  }

  getNotes(): string[][] {
    return ask("range.notes", this.ref);
  }
  getNote(): string {
    return firstOf(ask("range.notes", this.corner()));
  }
  setNotes(notes: (string | null)[][]): GasRange {
    this.requireShape(notes);
    ask("range.writeNotes", this.ref, spread(notes));
    return this.self();
  }
  setNote(note: string | null): GasRange {
    ask("range.writeNotes", this.ref, { rows: [[note]], repeat: true });
    return this.self();
  }
  clearNote(): GasRange {
    return this.setNote(null);
  }

  getDataValidations(): (DataValidation | null)[][] {
    return ask("range.validations", this.ref).map((line) =>
      line.map((rule) => rule && dataValidationOf(rule, this.ref.workbookId)),
    );
  }
  getDataValidation(): DataValidation | null {
    return firstOf(
      ask("range.validations", this.corner()).map((line) =>
        line.map((rule) => rule && dataValidationOf(rule, this.ref.workbookId)),
      ),
    );
  }
  setDataValidations(rules: (DataValidation | null)[][]): GasRange {
    this.requireShape(rules);
    const rows = rules.map((line) => line.map((rule) => (rule === null ? null : validationLinks.get(rule))));
    ask("range.writeValidations", this.ref, { rows, repeat: false });
    return this.self();
  }
  setDataValidation(rule: DataValidation | null): GasRange {
    const rows = [[rule === null ? null : validationLinks.get(rule)]];
    ask("range.writeValidations", this.ref, { rows, repeat: true });
    return this.self();
  }
  clearDataValidations(): GasRange {
    return this.setDataValidation(null);
  }
  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): GasRange {
    const blank = ask("range.values", this.ref).map((line) => line.map((value) => value === ""));
    this.setDataValidation(newDataValidation().requireCheckbox(checkedValue, uncheckedValue).build());
    const values = this.getValues().map((line, r) =>
      line.map((value, c) => (blank[r]?.[c] ? (uncheckedValue ?? false) : value)),
    );
    return this.setValues(values);
  }
  removeCheckboxes(): GasRange {
    this.setDataValidation(null);
    return this.clearContent();
  }
  check(): GasRange {
    return this.setValue(true);
  }
  uncheck(): GasRange {
    return this.setValue(false);
  }
  isChecked(): boolean | null {
    const values = this.getValues().flat();
    if (values.every((value) => value === true)) return true;
    return values.every((value) => value === false) ? false : null;
  }

  clear(options?: Clearing): GasRange {
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options ?? {};
    const all = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    ask("range.clear", this.ref, {
      contents: all || contentsOnly === true,
      formats: all || formatOnly === true,
      notes: all || commentsOnly === true,
      validations: validationsOnly === true,
    });
    return this.self();
  }
  clearContent(): GasRange {
    return this.clear({ contentsOnly: true });
  }
  clearFormat(): GasRange {
    return this.clear({ formatOnly: true });
  }
  sort(spec: unknown): GasRange {
    ask("range.sort", this.ref, sortKeys(spec, this.ref));
    return this.self();
  }
  removeDuplicates(columnsToCompare?: number[]): GasRange {
    const kept = new Map<string, unknown[]>();
    const columns = columnsToCompare?.map((column) => column - 1 - this.ref.column);
    for (const line of this.getValues()) {
      const key = JSON.stringify(columns ? columns.map((column) => line[column]) : line);
      if (!kept.has(key)) kept.set(key, line);
    }
    const rows = [...kept.values()];
    const blank = Array.from({ length: this.ref.columns }, () => "");
    while (rows.length < this.ref.rows) rows.push(blank);
    this.setValues(rows);
    return rangeOf({ ...this.ref, rows: kept.size });
  }
  trimWhitespace(): GasRange {
    return this.setValues(
      this.getValues().map((line) =>
        line.map((value) => (typeof value === "string" ? value.trim().replace(/ +/g, " ") : value)),
      ),
    );
  }
  copyTo(destination: GasRange, how?: unknown, transposed?: boolean): void {
    if (transposed) throw exception("Transposed copies are not provided by this host.");
    const options: Copying = typeof how === "object" && how !== null && !("compareTo" in how) ? how : {};
    const type = "compareTo" in Object(how ?? {}) ? String(how) : "PASTE_NORMAL";
    const valuesOnly = options.contentsOnly === true || type === "PASTE_VALUES";
    const formatOnly = options.formatOnly === true || type === "PASTE_FORMAT";
    const rulesOnly = type === "PASTE_DATA_VALIDATION";
    ask("range.copy", this.ref, rangeLinks.get(destination), {
      contents: !formatOnly && !rulesOnly,
      formats: !valuesOnly && !rulesOnly && type !== "PASTE_FORMULA",
      validations: !valuesOnly && !formatOnly && type !== "PASTE_FORMULA",
      asValues: valuesOnly,
    });
  }
  moveTo(target: GasRange): void {
    ask("range.move", this.ref, rangeLinks.get(target));
  }
  createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return textFinderOf([this.ref], text);
  }
  protect(): GoogleAppsScript.Spreadsheet.Protection {
    return protectionOf(this.ref, ask("sheet.protect", this.ref, this.ref));
  }
  canEdit(): boolean {
    return ask("range.canEdit", this.ref);
  }

  merge(): GasRange {
    ask("range.merge", this.ref, "ALL");
    return this.self();
  }
  mergeAcross(): GasRange {
    ask("range.merge", this.ref, "ROWS");
    return this.self();
  }
  mergeVertically(): GasRange {
    ask("range.merge", this.ref, "COLUMNS");
    return this.self();
  }
  breakApart(): GasRange {
    ask("range.merge", this.ref, "NONE");
    return this.self();
  }
  getMergedRanges(): GasRange[] {
    return ask("range.merges", this.ref).map(rangeOf);
  }
  isPartOfMerge(): boolean {
    return ask("range.merges", this.ref).length > 0;
  }

  getA1Notation(): string {
    return areaAddress(this.ref);
  }
  getRow(): number {
    return this.ref.row + 1;
  }
  getRowIndex(): number {
    return this.ref.row + 1;
  }
  getColumn(): number {
    return this.ref.column + 1;
  }
  getNumRows(): number {
    return this.ref.rows;
  }
  getNumColumns(): number {
    return this.ref.columns;
  }
  getLastRow(): number {
    return this.ref.row + this.ref.rows;
  }
  getLastColumn(): number {
    return this.ref.column + this.ref.columns;
  }
  getHeight(): number {
    return this.ref.rows;
  }
  getWidth(): number {
    return this.ref.columns;
  }
  getGridId(): number {
    return this.ref.sheetId;
  }
  getSheet(): Sheet {
    return sheetOf(this.ref);
  }
  getCell(row: number, column: number): GasRange {
    const ref = this.ref;
    return this.move({ row: ref.row + row - 1, column: ref.column + column - 1, rows: 1, columns: 1 });
  }
  offset(rowOffset: number, columnOffset: number, rows?: number, columns?: number): GasRange {
    const ref = this.ref;
    return this.move({
      row: ref.row + rowOffset,
      column: ref.column + columnOffset,
      rows: rows ?? ref.rows,
      columns: columns ?? ref.columns,
    });
  }
  activate(): GasRange {
    ask("ui.select", this.ref);
    return this.self();
  }
  activateAsCurrentCell(): GasRange {
    return this.activate();
  }
}

export const makeRange = (ref: RangeRef): GasRange =>
  rangeLinks.tie(standFor<GasRange>("Range", new RangeView(ref)), ref);
