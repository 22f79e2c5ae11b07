// IF and its kin, errors and the tests for kinds of value.
import { CellError } from "../model/cell.ts";
import type { Argument, FormulaContext, FormulaFunction, ScalarFunction } from "./formula-context.ts";
import {
  asMatrix,
  compareValues,
  FormulaFailure,
  type FormulaResult,
  type FormulaValue,
  isMatrix,
  toBoolean,
} from "./formula-value.ts";

const argument = (args: readonly Argument[], index: number): Argument => {
  const found = args[index];
  if (!found) throw new FormulaFailure("#N/A", "Wrong number of arguments");
  return found;
};

/** The result, or the error that evaluating it raised. */
function resultOrError(evaluate: () => FormulaResult): FormulaResult {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof FormulaFailure) return error.error;
    throw error;
  }
}

/** In array mode an IF over a range chooses cell by cell. */
function chooseByCell(test: FormulaResult, yes: FormulaResult, no: FormulaResult): FormulaResult {
  const pick = (from: FormulaResult, row: number, column: number): FormulaValue => {
    const matrix = asMatrix(from);
    const line = matrix[matrix.length === 1 ? 0 : row];
    return line?.[line.length === 1 ? 0 : column];
  };
  return asMatrix(test).map((line, row) =>
    line.map((value, column) => {
      if (value instanceof CellError) return value;
      return pick(toBoolean(value) ? yes : no, row, column);
    }),
  );
}

function evaluateIf(args: readonly Argument[], context: FormulaContext): FormulaResult {
  const test = argument(args, 0).result();
  const no = (): FormulaResult => (args[2] ? args[2].result() : false);
  if (context.inArray && isMatrix(test)) {
    return chooseByCell(
      test,
      resultOrError(() => argument(args, 1).result()),
      resultOrError(no),
    );
  }
  return toBoolean(argument(args, 0).single()) ? argument(args, 1).result() : no();
}

const replacingErrors =
  (isCaught: (error: CellError) => boolean): FormulaFunction =>
  (args) => {
    const result = resultOrError(() => argument(args, 0).result());
    const instead = (): FormulaResult => args[1]?.result() ?? undefined;
    if (isMatrix(result)) {
      const replacement = (): FormulaValue => {
        const value = instead();
        return isMatrix(value) ? value[0]?.[0] : value;
      };
      return result.map((line) =>
        line.map((value) => (value instanceof CellError && isCaught(value) ? replacement() : value)),
      );
    }
    return result instanceof CellError && isCaught(result) ? instead() : result;
  };

const testing =
  (test: (value: FormulaValue) => boolean): FormulaFunction =>
  (args, context) => {
    const result = resultOrError(() =>
      context.inArray ? argument(args, 0).result() : argument(args, 0).single(),
    );
    return isMatrix(result) ? result.map((line) => line.map(test)) : test(result);
  };

function booleansIn(args: readonly Argument[]): boolean[] {
  const found: boolean[] = [];
  for (const arg of args) {
    for (const line of arg.matrix()) {
      for (const value of line) {
        if (value === undefined || (typeof value === "string" && isMatrix(arg.result()))) continue;
        found.push(toBoolean(value));
      }
    }
  }
  return found;
}

export const logicFunctions: Readonly<Record<string, FormulaFunction>> = {
  IF: evaluateIf,
  IFERROR: replacingErrors(() => true),
  IFNA: replacingErrors((error) => error.code === "#N/A"),
  IFS: (args) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (toBoolean(argument(args, index).single())) return argument(args, index + 1).result();
    }
    throw new FormulaFailure("#N/A", "No match in IFS");
  },
  SWITCH: (args) => {
    const value = argument(args, 0).single();
    let index = 1;
    for (; index + 1 < args.length; index += 2) {
      if (compareValues(value, argument(args, index).single()) === 0)
        return argument(args, index + 1).result();
    }
    const fallback = args[index];
    if (fallback) return fallback.result();
    throw new FormulaFailure("#N/A", "No match in SWITCH");
  },
  CHOOSE: (args) => {
    const index = Number(argument(args, 0).single());
    const chosen = args[Math.trunc(index)];
    if (!chosen || index < 1) throw new FormulaFailure("#NUM!", "CHOOSE has no such choice");
    return chosen.result();
  },
  AND: (args) => booleansIn(args).every(Boolean),
  OR: (args) => booleansIn(args).some(Boolean),
  XOR: (args) => booleansIn(args).filter(Boolean).length % 2 === 1,
  ISERROR: testing((value) => value instanceof CellError),
  ISERR: testing((value) => value instanceof CellError && value.code !== "#N/A"),
  ISNA: testing((value) => value instanceof CellError && value.code === "#N/A"),
  ISBLANK: testing((value) => value === undefined),
  ISNUMBER: testing((value) => typeof value === "number"),
  ISTEXT: testing((value) => typeof value === "string"),
  ISNONTEXT: testing((value) => typeof value !== "string"),
  ISLOGICAL: testing((value) => typeof value === "boolean"),
  ISDATE: testing((value) => typeof value === "number"),
  ISFORMULA: (args, context) => {
    const area = argument(args, 0).findArea();
    const sheet = area && context.workbook.sheetById(area.sheetId);
    return sheet?.cell(area?.area.row ?? -1, area?.area.column ?? -1)?.formula !== undefined;
  },
  NA: () => new CellError("#N/A"),
};

export const logicScalars: Readonly<Record<string, ScalarFunction>> = {
  NOT: ([value]) => !toBoolean(value),
  N: ([value]) => (typeof value === "number" ? value : value === true ? 1 : 0),
  T: ([value]) => (typeof value === "string" ? value : ""),
};
