// Adds, copies, renames, orders and deletes sheets.
import { formulaAfterRename } from "../formula/rewrite-references.ts";
import { type Edit, RefusedEdit, requireEditor, requireUnprotected } from "./edit.ts";
import type { Sheet } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

export function freeSheetName(workbook: Workbook, base: string): string {
  for (let number = workbook.sheets.length + 1; ; number += 1) {
    const name = `${base}${number}`;
    if (!workbook.sheetByName(name)) return name;
  }
}

function requireFreeName(workbook: Workbook, name: string): void {
  if (name === "") throw new RefusedEdit("The sheet name cannot be empty.");
  if (workbook.sheetByName(name)) {
    throw new RefusedEdit(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

export function insertSheet(edit: Edit, name: string | undefined, index: number | undefined): Sheet {
  requireEditor(edit);
  const base = edit.workbook.facts.locale.startsWith("zh") ? "工作表" : "Sheet";
  const chosen = name ?? freeSheetName(edit.workbook, base);
  requireFreeName(edit.workbook, chosen);
  return edit.workbook.addSheet(chosen, index);
}

export function renameSheet(edit: Edit, sheet: Sheet, name: string): void {
  requireEditor(edit);
  if (sheet.name === name) return;
  const other = edit.workbook.sheetByName(name);
  if (other !== sheet) requireFreeName(edit.workbook, name);
  const oldName = sheet.name;
  sheet.name = name;
  for (const each of edit.workbook.sheets) {
    for (const cell of each.formulaCells) {
      if (cell.formula !== undefined) cell.formula = formulaAfterRename(cell.formula, oldName, name);
    }
  }
  edit.workbook.markAllStale();
  edit.workbook.announce({ kind: "sheet-properties", sheetId: sheet.id });
  // Formulas that name the sheet read differently now: pages take in everything anew.
  const hasFormulas = edit.workbook.sheets.some((each) => each.formulaCells.size > 0);
  if (hasFormulas) edit.workbook.announce({ kind: "sheet-list" });
}

export function deleteSheet(edit: Edit, sheet: Sheet): void {
  requireUnprotected(edit, sheet, sheet.wholeArea());
  const { workbook } = edit;
  const visible = workbook.sheets.filter((each) => !each.hidden);
  if (visible.length === 1 && visible[0] === sheet) {
    throw new RefusedEdit("You can't remove all the visible sheets in a document.");
  }
  workbook.sheets = workbook.sheets.filter((each) => each !== sheet);
  for (const [name, range] of [...workbook.namedRanges]) {
    if (range.sheetId === sheet.id) workbook.namedRanges.delete(name);
  }
  workbook.markAllStale();
  workbook.announce({ kind: "sheet-list" });
}

export function hideSheet(edit: Edit, sheet: Sheet, hidden: boolean): void {
  requireEditor(edit);
  if (hidden && edit.workbook.sheets.every((each) => each === sheet || each.hidden)) {
    throw new RefusedEdit("You can't hide all the sheets in a document.");
  }
  sheet.hidden = hidden;
  edit.workbook.announce({ kind: "sheet-properties", sheetId: sheet.id });
}

/** Moves a sheet to a place counted from zero. */
export function moveSheet(edit: Edit, sheet: Sheet, index: number): void {
  requireEditor(edit);
  const others = edit.workbook.sheets.filter((each) => each !== sheet);
  others.splice(Math.max(0, Math.min(index, others.length)), 0, sheet);
  edit.workbook.sheets = others;
  edit.workbook.announce({ kind: "sheet-list" });
}

/** Copies a sheet's contents and properties into a fresh sheet, of this or another workbook. */
export function copySheetInto(source: Sheet, target: Sheet): void {
  target.growTo(source.maxRows, source.maxColumns);
  target.maxRows = source.maxRows;
  target.maxColumns = source.maxColumns;
  target.frozenRows = source.frozenRows;
  target.frozenColumns = source.frozenColumns;
  target.tabColor = source.tabColor;
  for (const { row, column, cell } of source.cellsIn(source.wholeArea())) {
    target.putCell(row, column, { ...cell });
  }
  source.rowLines.forEach((line, row) => {
    if (line) target.rowLines[row] = { ...line };
  });
  source.columnLines.forEach((line, column) => {
    if (line) target.columnLines[column] = { ...line };
  });
  target.merges = [...source.merges];
  target.conditionalRules = [...source.conditionalRules];
}

export function duplicateSheet(
  edit: Edit,
  source: Sheet,
  name: string,
  index: number,
  to = edit.workbook,
): Sheet {
  requireEditor(edit);
  requireFreeName(to, name);
  const copy = to.addSheet(name, index);
  copySheetInto(source, copy);
  copy.hidden = source.hidden;
  to.markAllStale();
  to.announce({ kind: "sheet-list" });
  return copy;
}
