// Cuts a formula into tokens, keeping each token's place so that references can be rewritten.
import { columnNumber } from "../model/a1.ts";
import type { CellRef } from "./syntax-tree.ts";

export interface Token {
  readonly kind: "number" | "text" | "error" | "reference" | "name" | "function" | "symbol";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ref?: CellRef;
}

const sheetPart = String.raw`(?:('(?:[^']|'')+'|[A-Za-z_\p{L}][\w.\p{L}]*)!)?`;
const referencePattern = new RegExp(
  `${sheetPart}(?:(\\$?)([A-Za-z]{1,3})(\\$?)([1-9]\\d*)(?::(?:(\\$?)([A-Za-z]{1,3}))?(?:(\\$?)([1-9]\\d*))?)?|(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})(?:(\\$?)([1-9]\\d*))?|(\\$?)([1-9]\\d*):(\\$?)([1-9]\\d*))(?![\\w(\\p{L}.])`,
  "uy",
);
const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const textPattern = /"(?:[^"]|"")*"/y;
const errorPattern = /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/y;
const functionPattern = /[A-Za-z_][\w.]*(?=\s*\()/y;
const namePattern = /[A-Za-z_\p{L}][\w.\p{L}]*/uy;
const symbolPattern = /<>|<=|>=|[-+*/^&=<>%(),;{}:]/y;

export class FormulaSyntaxError extends Error {}

const digits = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text) - 1;
const letters = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : columnNumber(text);

function refOf(match: RegExpExecArray): CellRef {
  const [, sheet, d1, c1, d2, r1, d3, c2, d4, r2, e1, ec1, e2, ec2, e3, er2, f1, fr1, f2, fr2] = match;
  const sheetName = sheet?.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  if (ec1 !== undefined) {
    return {
      sheetName,
      startRow: undefined,
      startColumn: letters(ec1),
      endRow: digits(er2),
      endColumn: letters(ec2),
      fixed: [false, e1 === "$", e3 === "$", e2 === "$"],
      isRange: true,
    };
  }
  if (fr1 !== undefined) {
    return {
      sheetName,
      startRow: digits(fr1),
      startColumn: undefined,
      endRow: digits(fr2),
      endColumn: undefined,
      fixed: [f1 === "$", false, f2 === "$", false],
      isRange: true,
    };
  }
  const isRange = match[0].includes(":", match[0].lastIndexOf("!") + 1);
  return {
    sheetName,
    startRow: digits(r1),
    startColumn: letters(c1),
    endRow: isRange ? digits(r2) : digits(r1),
    endColumn: isRange ? letters(c2) : letters(c1),
    fixed: isRange
      ? [d2 === "$", d1 === "$", d4 === "$", d3 === "$"]
      : [d2 === "$", d1 === "$", d2 === "$", d1 === "$"],
    isRange,
  };
}

const readers: readonly [Token["kind"], RegExp][] = [
  ["text", textPattern],
  ["error", errorPattern],
  ["reference", referencePattern],
  ["function", functionPattern],
  ["number", numberPattern],
  ["name", namePattern],
  ["symbol", symbolPattern],
];

/** Tokens of a formula, which may start with its equals sign; positions count from the start of the text. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let position = formula.startsWith("=") ? 1 : 0;
  scan: while (position < formula.length) {
    if (/\s/.test(formula.charAt(position))) {
      position += 1;
      continue;
    }
    for (const [kind, pattern] of readers) {
      pattern.lastIndex = position;
      const match = pattern.exec(formula);
      if (!match || match[0] === "") continue;
      const end = position + match[0].length;
      const token = { kind, text: match[0], start: position, end };
      tokens.push(kind === "reference" ? { ...token, ref: refOf(match) } : token);
      position = end;
      continue scan;
    }
    throw new FormulaSyntaxError(`Unexpected "${formula.charAt(position)}" in ${formula}`);
  }
  return tokens;
}
