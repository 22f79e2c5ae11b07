// Spreadsheet: its sheets, names and sharing, and shortcuts to the active sheet.
import type { WireSheet, WireWorkbook } from "../protocol/wire.ts";
import { metadataOf } from "./developer-metadata.ts";
import { ask, exception } from "./host.ts";
import { namedRangesOf } from "./named-range.ts";
import { protectionOf } from "./protection.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf, sheetLinks, sheetOf, spreadsheetLinks } from "./range-links.ts";
import { activeRange } from "./selection.ts";
import { textFinderOf } from "./text-finder.ts";
import { addressOf, userOf } from "./user.ts";

type GasSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GasSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GasRange = GoogleAppsScript.Spreadsheet.Range;
type User = GoogleAppsScript.Base.User;
type ProtectionType = GoogleAppsScript.Spreadsheet.ProtectionType;
type Template = { template?: GasSheet | undefined };

class SpreadsheetView implements Partial<GasSpreadsheet> {
  private readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  private facts(): WireWorkbook {
    return ask("workbook.describe", this.id);
  }
  private sheets(): WireSheet[] {
    return ask("workbook.sheets", this.id);
  }
  private sheet(sheetId: number): GasSheet {
    return sheetOf({ workbookId: this.id, sheetId });
  }
  private self(): GasSpreadsheet {
    return standFor<GasSpreadsheet>("Spreadsheet", this);
  }

  getId(): string {
    return this.id;
  }
  getName(): string {
    return this.facts().name;
  }
  rename(name: string): void {
    ask("workbook.update", this.id, { name });
  }
  getUrl(): string {
    return this.facts().url;
  }
  getSpreadsheetTimeZone(): string {
    return this.facts().timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    ask("workbook.update", this.id, { timeZone });
  }
  getSpreadsheetLocale(): string {
    return this.facts().locale;
  }
  setSpreadsheetLocale(locale: string): void {
    ask("workbook.update", this.id, { locale });
  }
  getOwner(): User {
    return userOf(this.facts().owner);
  }
  getEditors(): User[] {
    const { owner, editors } = this.facts();
    return [owner, ...editors].map(userOf);
  }
  getViewers(): User[] {
    return this.facts().viewers.map(userOf);
  }
  addEditor(user: string | User): GasSpreadsheet {
    return this.addEditors([addressOf(user)]);
  }
  addEditors(emails: string[]): GasSpreadsheet {
    ask("workbook.update", this.id, { editors: [...new Set([...this.facts().editors, ...emails])] });
    return this.self();
  }
  removeEditor(user: string | User): GasSpreadsheet {
    const email = addressOf(user);
    ask("workbook.update", this.id, { editors: this.facts().editors.filter((each) => each !== email) });
    return this.self();
  }

  getSheets(): GasSheet[] {
    return this.sheets().map(({ id }) => this.sheet(id));
  }
  getNumSheets(): number {
    return this.sheets().length;
  }
  getSheetByName(name: string): GasSheet | null {
    const found = this.sheets().find((sheet) => sheet.name === name);
    return found ? this.sheet(found.id) : null;
  }
  getSheetById(sheetId: number): GasSheet | null {
    return this.sheets().some(({ id }) => id === sheetId) ? this.sheet(sheetId) : null;
  }
  getActiveSheet(): GasSheet {
    const range = activeRange();
    if (range) return range.getSheet();
    const first = this.sheets().find((sheet) => !sheet.hidden);
    if (!first) throw exception("The spreadsheet has no visible sheet.");
    return this.sheet(first.id);
  }
  setActiveSheet(sheet: GasSheet): GasSheet {
    return sheet.activate();
  }
  insertSheet(first?: string | number | Template, second?: number | Template, third?: Template): GasSheet {
    const name = typeof first === "string" ? first : undefined;
    const index = typeof first === "number" ? first : typeof second === "number" ? second : undefined;
    const options = [first, second, third].find((each) => typeof each === "object");
    const template =
      typeof options === "object" && options.template ? sheetLinks.get(options.template).sheetId : undefined;
    return this.sheet(ask("workbook.insertSheet", this.id, name, index, template));
  }
  deleteSheet(sheet: GasSheet): void {
    ask("sheet.delete", sheetLinks.get(sheet));
  }
  duplicateActiveSheet(): GasSheet {
    return this.sheet(ask("sheet.copyTo", sheetLinks.get(this.getActiveSheet()), this.id, undefined));
  }
  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }
  moveActiveSheet(position: number): void {
    ask("sheet.update", sheetLinks.get(this.getActiveSheet()), { index: position - 1 });
  }

  getRange(address: string): GasRange {
    const named = this.getRangeByName(address);
    if (named) return named;
    const active = address.includes("!") ? undefined : sheetLinks.get(this.getActiveSheet()).sheetId;
    return rangeOf(ask("range.resolve", this.id, active, address));
  }
  getRangeByName(name: string): GasRange | null {
    const found = ask("workbook.namedRanges", this.id).find((each) => each.name === name);
    return found ? rangeOf(found.range) : null;
  }
  getNamedRanges(): GoogleAppsScript.Spreadsheet.NamedRange[] {
    return namedRangesOf(this.id);
  }
  setNamedRange(name: string, range: GasRange): void {
    ask("workbook.setNamedRange", this.id, name, rangeLinks.get(range));
  }
  removeNamedRange(name: string): void {
    ask("workbook.setNamedRange", this.id, name, null);
  }
  getProtections(type: ProtectionType): GoogleAppsScript.Spreadsheet.Protection[] {
    const kind = String(type) === "SHEET" ? "SHEET" : "RANGE";
    return this.sheets().flatMap(({ id }) => {
      const ref = { workbookId: this.id, sheetId: id };
      return ask("sheet.protections", ref, kind).map((facts) => protectionOf(ref, facts));
    });
  }
  createTextFinder(text: string): GoogleAppsScript.Spreadsheet.TextFinder {
    return textFinderOf(
      this.sheets().map((sheet) => ({
        workbookId: this.id,
        sheetId: sheet.id,
        row: 0,
        column: 0,
        rows: sheet.maxRows,
        columns: sheet.maxColumns,
      })),
      text,
    );
  }
  getDeveloperMetadata(): GoogleAppsScript.Spreadsheet.DeveloperMetadata[] {
    return metadataOf(this.id, undefined);
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): GasSpreadsheet {
    const hasValue = typeof value === "string";
    ask("workbook.addMetadata", this.id, {
      key,
      value: hasValue ? value : undefined,
      visibility: String((hasValue ? visibility : value) ?? "DOCUMENT"),
      sheetId: undefined,
    });
    return this.self();
  }

  toast(text: string, title = "", seconds: number | null = 5): void {
    ask("ui.toast", this.id, text, title, seconds ?? 5);
  }
  getActiveRange(): GasRange | null {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveCell(): GasRange {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): GasRange | null {
    return this.getActiveSheet().getCurrentCell();
  }
  setActiveRange(range: GasRange): GasRange {
    return range.activate();
  }
  setCurrentCell(cell: GasRange): GasRange {
    return cell.activate();
  }
  getDataRange(): GasRange {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  appendRow(contents: unknown[]): GasSheet {
    return this.getActiveSheet().appendRow(contents);
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
}

export const makeSpreadsheet = (id: string): GasSpreadsheet =>
  spreadsheetLinks.tie(standFor<GasSpreadsheet>("Spreadsheet", new SpreadsheetView(id)), id);
