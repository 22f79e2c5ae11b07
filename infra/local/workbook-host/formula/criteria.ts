// Criteria as COUNTIF and its kin take them: ">=3", "<>办结", "张*", a number, a date.
import { CellError } from "../model/cell.ts";
import { compareValues, type FormulaValue, findNumberInText } from "./formula-value.ts";

export type Criterion = (value: FormulaValue) => boolean;

const wildcard = (text: string): RegExp =>
  new RegExp(
    `^${text.replace(/~?[*?]|[\\^$.|+()[\]{}]/g, (part) =>
      part === "*" ? ".*" : part === "?" ? "." : part.startsWith("~") ? `\\${part.slice(1)}` : `\\${part}`,
    )}$`,
    "isu",
  );

export function criterionOf(criterion: FormulaValue): Criterion {
  if (criterion === undefined) return (value) => value === 0;
  if (typeof criterion !== "string") {
    return (value) => value !== undefined && !(value instanceof CellError) && value === criterion;
  }
  const match = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(criterion);
  const operator = match?.[1] ?? "=";
  const operand = match?.[2] ?? "";
  const number = findNumberInText(operand);
  if (operator === "=" || operator === "<>") {
    const isSame = sameness(operand, number, match?.[1] !== undefined);
    return operator === "=" ? isSame : (value) => !isSame(value);
  }
  const wanted: FormulaValue = number ?? operand;
  return (value) => {
    if (value === undefined || value instanceof CellError || typeof value !== typeof wanted) return false;
    const order = compareValues(value, wanted);
    if (operator === "<") return order < 0;
    if (operator === ">") return order > 0;
    return operator === "<=" ? order <= 0 : order >= 0;
  };
}

function sameness(operand: string, number: number | undefined, hasOperator: boolean): Criterion {
  if (operand === "") return (value) => value === undefined || (!hasOperator && value === "");
  if (number !== undefined) {
    return (value) => value === number || (typeof value === "string" && findNumberInText(value) === number);
  }
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return (value) => value === (upper === "TRUE");
  const pattern = wildcard(operand);
  return (value) => typeof value === "string" && pattern.test(value);
}
