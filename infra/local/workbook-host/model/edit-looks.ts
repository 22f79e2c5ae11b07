// Changes how cells look and what is attached to them: styles, notes, validation rules; and clears them.
import { formulaMovedBy } from "../formula/rewrite-references.ts";
import type { Area } from "./area.ts";
import type { CellStyle } from "./cell.ts";
import { type Edit, requireUnprotected } from "./edit.ts";
import type { Sheet } from "./sheet.ts";
import type { ValidationRule } from "./validation-rule.ts";

const interned = new Map<string, CellStyle>();

/** One object per look: thousands of cells share it, and saving numbers each look once. */
function withoutAbsent(style: CellStyle): CellStyle | undefined {
  const kept = Object.entries(style).filter(([, value]) => value !== undefined);
  if (kept.length === 0) return undefined;
  const key = JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = interned.get(key);
  if (known) return known;
  const made: CellStyle = Object.fromEntries(kept);
  interned.set(key, made);
  return made;
}

/** True when both give the same properties the same values. */
function isSame(one: CellStyle, other: CellStyle): boolean {
  const [entries, others] = [Object.entries(one), Object.entries(other)];
  return (
    entries.length === others.length &&
    entries.every(([name, value], at) => others[at]?.[0] === name && others[at]?.[1] === value)
  );
}

/** Lays style properties over the cells' own; a property given as undefined goes back to the default. */
export function writeStyles(
  edit: Edit,
  sheet: Sheet,
  area: Area,
  styleAt: (row: number, column: number) => CellStyle,
): void {
  requireUnprotected(edit, sheet, area);
  // Columns of a thousand rows look alike: the same laid over the same gives the same.
  const laid = new Map<CellStyle | undefined, { over: CellStyle; style: CellStyle | undefined }>();
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const [row, column] = [area.row + r, area.column + c];
      const cell = sheet.ensureCell(row, column);
      const before = cell.style;
      const over = styleAt(r, c);
      const known = laid.get(before);
      if (known && isSame(known.over, over)) cell.style = known.style;
      else {
        cell.style = withoutAbsent({ ...before, ...over });
        laid.set(before, { over, style: cell.style });
      }
      sheet.putCell(row, column, cell);
    }
  }
  edit.workbook.announce({ kind: "cells", sheetId: sheet.id, area });
}

export function writeNotes(
  edit: Edit,
  sheet: Sheet,
  area: Area,
  noteAt: (row: number, column: number) => string | null,
): void {
  requireUnprotected(edit, sheet, area);
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const [row, column] = [area.row + r, area.column + c];
      const cell = sheet.ensureCell(row, column);
      cell.note = noteAt(r, c) || undefined;
      sheet.putCell(row, column, cell);
    }
  }
  edit.workbook.announce({ kind: "notes", sheetId: sheet.id });
}

export function writeValidations(
  edit: Edit,
  sheet: Sheet,
  area: Area,
  ruleAt: (row: number, column: number) => ValidationRule | undefined,
): void {
  requireUnprotected(edit, sheet, area);
  for (let r = 0; r < area.rows; r += 1) {
    for (let c = 0; c < area.columns; c += 1) {
      const [row, column] = [area.row + r, area.column + c];
      const cell = sheet.ensureCell(row, column);
      cell.validation = ruleForCell(ruleAt(r, c), r, c);
      sheet.putCell(row, column, cell);
    }
  }
  edit.workbook.announce({ kind: "validations", sheetId: sheet.id });
}

/** A custom formula is written for the range's first cell; each cell keeps it as it reads from there. */
function ruleForCell(
  rule: ValidationRule | undefined,
  row: number,
  column: number,
): ValidationRule | undefined {
  const formula = rule?.arguments[0];
  if (rule?.criterion !== "CUSTOM_FORMULA" || typeof formula !== "string") return rule;
  return { ...rule, arguments: [formulaMovedBy(formula, row, column), ...rule.arguments.slice(1)] };
}

export interface Clearing {
  readonly contents: boolean;
  readonly formats: boolean;
  readonly notes: boolean;
  readonly validations: boolean;
}

export function clearCells(edit: Edit, sheet: Sheet, area: Area, what: Clearing): void {
  requireUnprotected(edit, sheet, area);
  for (const { row, column, cell } of [...sheet.cellsIn(area)]) {
    if (what.contents) sheet.putEntry(row, column, {});
    if (what.formats) cell.style = undefined;
    if (what.notes) cell.note = undefined;
    if (what.validations) cell.validation = undefined;
    sheet.putCell(row, column, cell);
  }
  if (what.contents) edit.workbook.announceCells(sheet.id, area);
  else if (what.formats) edit.workbook.announce({ kind: "cells", sheetId: sheet.id, area });
  if (what.notes) edit.workbook.announce({ kind: "notes", sheetId: sheet.id });
  if (what.validations) edit.workbook.announce({ kind: "validations", sheetId: sheet.id });
}
