// A conditional format rule as data: areas, criterion by its Apps Script name, and the looks it gives.
import type { Area } from "./area.ts";
import type { RuleArgument } from "./validation-rule.ts";

export interface ConditionalRule {
  readonly areas: readonly Area[];
  /** Name of a SpreadsheetApp.BooleanCriteria, such as CUSTOM_FORMULA. */
  readonly criterion: string;
  readonly arguments: readonly RuleArgument[];
  readonly background: string | undefined;
  readonly fontColor: string | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly strikethrough: boolean | undefined;
  readonly underline: boolean | undefined;
}
