// What an evaluation can see: its own place, other cells, names and the clock.
import type { SheetArea } from "../model/area.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Workbook } from "../model/workbook.ts";
import type { FormulaResult, FormulaValue, Matrix } from "./formula-value.ts";
import type { Node } from "./syntax-tree.ts";

export interface FormulaContext {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** The instant that NOW and TODAY show, in epoch milliseconds. */
  readonly now: number;
  /** How far a formula written for another cell has moved to get here: parts of references without $ move along. */
  readonly movedRows: number;
  readonly movedColumns: number;
  /** True inside ARRAYFORMULA and the like, where operators work on whole ranges. */
  readonly inArray: boolean;
  cellValue(sheet: Sheet, row: number, column: number): FormulaValue;
  matrixOf(area: SheetArea): Matrix;
}

/** One argument of a call; evaluated only when asked for, so that IF and IFERROR can skip a branch. */
export interface Argument {
  readonly node: Node;
  readonly isOmitted: boolean;
  result(context?: FormulaContext): FormulaResult;
  single(): FormulaValue;
  matrix(): Matrix;
  /** The cells it refers to, or undefined when it is a plain value. */
  findArea(): SheetArea | undefined;
}

/** A function that chooses itself how to treat its arguments. */
export type FormulaFunction = (args: readonly Argument[], context: FormulaContext) => FormulaResult;

/** A function of single values: applied cell by cell inside ARRAYFORMULA. */
export type ScalarFunction = (values: readonly FormulaValue[], context: FormulaContext) => FormulaValue;
