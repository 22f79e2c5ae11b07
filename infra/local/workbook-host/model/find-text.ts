// Finds texts in cells, as Apps Script's TextFinder does.
import type { Area } from "./area.ts";
import { resultOf } from "./cell.ts";
import { displayText } from "./number-format.ts";
import type { Sheet } from "./sheet.ts";

export interface TextQuery {
  readonly text: string;
  readonly matchCase: boolean;
  readonly entireCell: boolean;
  readonly inFormulas: boolean;
  readonly regularExpression: boolean;
  readonly ignoreDiacritics: boolean;
}

/** The query as a regular expression over a cell's text. */
export function patternOf(query: TextQuery): RegExp {
  const source = query.regularExpression ? query.text : query.text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(query.entireCell ? `^(?:${source})$` : source, query.matchCase ? "gu" : "giu");
}

const plain = (text: string, query: TextQuery): string =>
  query.ignoreDiacritics ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;

/** Addresses of cells that match, row by row. */
export function findText(sheet: Sheet, area: Area, query: TextQuery): { row: number; column: number }[] {
  const pattern = patternOf({ ...query, text: plain(query.text, query) });
  const found: { row: number; column: number }[] = [];
  for (const { row, column, cell } of sheet.cellsIn(area)) {
    const text =
      query.inFormulas && cell.formula !== undefined
        ? cell.formula
        : displayText(resultOf(cell), cell.style?.numberFormat);
    pattern.lastIndex = 0;
    if (text !== "" && pattern.test(plain(text, query))) found.push({ row, column });
  }
  return found;
}
