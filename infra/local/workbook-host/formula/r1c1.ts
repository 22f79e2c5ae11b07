// Formulas in R1C1 notation, which scripts use to fill columns: to and from A1 for one cell.

import { columnLetters, quotedSheetName } from "../model/a1.ts";
import { rewriteReferences } from "./rewrite-references.ts";

const r1c1Pattern =
  /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\w\p{L}.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\w\p{L}(.])/gu;

/** Resolves R1C1 references as seen from a cell counted from zero. */
export function formulaFromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(r1c1Pattern, (whole: string, quoted: string | undefined, r?: string, c?: string) => {
    if (quoted !== undefined) return whole;
    const resolve = (part: string | undefined, own: number): { index: number; fixed: boolean } =>
      part === undefined
        ? { index: own, fixed: false }
        : part.startsWith("[")
          ? { index: own + Number(part.slice(1, -1)), fixed: false }
          : { index: Number(part) - 1, fixed: true };
    const rowPart = resolve(r, row);
    const columnPart = resolve(c, column);
    if (rowPart.index < 0 || columnPart.index < 0) return "#REF!";
    return `${columnPart.fixed ? "$" : ""}${columnLetters(columnPart.index)}${rowPart.fixed ? "$" : ""}${rowPart.index + 1}`;
  });
}

/** The formula of a cell counted from zero, in R1C1 notation. */
export function formulaToR1C1(formula: string, row: number, column: number): string {
  const texts: string[] = [];
  // References become place holders first: the rewriter only knows how to write A1.
  const marked = rewriteReferences(formula, (ref) => {
    const part = (letter: string, value: number | undefined, own: number, fixed: boolean): string =>
      value === undefined
        ? ""
        : fixed
          ? `${letter}${value + 1}`
          : value === own
            ? `${letter}[0]`
            : `${letter}[${value - own}]`;
    const [fixedStartRow, fixedStartColumn, fixedEndRow, fixedEndColumn] = ref.fixed;
    const start =
      part("R", ref.startRow, row, fixedStartRow) + part("C", ref.startColumn, column, fixedStartColumn);
    const end = part("R", ref.endRow, row, fixedEndRow) + part("C", ref.endColumn, column, fixedEndColumn);
    const sheet = ref.sheetName === undefined ? "" : `${quotedSheetName(ref.sheetName)}!`;
    texts.push(ref.isRange ? `${sheet}${start}:${end}` : sheet + start);
    return undefined;
  });
  let next = 0;
  return marked.replace(/#REF!/g, () => texts[next++] ?? "#REF!");
}
