// Validation rules as Univer shows them: drop-downs, check boxes, marks on wrong entries. Refusing is the server's part.
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import type { ViewValidation } from "../protocol/page-messages.ts";
import { rangeOf } from "./univer-picture.ts";

const operators: Readonly<Record<string, DataValidationOperator>> = {
  BETWEEN: DataValidationOperator.BETWEEN,
  NOT_BETWEEN: DataValidationOperator.NOT_BETWEEN,
  EQUAL_TO: DataValidationOperator.EQUAL,
  NOT_EQUAL_TO: DataValidationOperator.NOT_EQUAL,
  GREATER_THAN: DataValidationOperator.GREATER_THAN,
  GREATER_THAN_OR_EQUAL_TO: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LESS_THAN: DataValidationOperator.LESS_THAN,
  LESS_THAN_OR_EQUAL_TO: DataValidationOperator.LESS_THAN_OR_EQUAL,
  AFTER: DataValidationOperator.GREATER_THAN,
  BEFORE: DataValidationOperator.LESS_THAN,
  ON_OR_AFTER: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  ON_OR_BEFORE: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

/** A list's items are separated by commas; Univer quotes nothing, so an item's own comma becomes a full-width one. */
const listFormula = (choices: readonly string[]): string =>
  choices.map((choice) => choice.replaceAll(",", "，")).join(",");

type Kind = Pick<ISheetDataValidationRule, "type"> & Partial<ISheetDataValidationRule>;

function kindOf(rule: ViewValidation): Kind | undefined {
  if (rule.criterion.startsWith("VALUE_IN_")) {
    return {
      type: DataValidationType.LIST,
      formula1: listFormula(rule.choices),
      renderMode: DataValidationRenderMode.ARROW,
      showDropDown: true,
    };
  }
  if (rule.criterion === "CHECKBOX") {
    return rule.texts.length === 0
      ? { type: DataValidationType.CHECKBOX, formula1: "1", formula2: "0" }
      : undefined;
  }
  const [, family, name] = /^(NUMBER|DATE)_(.+)$/.exec(rule.criterion) ?? [];
  if (family === "NUMBER" && name) {
    const [formula1, formula2] = rule.numbers.map(String);
    const operator = operators[name] ?? DataValidationOperator.BETWEEN;
    return {
      type: DataValidationType.DECIMAL,
      operator,
      ...(formula1 ? { formula1 } : {}),
      ...(formula2 ? { formula2 } : {}),
    };
  }
  return undefined;
}

/** The rule for Univer, or undefined where a rule shows nothing in the sheet. */
export function univerValidation(rule: ViewValidation, uid: string): ISheetDataValidationRule | undefined {
  const kind = kindOf(rule);
  if (!kind || rule.areas.length === 0) return undefined;
  return {
    uid,
    ranges: rule.areas.map(rangeOf),
    allowBlank: true,
    // The server refuses; Univer only marks. So a refusal reads the same however the entry came.
    errorStyle: DataValidationErrorStyle.WARNING,
    showErrorMessage: false,
    ...(rule.helpText === "" ? {} : { showInputMessage: true, prompt: rule.helpText }),
    ...kind,
  };
}
