// Judges an entry by a data validation rule.
import type { SheetArea } from "./area.ts";
import { CellError, type CellValue, resultOf } from "./cell.ts";
import { displayText } from "./number-format.ts";
import { serialOfInstant } from "./serial-date.ts";
import type { RuleArgument, ValidationRule } from "./validation-rule.ts";
import type { Workbook } from "./workbook.ts";

type Judge = (value: CellValue, numbers: readonly number[], rule: ValidationRule) => boolean;

const asText = (value: CellValue): string => displayText(value, undefined);
const firstText = (rule: ValidationRule): string => String(rule.arguments[0] ?? "");
const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const onNumber =
  (judge: (value: number, a: number, b: number) => boolean): Judge =>
  (value, numbers) =>
    typeof value === "number" && judge(value, numbers[0] ?? Number.NaN, numbers[1] ?? Number.NaN);

const onDay = (judge: (value: number, a: number, b: number) => boolean): Judge =>
  onNumber((value, a, b) => judge(Math.floor(value), Math.floor(a), Math.floor(b)));

const judges = new Map<string, Judge>([
  ["DATE_IS_VALID_DATE", (value) => typeof value === "number"],
  ["DATE_AFTER", onDay((value, a) => value > a)],
  ["DATE_BEFORE", onDay((value, a) => value < a)],
  ["DATE_BETWEEN", onDay((value, a, b) => value >= a && value <= b)],
  ["DATE_NOT_BETWEEN", onDay((value, a, b) => value < a || value > b)],
  ["DATE_EQUAL_TO", onDay((value, a) => value === a)],
  ["DATE_ON_OR_AFTER", onDay((value, a) => value >= a)],
  ["DATE_ON_OR_BEFORE", onDay((value, a) => value <= a)],
  ["NUMBER_BETWEEN", onNumber((value, a, b) => value >= a && value <= b)],
  ["NUMBER_NOT_BETWEEN", onNumber((value, a, b) => value < a || value > b)],
  ["NUMBER_EQUAL_TO", onNumber((value, a) => value === a)],
  ["NUMBER_NOT_EQUAL_TO", onNumber((value, a) => value !== a)],
  ["NUMBER_GREATER_THAN", onNumber((value, a) => value > a)],
  ["NUMBER_GREATER_THAN_OR_EQUAL_TO", onNumber((value, a) => value >= a)],
  ["NUMBER_LESS_THAN", onNumber((value, a) => value < a)],
  ["NUMBER_LESS_THAN_OR_EQUAL_TO", onNumber((value, a) => value <= a)],
  ["TEXT_CONTAINS", (value, _, rule) => asText(value).toLowerCase().includes(firstText(rule).toLowerCase())],
  [
    "TEXT_DOES_NOT_CONTAIN",
    (value, _, rule) => !asText(value).toLowerCase().includes(firstText(rule).toLowerCase()),
  ],
  ["TEXT_EQUAL_TO", (value, _, rule) => sameText(asText(value), firstText(rule))],
  ["TEXT_IS_VALID_EMAIL", (value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(asText(value))],
  ["TEXT_IS_VALID_URL", (value) => /^(https?|ftp):\/\/\S+$/i.test(asText(value))],
  [
    "VALUE_IN_LIST",
    (value, _, rule) => rule.arguments.some((item) => typeof item === "string" && item === asText(value)),
  ],
  [
    "CHECKBOX",
    (value, _, rule) => {
      const [checked, unchecked] = rule.arguments;
      if (checked === undefined) return typeof value === "boolean";
      return value === checked || (unchecked !== undefined ? value === unchecked : value === "");
    },
  ],
]);

/** Texts that a drop-down offers, for a rule with a list or a range of values. */
export function choicesOf(rule: ValidationRule, workbook: Workbook): string[] {
  if (rule.criterion === "VALUE_IN_LIST") {
    return rule.arguments.filter((item) => typeof item === "string");
  }
  const [source] = rule.arguments;
  if (rule.criterion !== "VALUE_IN_RANGE" || typeof source !== "object" || !("range" in source)) return [];
  return rangeTexts(source.range, workbook);
}

function rangeTexts(range: SheetArea, workbook: Workbook): string[] {
  const sheet = workbook.sheetById(range.sheetId);
  if (!sheet) return [];
  const texts = new Set<string>();
  for (const { cell } of sheet.cellsIn(range.area)) {
    const text = displayText(resultOf(cell), cell.style?.numberFormat);
    if (text !== "") texts.add(text);
  }
  return [...texts];
}

function numberOf(argument: RuleArgument, zone: string): number {
  if (typeof argument === "number") return argument;
  if (typeof argument === "object" && "date" in argument) return serialOfInstant(argument.date, zone);
  return Number.NaN;
}

/** Decides a custom formula for one cell; given by the calculation, which knows references. */
export type FormulaJudge = (formula: string, sheetId: number, row: number, column: number) => boolean;

export interface Judged {
  readonly workbook: Workbook;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly numberFormat: string | undefined;
  readonly judgeFormula: FormulaJudge;
}

/** True when a rule lets an entry stand. A blank is always allowed. */
export function isAllowedBy(rule: ValidationRule, value: CellValue | undefined, at: Judged): boolean {
  if (value === undefined || value === "") return true;
  if (value instanceof CellError) return false;
  if (rule.criterion === "VALUE_IN_RANGE") {
    return choicesOf(rule, at.workbook).includes(displayText(value, at.numberFormat));
  }
  if (rule.criterion === "CUSTOM_FORMULA") {
    return at.judgeFormula(firstText(rule), at.sheetId, at.row, at.column);
  }
  const judge = judges.get(rule.criterion);
  if (!judge) return true;
  const zone = at.workbook.facts.timeZone;
  return judge(
    value,
    rule.arguments.map((argument) => numberOf(argument, zone)),
    rule,
  );
}
