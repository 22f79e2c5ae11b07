// The functions that are not worth writing again: mathematics, statistics and finance from Formula.js (MIT).
import * as formulaJs from "@formulajs/formulajs";
import { CellError } from "../model/cell.ts";
import type { FormulaFunction, ScalarFunction } from "./formula-context.ts";
import { FormulaFailure, type FormulaResult, type FormulaValue, isMatrix } from "./formula-value.ts";

/** Functions of single values, which ARRAYFORMULA applies cell by cell. */
const scalarNames =
  "ABS ACOS ACOSH ACOT ACOTH ARABIC ASIN ASINH ATAN ATAN2 ATANH BASE BIN2DEC BIN2HEX BITAND BITOR BITXOR CEILING CHAR CLEAN CODE COMBIN COS COSH COT DAYS360 DEC2BIN DEC2HEX DECIMAL DEGREES DOLLAR EVEN EXP FACT FIXED FLOOR HEX2DEC INT ISEVEN ISODD LN LOG LOG10 MOD MROUND NUMBERVALUE ODD POWER PROPER QUOTIENT RADIANS REPLACE ROMAN ROUND ROUNDDOWN ROUNDUP SEC SIGN SIN SINH SQRT SQRTPI TAN TANH TRUNC UNICHAR UNICODE YEARFRAC".split(
    " ",
  );

/** Functions that take ranges or lists. */
const listNames =
  "AVEDEV AVERAGEA BINOMDIST CORREL COVAR DEVSQ FORECAST FREQUENCY FV GCD GEOMEAN GROWTH HARMEAN INTERCEPT IPMT IRR KURT LARGE LCM LINEST MAXA MEDIAN MINA MMULT MODE NPER NPV PERCENTILE PERCENTRANK PMT PPMT PRODUCT PV QUARTILE RANK RATE RSQ SKEW SLN SLOPE SMALL STDEV STDEVA STDEVP SUMSQ TREND TRIMMEAN VAR VARA VARP XIRR XNPV PI RAND RANDBETWEEN".split(
    " ",
  );

/** Sheets' dotted names for functions that Formula.js spells without the dot. */
const dotted: Readonly<Record<string, string>> = {
  "CEILING.MATH": "CEILINGMATH",
  "FLOOR.MATH": "FLOORMATH",
  "MODE.SNGL": "MODESNGL",
  "PERCENTILE.EXC": "PERCENTILEEXC",
  "PERCENTILE.INC": "PERCENTILEINC",
  "QUARTILE.EXC": "QUARTILEEXC",
  "QUARTILE.INC": "QUARTILEINC",
  "RANK.AVG": "RANKAVG",
  "RANK.EQ": "RANKEQ",
  "STDEV.S": "STDEVS",
};

const library = new Map<string, unknown>(Object.entries(formulaJs));

/** Formula.js writes blanks as null and errors as Error objects. */
function fromLibrary(result: unknown): FormulaResult {
  if (result instanceof Error) throw new FormulaFailure(result.message || "#VALUE!");
  if (Array.isArray(result)) {
    return result.map((line: unknown) =>
      (Array.isArray(line) ? line : [line]).map((value: unknown) => singleFromLibrary(value)),
    );
  }
  return singleFromLibrary(result);
}

function singleFromLibrary(value: unknown): FormulaValue {
  if (value instanceof Error) return new CellError(value.message || "#VALUE!");
  if (typeof value === "number" && !Number.isFinite(value)) throw new FormulaFailure("#NUM!");
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return undefined;
}

const toLibrary = (value: FormulaValue): unknown => {
  if (value instanceof CellError) throw new FormulaFailure(value.code, value.detail);
  return value === undefined ? null : value;
};

function run(name: string, values: unknown[]): FormulaResult {
  const implementation = library.get(name);
  if (typeof implementation !== "function") throw new FormulaFailure("#NAME?", `Unknown function ${name}`);
  const result: unknown = Reflect.apply(implementation, undefined, values);
  return fromLibrary(result);
}

const scalar =
  (name: string): ScalarFunction =>
  (values) => {
    const result = run(name, values.map(toLibrary));
    return isMatrix(result) ? result[0]?.[0] : result;
  };

const list =
  (name: string): FormulaFunction =>
  (args) =>
    run(
      name,
      args.map((arg) => {
        const result = arg.result();
        // A column is handed over flat: many library functions read only one level.
        return isMatrix(result)
          ? result.some((line) => line.length > 1)
            ? result.map((line) => line.map(toLibrary))
            : result.map((line) => toLibrary(line[0]))
          : toLibrary(result);
      }),
    );

export const libraryScalars: Readonly<Record<string, ScalarFunction>> = Object.fromEntries(
  scalarNames.map((name) => [name, scalar(name)]),
);

export const libraryLists: Readonly<Record<string, FormulaFunction>> = Object.fromEntries([
  ...listNames.map((name): [string, FormulaFunction] => [name, list(name)]),
  ...Object.entries(dotted).map(([name, plain]): [string, FormulaFunction] => [name, list(plain)]),
]);
