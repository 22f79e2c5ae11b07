// Writes entries into cells: coerces as Sheets does, judges validation rules, brings date formats along.
import { cellAddress } from "./a1.ts";
import type { Area } from "./area.ts";
import type { CellValue } from "./cell.ts";
import { type Edit, RefusedEdit, requireUnprotected } from "./edit.ts";
import { defaultDateFormat, type Entry, entryOfText } from "./input-coercion.ts";
import { isDatePattern } from "./number-format.ts";
import { serialOfInstant } from "./serial-date.ts";
import type { Sheet } from "./sheet.ts";
import { choicesOf, isAllowedBy } from "./validation.ts";
import type { ValidationRule } from "./validation-rule.ts";

/** An entry as it arrives: text is read as if typed; null clears; undefined leaves the cell alone. */
export type RawEntry = string | number | boolean | null | { readonly date: number } | undefined;

/** Reads a raw entry for a cell with this number format. */
export function entryOf(raw: Exclude<RawEntry, undefined>, format: string | undefined, edit: Edit): Entry {
  if (raw === null) return {};
  if (typeof raw === "string") return entryOfText(raw, format);
  if (typeof raw !== "object") return { value: raw };
  const { timeZone, locale } = edit.workbook.facts;
  const value = serialOfInstant(raw.date, timeZone);
  return isDatePattern(format)
    ? { value }
    : { value, numberFormat: defaultDateFormat(locale, value % 1 !== 0) };
}

/** The sentence a refused entry gets. */
export function validationRefusal(
  edit: Edit,
  sheet: Sheet,
  row: number,
  column: number,
  rule: ValidationRule,
): RefusedEdit {
  const choices = choicesOf(rule, edit.workbook);
  const help = rule.helpText ? ` ${rule.helpText}` : "";
  const list = choices.length > 0 ? ` Please enter one of the following values: ${choices.join(", ")}.` : "";
  return new RefusedEdit(
    `The data you entered in cell ${cellAddress(row, column)} violates the data validation rules set on this cell.${list}${help}`,
    sheet.id,
    { row, column, rows: 1, columns: 1 },
  );
}

/** A custom rule reads the cell itself: it is judged as if the entry already stood there. */
function isTrueWith(
  edit: Edit,
  sheet: Sheet,
  row: number,
  column: number,
  entry: Entry,
  formula: string,
): boolean {
  const { value, formula: oldFormula, computed } = sheet.ensureCell(row, column);
  sheet.putEntry(row, column, entry);
  try {
    return edit.calculation.isTrueAt(formula, sheet.id, row, column);
  } finally {
    sheet.putEntry(row, column, { value, formula: oldFormula });
    if (computed !== undefined) sheet.ensureCell(row, column).computed = computed;
  }
}

function judge(edit: Edit, sheet: Sheet, row: number, column: number, entry: Entry): void {
  const cell = sheet.cell(row, column);
  const rule = cell?.validation;
  if (!rule || rule.allowInvalid || entry.formula !== undefined) return;
  const value: CellValue | undefined = entry.value;
  const isAllowed = isAllowedBy(rule, value, {
    workbook: edit.workbook,
    sheetId: sheet.id,
    row,
    column,
    numberFormat: entry.numberFormat ?? cell?.style?.numberFormat,
    judgeFormula: (formula) => isTrueWith(edit, sheet, row, column, entry, formula),
  });
  if (!isAllowed) throw validationRefusal(edit, sheet, row, column, rule);
}

/**
 * Writes a matrix of entries with its upper left corner at the area's. All or nothing: one refused cell
 * refuses the whole write, as a script's setValues does.
 */
export function writeEntries(
  edit: Edit,
  sheet: Sheet,
  area: Area,
  entryAt: (row: number, column: number) => RawEntry,
): void {
  requireUnprotected(edit, sheet, area);
  const entries: { row: number; column: number; entry: Entry }[] = [];
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const raw = entryAt(r, c);
      if (raw === undefined) continue;
      const [row, column] = [area.row + r, area.column + c];
      const entry = entryOf(raw, sheet.cell(row, column)?.style?.numberFormat, edit);
      judge(edit, sheet, row, column, entry);
      entries.push({ row, column, entry });
    }
  }
  for (const { row, column, entry } of entries) {
    sheet.putEntry(row, column, entry);
    if (entry.numberFormat !== undefined) {
      const cell = sheet.ensureCell(row, column);
      cell.style = { ...cell.style, numberFormat: entry.numberFormat };
    }
  }
  edit.workbook.announceCells(sheet.id, area);
}

/** Writes formulas as formulas, whatever the cell's format; an empty text clears. */
export function writeFormulas(
  edit: Edit,
  sheet: Sheet,
  area: Area,
  formulaAt: (row: number, column: number) => string,
): void {
  requireUnprotected(edit, sheet, area);
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const text = formulaAt(r, c);
      const formula = text === "" ? undefined : text.startsWith("=") ? text : `=${text}`;
      sheet.putEntry(area.row + r, area.column + c, { formula });
    }
  }
  edit.workbook.announceCells(sheet.id, area);
}
