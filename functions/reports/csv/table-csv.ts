// A table as CSV that spreadsheets open without being told how: UTF-8 with its mark, and never a formula.
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { type Cell, isFigure, type Row, type TableBlock } from "../model/report.ts";
import { showInline } from "../model/show-inline.ts";

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = "\ufeff";

export function tableCsv(table: TableBlock, locale: Locale): string {
  const head = table.columns.map(({ label }) => csvText(say(label, locale)));
  return `${BYTE_ORDER_MARK}${[head, ...table.rows.map((row) => rowCells(row, table, locale))]
    .map((cells) => `${cells.join(",")}\r\n`)
    .join("")}`;
}

function rowCells({ cells }: Row, { columns }: TableBlock, locale: Locale): string[] {
  return columns.map((_, at) => csvCell(cells[at] ?? null, locale));
}

export function csvCell(cell: Cell, locale: Locale): string {
  if (isFigure(cell) && cell.value !== null)
    return plainNumber(cell.unit === "fen" ? cell.value / 100 : cell.value);
  return csvText(showInline(cell, locale));
}

/** Without the marks of thousands, which other programs read as two columns; at most six places. */
function plainNumber(value: number): string {
  return String(Number(value.toFixed(6)));
}

/**
 * A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, also behind blanks or in full-width letters)
 * gets an apostrophe; quotes are doubled.
 */
export function csvText(text: string): string {
  const guarded = /^\s*[=+\-@＝＋－＠]/u.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}
