// Looking things up and reshaping ranges: VLOOKUP, MATCH, FILTER, SORT, UNIQUE and the like.
import { findAddress } from "../model/a1.ts";
import { CellError } from "../model/cell.ts";
import type { Argument, FormulaContext, FormulaFunction } from "./formula-context.ts";
import {
  compareValues,
  FormulaFailure,
  type FormulaResult,
  type FormulaValue,
  type Matrix,
  toBoolean,
  toNumber,
  toText,
} from "./formula-value.ts";

const need = (arg: Argument | undefined): Argument => {
  if (!arg) throw new FormulaFailure("#N/A", "Wrong number of arguments");
  return arg;
};

const isGiven = (arg: Argument | undefined): arg is Argument => arg !== undefined && !arg.isOmitted;

const isSame = (value: FormulaValue, wanted: FormulaValue): boolean =>
  value !== undefined && !(value instanceof CellError) && compareValues(value, wanted) === 0;

/** Place of the wanted value in a list; with `sorted`, of the last value not above it. -1 when there is none. */
function placeOf(list: readonly FormulaValue[], wanted: FormulaValue, sorted: boolean): number {
  if (!sorted) return list.findIndex((value) => isSame(value, wanted));
  let place = -1;
  list.forEach((value, index) => {
    if (value !== undefined && !(value instanceof CellError) && typeof value === typeof wanted) {
      if (compareValues(value, wanted) <= 0) place = index;
    }
  });
  return place;
}

const columnOf = (matrix: Matrix, column: number): FormulaValue[] => matrix.map((line) => line[column]);
const flat = (matrix: Matrix): FormulaValue[] => matrix.flatMap((line) => [...line]);

function notFound(what: FormulaValue): never {
  throw new FormulaFailure("#N/A", `Did not find value '${toText(what)}'`);
}

function lookUp(args: readonly Argument[], vertical: boolean): FormulaResult {
  const [wantedArg, rangeArg, indexArg, sortedArg] = args;
  const wanted = need(wantedArg).single();
  const matrix = need(rangeArg).matrix();
  const index = toNumber(need(indexArg).single()) - 1;
  const sorted = isGiven(sortedArg) ? toBoolean(sortedArg.single()) : true;
  const place = placeOf(vertical ? columnOf(matrix, 0) : (matrix[0] ?? []), wanted, sorted);
  if (place < 0) return notFound(wanted);
  const width = vertical ? (matrix[0]?.length ?? 0) : matrix.length;
  if (index < 0 || index >= width) throw new FormulaFailure("#REF!", "The index lies outside the range");
  return vertical ? matrix[place]?.[index] : matrix[index]?.[place];
}

function evaluateMatch([wantedArg, listArg, typeArg]: readonly Argument[]): FormulaResult {
  const wanted = need(wantedArg).single();
  const list = flat(need(listArg).matrix());
  const type = isGiven(typeArg) ? toNumber(typeArg.single()) : 1;
  const place =
    type < 0
      ? list.findLastIndex((value) => value !== undefined && compareValues(value, wanted) >= 0)
      : placeOf(list, wanted, type > 0);
  return place < 0 ? notFound(wanted) : place + 1;
}

function evaluateXlookup(args: readonly Argument[]): FormulaResult {
  const [wantedArg, listArg, resultArg, fallbackArg] = args;
  const wanted = need(wantedArg).single();
  const list = need(listArg).matrix();
  const results = need(resultArg).matrix();
  const place = placeOf(flat(list), wanted, false);
  if (place < 0) return isGiven(fallbackArg) ? fallbackArg.result() : notFound(wanted);
  if (list.length === 1 && results.length > 1) return columnOf(results, place).map((value) => [value]);
  if (list.length === 1) return results[0]?.[place];
  const line = results[place] ?? [];
  return line.length === 1 ? line[0] : [line];
}

function evaluateIndex([rangeArg, rowArg, columnArg]: readonly Argument[]): FormulaResult {
  const matrix = need(rangeArg).matrix();
  let row = isGiven(rowArg) ? toNumber(rowArg.single()) : 0;
  let column = isGiven(columnArg) ? toNumber(columnArg.single()) : 0;
  // In a single row the one index given is the column.
  if (matrix.length === 1 && !isGiven(columnArg)) [row, column] = [1, row];
  if (row > matrix.length || column > (matrix[0]?.length ?? 0)) throw new FormulaFailure("#REF!");
  if (row === 0 && column === 0) return matrix;
  if (row === 0) return columnOf(matrix, column - 1).map((value) => [value]);
  if (column === 0) {
    const line = matrix[row - 1] ?? [];
    return line.length === 1 ? line[0] : [line];
  }
  return matrix[row - 1]?.[column - 1];
}

function evaluateFilter([rangeArg, ...conditions]: readonly Argument[]): FormulaResult {
  const matrix = need(rangeArg).matrix();
  const tests = conditions.map((condition) => flat(condition.matrix()));
  const kept = matrix.filter((_, row) =>
    tests.every((test) => {
      const value = test[row];
      return !(value instanceof CellError) && toBoolean(value);
    }),
  );
  if (kept.length === 0) throw new FormulaFailure("#N/A", "FILTER found no match");
  return kept;
}

function evaluateSort([rangeArg, ...rules]: readonly Argument[]): FormulaResult {
  const rows = [...need(rangeArg).matrix()];
  const keys: { column: number; sign: number }[] = [];
  for (let index = 0; index < rules.length; index += 2) {
    const ascending = rules[index + 1];
    keys.push({
      column: toNumber(need(rules[index]).single()) - 1,
      sign: !isGiven(ascending) || toBoolean(ascending.single()) ? 1 : -1,
    });
  }
  if (keys.length === 0) keys.push({ column: 0, sign: 1 });
  return rows.sort((a, b) => {
    for (const { column, sign } of keys) {
      const [x, y] = [a[column], b[column]];
      if (x === undefined || y === undefined) {
        if (x !== y) return x === undefined ? 1 : -1;
        continue;
      }
      const order = compareValues(x, y) * sign;
      if (order !== 0) return order;
    }
    return 0;
  });
}

function evaluateUnique([rangeArg]: readonly Argument[]): FormulaResult {
  const seen = new Set<string>();
  return need(rangeArg)
    .matrix()
    .filter((line) => {
      const key = JSON.stringify(line.map((value) => (value === undefined ? null : value)));
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

function evaluateIndirect([textArg]: readonly Argument[], context: FormulaContext): FormulaResult {
  const text = toText(need(textArg).single());
  const named = context.workbook.namedRanges.get(text);
  if (named) return context.matrixOf(named);
  const found = findAddress(text, context.sheet.maxRows, context.sheet.maxColumns);
  const sheet =
    found?.sheetName === undefined ? context.sheet : context.workbook.sheetByName(found.sheetName);
  if (!found || !sheet) throw new FormulaFailure("#REF!", `'${text}' is not a reference`);
  return context.matrixOf({ sheetId: sheet.id, area: found.area });
}

function evaluateOffset(args: readonly Argument[], context: FormulaContext): FormulaResult {
  const [base, rows, columns, height, width] = args;
  const area = need(base).findArea();
  if (!area) throw new FormulaFailure("#REF!", "OFFSET needs a reference");
  const moved = {
    row: area.area.row + toNumber(need(rows).single()),
    column: area.area.column + toNumber(need(columns).single()),
    rows: isGiven(height) ? toNumber(height.single()) : area.area.rows,
    columns: isGiven(width) ? toNumber(width.single()) : area.area.columns,
  };
  if (moved.row < 0 || moved.column < 0) throw new FormulaFailure("#REF!");
  return context.matrixOf({ sheetId: area.sheetId, area: moved });
}

export const lookupFunctions: Readonly<Record<string, FormulaFunction>> = {
  VLOOKUP: (args) => lookUp(args, true),
  HLOOKUP: (args) => lookUp(args, false),
  LOOKUP: ([wanted, list, results]) => {
    const place = placeOf(flat(need(list).matrix()), need(wanted).single(), true);
    return place < 0 ? notFound(need(wanted).single()) : flat(need(results ?? list).matrix())[place];
  },
  XLOOKUP: evaluateXlookup,
  MATCH: evaluateMatch,
  INDEX: evaluateIndex,
  FILTER: evaluateFilter,
  SORT: evaluateSort,
  UNIQUE: evaluateUnique,
  INDIRECT: evaluateIndirect,
  OFFSET: evaluateOffset,
  TRANSPOSE: ([arg]) => {
    const matrix = need(arg).matrix();
    return (matrix[0] ?? []).map((_, column) => columnOf(matrix, column));
  },
  ROW: ([arg], context) => {
    const area = arg?.findArea()?.area;
    if (!area) return context.row + 1;
    return context.inArray
      ? Array.from({ length: area.rows }, (_, row) => [area.row + row + 1])
      : area.row + 1;
  },
  COLUMN: ([arg], context) => {
    const area = arg?.findArea()?.area;
    if (!area) return context.column + 1;
    return context.inArray
      ? [Array.from({ length: area.columns }, (_, column) => area.column + column + 1)]
      : area.column + 1;
  },
  ROWS: ([arg]) => need(arg).matrix().length,
  COLUMNS: ([arg]) => need(arg).matrix()[0]?.length ?? 0,
  SEQUENCE: ([rows, columns, start, step]) => {
    const [height, width, first, by] = [rows, columns, start, step].map((arg) =>
      isGiven(arg) ? toNumber(arg.single()) : 1,
    );
    return Array.from({ length: height ?? 1 }, (_, row) =>
      Array.from(
        { length: width ?? 1 },
        (_, column) => (first ?? 1) + (row * (width ?? 1) + column) * (by ?? 1),
      ),
    );
  },
  HYPERLINK: ([url, label]) => (isGiven(label) ? label.single() : need(url).single()),
  ADDRESS: ([row, column]) => {
    const letters = toNumber(need(column).single());
    return `$${String.fromCharCode(64 + letters)}$${toNumber(need(row).single())}`;
  },
};
