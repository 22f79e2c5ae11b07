// ConditionalFormatRule and its builder (boolean conditions; colour scales are not provided).
import type { ConditionalRule } from "../model/conditional-rule.ts";
import type { RuleArgument } from "../model/validation-rule.ts";
import type { SheetRef } from "../protocol/wire.ts";
import { ruleArgument, scriptArgument } from "./data-validation.ts";
import { memberNamed } from "./enumeration.ts";
import { exception } from "./host.ts";
import { Links } from "./links.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";
import { booleanCriteria } from "./spreadsheet-enums.ts";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Criteria = GoogleAppsScript.Spreadsheet.BooleanCriteria;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

interface Tied {
  readonly rule: ConditionalRule;
  readonly home: SheetRef;
}
const ruleLinks = new Links<Tied>("ConditionalFormatRule");

export const conditionalRuleBehind = (rule: Rule): ConditionalRule => ruleLinks.get(rule).rule;

const blankRule: ConditionalRule = {
  areas: [],
  criterion: "",
  arguments: [],
  background: undefined,
  fontColor: undefined,
  bold: undefined,
  italic: undefined,
  strikethrough: undefined,
  underline: undefined,
};

class ConditionView implements Partial<Condition> {
  private readonly rule: ConditionalRule;
  private readonly home: SheetRef;
  constructor(rule: ConditionalRule, home: SheetRef) {
    this.rule = rule;
    this.home = home;
  }
  getCriteriaType(): Criteria {
    return memberNamed(booleanCriteria, this.rule.criterion);
  }
  getCriteriaValues(): unknown[] {
    return this.rule.arguments.map((argument) => scriptArgument(argument, this.home.workbookId));
  }
  getBold(): boolean | null {
    return this.rule.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.rule.italic ?? null;
  }
}

class RuleView implements Partial<Rule> {
  protected rule: ConditionalRule;
  protected home: SheetRef;
  constructor(rule: ConditionalRule, home: SheetRef) {
    this.rule = rule;
    this.home = home;
  }
  copy(): Builder {
    return newConditionalRule(this.rule, this.home);
  }
  getBooleanCondition(): Condition | null {
    return standFor<Condition>("BooleanCondition", new ConditionView(this.rule, this.home));
  }
  getGradientCondition(): null {
    return null;
  }
  getRanges(): GasRange[] {
    return this.rule.areas.map((area) => rangeOf({ ...this.home, ...area }));
  }
}

export const conditionalRuleOf = (rule: ConditionalRule, home: SheetRef): Rule =>
  ruleLinks.tie(standFor<Rule>("ConditionalFormatRule", new RuleView(rule, home)), { rule, home });

class BuilderView extends RuleView implements Partial<Builder> {
  private change(change: Partial<ConditionalRule>): Builder {
    this.rule = { ...this.rule, ...change };
    return standFor<Builder>("ConditionalFormatRuleBuilder", this);
  }
  private when(criterion: string, ...values: unknown[]): Builder {
    return this.change({ criterion, arguments: values.map((value): RuleArgument => ruleArgument(value)) });
  }
  private whenDate(criterion: string, date: unknown): Builder {
    if (date instanceof Date) return this.when(criterion, date);
    return this.when(`${criterion}_RELATIVE`, String(date));
  }
  build(): Rule {
    if (this.rule.criterion === "") throw exception("A conditional format rule needs a condition.");
    if (this.rule.areas.length === 0) throw exception("A conditional format rule needs at least one range.");
    return conditionalRuleOf(this.rule, this.home);
  }
  setRanges(ranges: GasRange[]): Builder {
    const [first] = ranges;
    if (first) {
      const { workbookId, sheetId } = rangeLinks.get(first);
      this.home = { workbookId, sheetId };
    }
    const areas = ranges.map((range) => {
      const { row, column, rows, columns } = rangeLinks.get(range);
      return { row, column, rows, columns };
    });
    return this.change({ areas });
  }
  setBackground(color: string | null): Builder {
    return this.change({ background: color ?? undefined });
  }
  setFontColor(color: string | null): Builder {
    return this.change({ fontColor: color ?? undefined });
  }
  setBold(bold: boolean | null): Builder {
    return this.change({ bold: bold ?? undefined });
  }
  setItalic(italic: boolean | null): Builder {
    return this.change({ italic: italic ?? undefined });
  }
  setStrikethrough(strikethrough: boolean | null): Builder {
    return this.change({ strikethrough: strikethrough ?? undefined });
  }
  setUnderline(underline: boolean | null): Builder {
    return this.change({ underline: underline ?? undefined });
  }
  withCriteria(criteria: Criteria, args: unknown[]): Builder {
    return this.when(String(criteria), ...args);
  }
  whenCellEmpty(): Builder {
    return this.when("CELL_EMPTY");
  }
  whenCellNotEmpty(): Builder {
    return this.when("CELL_NOT_EMPTY");
  }
  whenDateAfter(date: unknown): Builder {
    return this.whenDate("DATE_AFTER", date);
  }
  whenDateBefore(date: unknown): Builder {
    return this.whenDate("DATE_BEFORE", date);
  }
  whenDateEqualTo(date: unknown): Builder {
    return this.whenDate("DATE_EQUAL_TO", date);
  }
  whenFormulaSatisfied(formula: string): Builder {
    return this.when("CUSTOM_FORMULA", formula);
  }
  whenNumberBetween(start: number, end: number): Builder {
    return this.when("NUMBER_BETWEEN", start, end);
  }
  whenNumberNotBetween(start: number, end: number): Builder {
    return this.when("NUMBER_NOT_BETWEEN", start, end);
  }
  whenNumberEqualTo(number: number): Builder {
    return this.when("NUMBER_EQUAL_TO", number);
  }
  whenNumberNotEqualTo(number: number): Builder {
    return this.when("NUMBER_NOT_EQUAL_TO", number);
  }
  whenNumberGreaterThan(number: number): Builder {
    return this.when("NUMBER_GREATER_THAN", number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): Builder {
    return this.when("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  whenNumberLessThan(number: number): Builder {
    return this.when("NUMBER_LESS_THAN", number);
  }
  whenNumberLessThanOrEqualTo(number: number): Builder {
    return this.when("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  whenTextContains(text: string): Builder {
    return this.when("TEXT_CONTAINS", text);
  }
  whenTextDoesNotContain(text: string): Builder {
    return this.when("TEXT_DOES_NOT_CONTAIN", text);
  }
  whenTextStartsWith(text: string): Builder {
    return this.when("TEXT_STARTS_WITH", text);
  }
  whenTextEndsWith(text: string): Builder {
    return this.when("TEXT_ENDS_WITH", text);
  }
  whenTextEqualTo(text: string): Builder {
    return this.when("TEXT_EQUAL_TO", text);
  }
}

export const newConditionalRule = (
  rule: ConditionalRule = blankRule,
  home: SheetRef = { workbookId: "", sheetId: 0 },
): Builder => standFor<Builder>("ConditionalFormatRuleBuilder", new BuilderView(rule, home));
