// Values that formulas compute with, and how Sheets turns one kind into another.
import { CellError, type CellValue } from "../model/cell.ts";
import { entryOfText } from "../model/input-coercion.ts";
import { displayText } from "../model/number-format.ts";

/** A single value; undefined is a blank cell. */
export type FormulaValue = CellValue | undefined;
export type Matrix = readonly (readonly FormulaValue[])[];
export type FormulaResult = FormulaValue | Matrix;

/** Thrown inside an evaluation; becomes the cell's error. */
export class FormulaFailure extends Error {
  readonly error: CellError;
  constructor(code: string, detail = "") {
    super(code);
    this.error = new CellError(code, detail);
  }
}

export const isMatrix = (value: FormulaResult): value is Matrix => Array.isArray(value);

export const asMatrix = (value: FormulaResult): Matrix => (isMatrix(value) ? value : [[value]]);

/** The value at the upper left corner: what a matrix is where one value is wanted. */
export const asSingle = (value: FormulaResult): FormulaValue => (isMatrix(value) ? value[0]?.[0] : value);

function fail(error: CellError): never {
  throw new FormulaFailure(error.code, error.detail);
}

/** A text's number, date or time; undefined when it is none. */
export function findNumberInText(text: string): number | undefined {
  const { value } = entryOfText(text.trim(), undefined);
  return typeof value === "number" ? value : undefined;
}

export function toNumber(value: FormulaValue): number {
  if (value === undefined) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof CellError) return fail(value);
  if (value === "") return 0;
  const number = findNumberInText(value);
  if (number === undefined)
    throw new FormulaFailure("#VALUE!", `'${value}' is a text and cannot become a number`);
  return number;
}

export function toText(value: FormulaValue): string {
  if (value === undefined) return "";
  if (value instanceof CellError) return fail(value);
  return displayText(value, undefined);
}

export function toBoolean(value: FormulaValue): boolean {
  if (value === undefined) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value instanceof CellError) return fail(value);
  const upper = value.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  if (value === "") return false;
  throw new FormulaFailure("#VALUE!", `'${value}' is a text and cannot become TRUE or FALSE`);
}

const rank = (value: FormulaValue): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;

/** Order of two values: numbers before texts before booleans; blank equals 0, "" and FALSE; case does not count. */
export function compareValues(a: FormulaValue, b: FormulaValue): number {
  if (a instanceof CellError) return fail(a);
  if (b instanceof CellError) return fail(b);
  const blankAs = (other: FormulaValue): FormulaValue =>
    typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
  const left = a === undefined ? blankAs(b) : a;
  const right = b === undefined ? blankAs(a) : b;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string" && typeof right === "string") {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return toNumber(left) - toNumber(right);
}
