// DataValidation and its builder.
import type { RuleArgument, ValidationRule } from "../model/validation-rule.ts";
import { memberNamed } from "./enumeration.ts";
import { exception } from "./host.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";
import { validationCriteria } from "./spreadsheet-enums.ts";

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Criteria = GoogleAppsScript.Spreadsheet.DataValidationCriteria;
type GasRange = GoogleAppsScript.Spreadsheet.Range;
type GasDate = GoogleAppsScript.Base.Date;

export const validationLinks = new Links<ValidationRule>("DataValidation");

/** An argument as the model keeps it: ranges and dates become plain data. */
export function ruleArgument(value: unknown): RuleArgument {
  const range = rangeLinks.find(value);
  if (range) {
    const { sheetId, row, column, rows, columns } = range;
    return { range: { sheetId, area: { row, column, rows, columns } } };
  }
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** An argument as a script sees it. */
export function scriptArgument(argument: RuleArgument, workbookId: string): unknown {
  if (typeof argument !== "object") return argument;
  if ("date" in argument) return new Date(argument.date);
  const { sheetId, area } = argument.range;
  return rangeOf({ workbookId, sheetId, ...area });
}

class DataValidationView implements Partial<DataValidation> {
  private readonly rule: ValidationRule;
  private readonly workbookId: string;
  constructor(rule: ValidationRule, workbookId: string) {
    this.rule = rule;
    this.workbookId = workbookId;
  }
  copy(): Builder {
    return newDataValidation(this.rule, this.workbookId);
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): Criteria {
    return memberNamed(validationCriteria, this.rule.criterion);
  }
  getCriteriaValues(): unknown[] {
    const values = this.rule.arguments.map((argument) => scriptArgument(argument, this.workbookId));
    // Lists come as one array, followed by whether the drop-down shows.
    if (this.rule.criterion === "VALUE_IN_LIST") {
      return [values.filter((value) => typeof value === "string"), values.at(-1) !== false];
    }
    return values;
  }
  getHelpText(): string {
    return this.rule.helpText ?? "";
  }
}

export const dataValidationOf = (rule: ValidationRule, workbookId: string): DataValidation =>
  validationLinks.tie(
    standFor<DataValidation>("DataValidation", new DataValidationView(rule, workbookId)),
    rule,
  );

class DataValidationBuilderView extends DataValidationView implements Partial<Builder> {
  private criterion: string;
  private values: readonly RuleArgument[];
  private allowInvalid: boolean;
  private helpText: string | undefined;
  private readonly home: string;

  constructor(rule: ValidationRule, workbookId: string) {
    super(rule, workbookId);
    this.home = workbookId;
    this.criterion = rule.criterion;
    this.values = rule.arguments;
    this.allowInvalid = rule.allowInvalid;
    this.helpText = rule.helpText;
  }
  private with(criterion: string, ...values: unknown[]): Builder {
    this.criterion = criterion;
    this.values = values.map(ruleArgument);
    return builderOf(this);
  }
  build(): DataValidation {
    const { criterion, values, allowInvalid, helpText } = this;
    if (criterion === "") throw exception("A data validation rule needs a criterion.");
    return dataValidationOf({ criterion, arguments: values, allowInvalid, helpText }, this.home);
  }
  setAllowInvalid(allowInvalid: boolean): Builder {
    this.allowInvalid = allowInvalid;
    return builderOf(this);
  }
  setHelpText(helpText: string): Builder {
    this.helpText = helpText;
    return builderOf(this);
  }
  withCriteria(criteria: Criteria, args: unknown[]): Builder {
    const name = String(criteria);
    const [first, second] = args;
    if (name === "VALUE_IN_LIST" && Array.isArray(first)) return this.with(name, ...first, second ?? true);
    return this.with(name, ...args);
  }
  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): Builder {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined);
    return this.with("CHECKBOX", ...values);
  }
  requireValueInList(values: string[], showDropdown = true): Builder {
    return this.with("VALUE_IN_LIST", ...values.map(String), showDropdown);
  }
  requireValueInRange(range: GasRange, showDropdown = true): Builder {
    return this.with("VALUE_IN_RANGE", range, showDropdown);
  }
  requireFormulaSatisfied(formula: string): Builder {
    return this.with("CUSTOM_FORMULA", formula);
  }
  requireDate(): Builder {
    return this.with("DATE_IS_VALID_DATE");
  }
  requireDateAfter(date: GasDate): Builder {
    return this.with("DATE_AFTER", date);
  }
  requireDateBefore(date: GasDate): Builder {
    return this.with("DATE_BEFORE", date);
  }
  requireDateBetween(start: GasDate, end: GasDate): Builder {
    return this.with("DATE_BETWEEN", start, end);
  }
  requireDateNotBetween(start: GasDate, end: GasDate): Builder {
    return this.with("DATE_NOT_BETWEEN", start, end);
  }
  requireDateEqualTo(date: GasDate): Builder {
    return this.with("DATE_EQUAL_TO", date);
  }
  requireDateOnOrAfter(date: GasDate): Builder {
    return this.with("DATE_ON_OR_AFTER", date);
  }
  requireDateOnOrBefore(date: GasDate): Builder {
    return this.with("DATE_ON_OR_BEFORE", date);
  }
  requireNumberBetween(start: number, end: number): Builder {
    return this.with("NUMBER_BETWEEN", start, end);
  }
  requireNumberNotBetween(start: number, end: number): Builder {
    return this.with("NUMBER_NOT_BETWEEN", start, end);
  }
  requireNumberEqualTo(number: number): Builder {
    return this.with("NUMBER_EQUAL_TO", number);
  }
  requireNumberNotEqualTo(number: number): Builder {
    return this.with("NUMBER_NOT_EQUAL_TO", number);
  }
  requireNumberGreaterThan(number: number): Builder {
    return this.with("NUMBER_GREATER_THAN", number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.with("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  requireNumberLessThan(number: number): Builder {
    return this.with("NUMBER_LESS_THAN", number);
  }
  requireNumberLessThanOrEqualTo(number: number): Builder {
    return this.with("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  requireTextContains(text: string): Builder {
    return this.with("TEXT_CONTAINS", text);
  }
  requireTextDoesNotContain(text: string): Builder {
    return this.with("TEXT_DOES_NOT_CONTAIN", text);
  }
  requireTextEqualTo(text: string): Builder {
    return this.with("TEXT_EQUAL_TO", text);
  }
  requireTextIsEmail(): Builder {
    return this.with("TEXT_IS_VALID_EMAIL");
  }
  requireTextIsUrl(): Builder {
    return this.with("TEXT_IS_VALID_URL");
  }
}

const builderOf = (view: DataValidationBuilderView): Builder =>
  standFor<Builder>("DataValidationBuilder", view);

export const newDataValidation = (
  rule: ValidationRule = { criterion: "", arguments: [], allowInvalid: true, helpText: undefined },
  workbookId = "",
): Builder => builderOf(new DataValidationBuilderView(rule, workbookId));
