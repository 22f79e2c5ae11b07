// Computes a formula's tree: operators, references, calls, and work on whole ranges inside ARRAYFORMULA.
import { type Area, findCommonArea, type SheetArea } from "../model/area.ts";
import { CellError } from "../model/cell.ts";
import { aggregateFunctions } from "./aggregate-functions.ts";
import { dateFunctions, dateScalars } from "./date-functions.ts";
import type { Argument, FormulaContext, FormulaFunction, ScalarFunction } from "./formula-context.ts";
import {
  asMatrix,
  asSingle,
  compareValues,
  FormulaFailure,
  type FormulaResult,
  type FormulaValue,
  isMatrix,
  toNumber,
  toText,
} from "./formula-value.ts";
import { libraryLists, libraryScalars } from "./library-functions.ts";
import { logicFunctions, logicScalars } from "./logic-functions.ts";
import { lookupFunctions } from "./lookup-functions.ts";
import type { BinaryOperator, CellRef, Node } from "./syntax-tree.ts";
import { textFunctions, textScalars } from "./text-functions.ts";

const functions = new Map<string, FormulaFunction>(
  Object.entries({
    ...libraryLists,
    ...aggregateFunctions,
    ...dateFunctions,
    ...logicFunctions,
    ...lookupFunctions,
    ...textFunctions,
  }),
);
const scalars = new Map<string, ScalarFunction>(
  Object.entries({ ...libraryScalars, ...dateScalars, ...logicScalars, ...textScalars }),
);
/** Calls whose arguments are computed over whole ranges. */
const arrayCalls = new Set(["ARRAYFORMULA", "SUMPRODUCT", "FILTER", "SORT", "INDEX", "XLOOKUP"]);

const binary: Readonly<Record<BinaryOperator, (a: FormulaValue, b: FormulaValue) => FormulaValue>> = {
  "+": (a, b) => toNumber(a) + toNumber(b),
  "-": (a, b) => toNumber(a) - toNumber(b),
  "*": (a, b) => toNumber(a) * toNumber(b),
  "/": (a, b) => {
    const divisor = toNumber(b);
    if (divisor === 0) throw new FormulaFailure("#DIV/0!", "Division by zero");
    return toNumber(a) / divisor;
  },
  "^": (a, b) => toNumber(a) ** toNumber(b),
  "&": (a, b) => toText(a) + toText(b),
  "=": (a, b) => compareValues(a, b) === 0,
  "<>": (a, b) => compareValues(a, b) !== 0,
  "<": (a, b) => compareValues(a, b) < 0,
  ">": (a, b) => compareValues(a, b) > 0,
  "<=": (a, b) => compareValues(a, b) <= 0,
  ">=": (a, b) => compareValues(a, b) >= 0,
};

type Place = Pick<FormulaContext, "workbook" | "sheet" | "movedRows" | "movedColumns">;

/** The cells a reference means, as far as the sheet has them. */
export function areaOfRef(ref: CellRef, context: Place): SheetArea {
  const sheet = ref.sheetName === undefined ? context.sheet : context.workbook.sheetByName(ref.sheetName);
  if (!sheet) throw new FormulaFailure("#REF!", `Unresolved sheet name '${ref.sheetName}'`);
  const { movedRows, movedColumns } = context;
  const [fixedStartRow, fixedStartColumn, fixedEndRow, fixedEndColumn] = ref.fixed;
  const rowA = (ref.startRow ?? 0) + (fixedStartRow || ref.startRow === undefined ? 0 : movedRows);
  const rowB = (ref.endRow ?? sheet.maxRows - 1) + (fixedEndRow || ref.endRow === undefined ? 0 : movedRows);
  const columnA =
    (ref.startColumn ?? 0) + (fixedStartColumn || ref.startColumn === undefined ? 0 : movedColumns);
  const columnB =
    (ref.endColumn ?? sheet.maxColumns - 1) +
    (fixedEndColumn || ref.endColumn === undefined ? 0 : movedColumns);
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  if (row < 0 || column < 0) throw new FormulaFailure("#REF!");
  return {
    sheetId: sheet.id,
    area: { row, column, rows: Math.abs(rowB - rowA) + 1, columns: Math.abs(columnB - columnA) + 1 },
  };
}

/** A range where one value is wanted: the cell in the formula's own row or column. */
function intersection(area: Area, context: FormulaContext): Area {
  if (area.rows === 1 && area.columns === 1) return area;
  const own =
    area.columns === 1
      ? { row: context.row, column: area.column, rows: 1, columns: 1 }
      : { row: area.row, column: context.column, rows: 1, columns: 1 };
  const common = area.rows === 1 || area.columns === 1 ? findCommonArea(area, own) : undefined;
  if (!common) throw new FormulaFailure("#VALUE!", "An array value could not be found");
  return common;
}

/** Applies a function cell by cell; single values and single lines are repeated. */
function broadcast(
  results: readonly FormulaResult[],
  apply: (values: readonly FormulaValue[]) => FormulaValue,
): FormulaResult {
  if (!results.some(isMatrix)) return apply(results.map(asSingle));
  const matrices = results.map(asMatrix);
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      try {
        return apply(
          matrices.map((matrix) => {
            const line = matrix[matrix.length === 1 ? 0 : row];
            return line === undefined ? new CellError("#N/A") : line[line.length === 1 ? 0 : column];
          }),
        );
      } catch (error) {
        if (error instanceof FormulaFailure) return error.error;
        throw error;
      }
    }),
  );
}

function singleOf(node: Node, context: FormulaContext): FormulaValue {
  if (node.kind === "reference" && !context.inArray) {
    const { sheetId, area } = areaOfRef(node.ref, context);
    const cell = intersection(area, context);
    const sheet = context.workbook.sheetById(sheetId);
    return sheet && context.cellValue(sheet, cell.row, cell.column);
  }
  return asSingle(evaluate(node, context));
}

function argumentOf(node: Node, context: FormulaContext): Argument {
  let known: { result: FormulaResult } | undefined;
  const result = (): FormulaResult => {
    known ??= { result: evaluate(node, context) };
    return known.result;
  };
  return {
    node,
    isOmitted: node.kind === "omitted",
    result,
    single: () => singleOf(node, context),
    matrix: () => asMatrix(result()),
    findArea: () => {
      if (node.kind === "reference") return areaOfRef(node.ref, context);
      if (node.kind === "name") return context.workbook.namedRanges.get(node.name);
      return undefined;
    },
  };
}

function evaluateCall(node: Extract<Node, { kind: "call" }>, context: FormulaContext): FormulaResult {
  const inner = arrayCalls.has(node.name) ? { ...context, inArray: true } : context;
  if (node.name === "ARRAYFORMULA") {
    const [only] = node.arguments;
    return only === undefined ? undefined : evaluate(only, inner);
  }
  const scalar = scalars.get(node.name);
  if (scalar) {
    const results = node.arguments.map((each) =>
      context.inArray ? evaluate(each, context) : singleOf(each, context),
    );
    return broadcast(results, (values) => {
      for (const value of values) {
        if (value instanceof CellError) throw new FormulaFailure(value.code, value.detail);
      }
      return scalar(values, context);
    });
  }
  const implementation = functions.get(node.name);
  if (!implementation) throw new FormulaFailure("#NAME?", `Unknown function: '${node.name}'`);
  return implementation(
    node.arguments.map((each) => argumentOf(each, inner)),
    inner,
  );
}

/** Computes a tree. Throws FormulaFailure for the cell's error. */
export function evaluate(node: Node, context: FormulaContext): FormulaResult {
  switch (node.kind) {
    case "number":
    case "text":
    case "boolean":
      return node.value;
    case "omitted":
      return undefined;
    case "error":
      throw new FormulaFailure(node.code);
    case "name": {
      const area = context.workbook.namedRanges.get(node.name);
      if (!area) throw new FormulaFailure("#NAME?", `Unknown range name: '${node.name}'`);
      return context.matrixOf(area);
    }
    case "reference": {
      const area = areaOfRef(node.ref, context);
      const sheet = context.workbook.sheetById(area.sheetId);
      if (!node.ref.isRange && sheet) return context.cellValue(sheet, area.area.row, area.area.column);
      return context.matrixOf(area);
    }
    case "array":
      return node.rows.flatMap((row) => {
        const parts = row.map((part) => asMatrix(evaluate(part, context)));
        const height = Math.max(...parts.map((part) => part.length), 0);
        return Array.from({ length: height }, (_, line) =>
          parts.flatMap((part) => part[line] ?? [undefined]),
        );
      });
    case "sign":
      return broadcast([operandOf(node.operand, context)], ([value]) =>
        node.sign === "-" ? -toNumber(value) : value,
      );
    case "percent":
      return broadcast([operandOf(node.operand, context)], ([value]) => toNumber(value) / 100);
    case "binary": {
      const operator = binary[node.operator];
      return broadcast([operandOf(node.left, context), operandOf(node.right, context)], ([left, right]) =>
        operator(left, right),
      );
    }
    case "call":
      return evaluateCall(node, context);
  }
}

const operandOf = (node: Node, context: FormulaContext): FormulaResult =>
  context.inArray ? evaluate(node, context) : singleOf(node, context);
