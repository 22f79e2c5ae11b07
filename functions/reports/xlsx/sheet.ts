// A worksheet while it is filled: cells, links and the values of formulas by their address.
import type { CellObject } from "write-excel-file/node";
import { cellAddress } from "./cell-address.ts";

export interface Sheet {
  readonly name: string;
  readonly rows: CellObject[][];
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight, and are repeated on paper. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly landscape: boolean;
  /** Web addresses by cell. */
  readonly links: Map<string, string>;
  /** What formulas come to, by cell. */
  readonly values: Map<string, number>;
}

/** Links the cell that comes next in the row that comes next. */
export function linkNext(sheet: Sheet, row: readonly CellObject[], address: string): void {
  sheet.links.set(cellAddress(sheet.rows.length, row.length), address);
}

const LONGEST_NAME = 31;

/** A name that spreadsheets take, and that no other sheet has; it is taken by asking. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const clean = wanted.replace(/[[\]/\\:*?']+/g, " ").trim() || "Sheet";
  for (let count = 1; ; count++) {
    const mark = count === 1 ? "" : ` ${count}`;
    const name = clean.slice(0, LONGEST_NAME - mark.length).trimEnd() + mark;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Text that a cell of a workbook may hold: no control characters, at most 32,767 characters. */
export function cellText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").slice(0, 32_767);
}

/** How many lines a text takes in so many characters of width; Chinese ones are twice as wide as others. */
export function linesOf(text: string, width: number): number {
  const lines = text.split("\n").map((line) => {
    const units = [...line].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 2 : 1), 0);
    return Math.max(1, Math.ceil(units / Math.max(1, width * 0.92)));
  });
  return lines.reduce((sum, one) => sum + one, 0);
}
