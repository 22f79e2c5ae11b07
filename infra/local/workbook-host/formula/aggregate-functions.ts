// Sums, counts and averages, plain and by criteria.
import { CellError } from "../model/cell.ts";
import { criterionOf } from "./criteria.ts";
import type { Argument, FormulaFunction } from "./formula-context.ts";
import { FormulaFailure, type FormulaValue, isMatrix, type Matrix, toNumber } from "./formula-value.ts";

/** Numbers among the arguments: texts and booleans count when given directly, not when they stand in cells. */
function numbersIn(args: readonly Argument[]): number[] {
  const numbers: number[] = [];
  for (const arg of args) {
    const result = arg.result();
    if (!isMatrix(result)) {
      if (result !== undefined && !arg.isOmitted) numbers.push(toNumber(result));
      continue;
    }
    for (const line of result) {
      for (const value of line) {
        if (value instanceof CellError) throw new FormulaFailure(value.code, value.detail);
        if (typeof value === "number") numbers.push(value);
      }
    }
  }
  return numbers;
}

function* valuesIn(args: readonly Argument[]): Generator<FormulaValue> {
  for (const arg of args) for (const line of arg.matrix()) yield* line;
}

/** Sums with compensation, so that 0.1 + 0.2 in a long column does not drift. */
function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}

function count(values: Iterable<FormulaValue>, counts: (value: FormulaValue) => boolean): number {
  let found = 0;
  for (const value of values) if (counts(value)) found += 1;
  return found;
}

function average(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new FormulaFailure("#DIV/0!", "Nothing to average");
  return sum(numbers) / numbers.length;
}

/** The least or greatest number; 0 for none, as Sheets answers. */
const extreme = (numbers: readonly number[], choose: (a: number, b: number) => number): number =>
  numbers.length === 0 ? 0 : numbers.reduce((kept, number) => choose(kept, number));

const need = (arg: Argument | undefined): Argument => {
  if (!arg) throw new FormulaFailure("#N/A", "Wrong number of arguments");
  return arg;
};

/** Numbers of `from` in the places where every (range, criterion) pair agrees. */
function numbersWhere(from: Matrix, pairs: readonly Argument[]): number[] {
  const tests: { matrix: Matrix; test: (value: FormulaValue) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    tests.push({ matrix: need(pairs[index]).matrix(), test: criterionOf(need(pairs[index + 1]).single()) });
  }
  const numbers: number[] = [];
  const [first] = tests;
  first?.matrix.forEach((line, row) => {
    line.forEach((_, column) => {
      if (!tests.every(({ matrix, test }) => test(matrix[row]?.[column]))) return;
      const value = from[row]?.[column];
      if (typeof value === "number") numbers.push(value);
    });
  });
  return numbers;
}

function countWhere(pairs: readonly Argument[]): number {
  const shape = need(pairs[0]).matrix();
  const ones = shape.map((line) => line.map(() => 1));
  return numbersWhere(ones, pairs).length;
}

/** SUMIF(range, criterion, [sum range]) and AVERAGEIF: the third argument may be smaller than the first. */
const conditionalOf = (args: readonly Argument[]): number[] => {
  const [range, criterion, from] = args;
  return numbersWhere(need(from ?? range).matrix(), [need(range), need(criterion)]);
};

export const aggregateFunctions: Readonly<Record<string, FormulaFunction>> = {
  SUM: (args) => sum(numbersIn(args)),
  AVERAGE: (args) => average(numbersIn(args)),
  MIN: (args) => extreme(numbersIn(args), Math.min),
  MAX: (args) => extreme(numbersIn(args), Math.max),
  COUNT: (args) => count(valuesIn(args), (value) => typeof value === "number"),
  COUNTA: (args) => count(valuesIn(args), (value) => value !== undefined),
  COUNTBLANK: (args) => count(valuesIn(args), (value) => value === undefined || value === ""),
  COUNTUNIQUE: (args) => new Set([...valuesIn(args)].filter((value) => value !== undefined)).size,
  COUNTIF: (args) => countWhere(args),
  COUNTIFS: (args) => countWhere(args),
  SUMIF: (args) => sum(conditionalOf(args)),
  AVERAGEIF: (args) => average(conditionalOf(args)),
  SUMIFS: ([from, ...pairs]) => sum(numbersWhere(need(from).matrix(), pairs)),
  AVERAGEIFS: ([from, ...pairs]) => average(numbersWhere(need(from).matrix(), pairs)),
  MAXIFS: ([from, ...pairs]) => extreme(numbersWhere(need(from).matrix(), pairs), Math.max),
  MINIFS: ([from, ...pairs]) => extreme(numbersWhere(need(from).matrix(), pairs), Math.min),
  SUMPRODUCT: (args) => {
    const matrices = args.map((arg) => arg.matrix());
    const products = (matrices[0] ?? []).flatMap((line, row) =>
      line.map((_, column) =>
        matrices.reduce((product, matrix) => {
          const value = matrix[row]?.[column];
          return product * (typeof value === "number" ? value : value === true && args.length === 1 ? 1 : 0);
        }, 1),
      ),
    );
    return sum(products);
  },
};
