// A data validation rule as data: the criterion by its Apps Script name, its arguments, strictness and help.
import type { SheetArea } from "./area.ts";

export type RuleArgument =
  | string
  | number
  | boolean
  | { readonly date: number }
  | { readonly range: SheetArea };

export interface ValidationRule {
  /** Name of a SpreadsheetApp.DataValidationCriteria, such as VALUE_IN_LIST. */
  readonly criterion: string;
  readonly arguments: readonly RuleArgument[];
  readonly allowInvalid: boolean;
  readonly helpText: string | undefined;
}
