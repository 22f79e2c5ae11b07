// Cell addresses as people write them (B3, A2:D, '一月'!C4) and their rectangles counted from zero.
import type { Area } from "./area.ts";

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${cellAddress(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A sheet's name as it stands before the exclamation mark: quoted unless it is a plain word. */
export const quotedSheetName = (name: string): string =>
  /^[A-Za-z_\p{Script=Han}][\w\p{Script=Han}]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

export interface Address {
  readonly sheetName: string | undefined;
  readonly area: Area;
}

const partPattern = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/**
 * Reads an address; open ends (A:C, A2:C, 3:5) reach to the sheet's last row or column.
 * Undefined when the text is no address.
 */
export function findAddress(text: string, maxRows: number, maxColumns: number): Address | undefined {
  const bang = text.lastIndexOf("!");
  const sheetPart = bang >= 0 ? text.slice(0, bang) : undefined;
  const sheetName =
    sheetPart?.startsWith("'") && sheetPart.endsWith("'")
      ? sheetPart.slice(1, -1).replaceAll("''", "'")
      : sheetPart;
  const [first, second, ...more] = text.slice(bang + 1).split(":");
  if (first === undefined || more.length > 0) return undefined;
  const start = partPattern.exec(first);
  const end = second === undefined ? start : partPattern.exec(second);
  if (!start || !end || first === "" || second === "") return undefined;
  const [, startLetters, startDigits] = start;
  const [, endLetters, endDigits] = end;
  if (second === undefined && (!startLetters || !startDigits)) return undefined;
  const rowA = startDigits ? Number(startDigits) - 1 : 0;
  const rowB = endDigits ? Number(endDigits) - 1 : maxRows - 1;
  const columnA = startLetters ? columnNumber(startLetters) : 0;
  const columnB = endLetters ? columnNumber(endLetters) : maxColumns - 1;
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  return {
    sheetName,
    area: { row, column, rows: Math.abs(rowB - rowA) + 1, columns: Math.abs(columnB - columnA) + 1 },
  };
}
