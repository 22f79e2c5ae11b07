// Number formats and drop-downs of a sheet of Google's: set from a layout, and found where something was pasted over them.
import type { CellPlace, Rule, SheetLayout } from "./sheet-host.ts";
import { strokesOf } from "./write-plan.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Puts formats and drop-downs back, for all rows. */
export function restoreRules(at: Sheet, layout: SheetLayout): void {
  const rows = at.getMaxRows() - 1;
  if (rows < 1) return;
  for (const { column, columns, like } of strokesOf(layout.columns, ({ format }) => format)) {
    at.getRange(2, column, rows, columns).setNumberFormat(like.format);
  }
  for (const { column, columns, like } of strokesOf(layout.columns, ({ rule }) => JSON.stringify(rule))) {
    const rule = like.rule ? validationOf(like.rule) : null;
    at.getRange(2, column, rows, columns).setDataValidation(rule);
  }
}

/** Cells of the given rows whose format or drop-down is no longer the layout's. */
export function foreignRules(at: Sheet, layout: SheetLayout, row: number, rows: number): CellPlace[] {
  const last = Math.min(row + rows - 1, at.getMaxRows());
  const width = Math.max(...layout.columns.map(({ column }) => column));
  if (last < row) return [];
  const range = at.getRange(row, 1, last - row + 1, width);
  const rules = range.getDataValidations();
  const formats = range.getNumberFormats();
  return rules.flatMap((line, r) =>
    layout.columns.flatMap(({ column, format, rule }) => {
      const isSame = formats[r]?.[column - 1] === format && isRule(line[column - 1] ?? null, rule);
      return isSame ? [] : [{ row: row + r, column }];
    }),
  );
}

function validationOf(rule: Rule): DataValidation {
  const builder = SpreadsheetApp.newDataValidation().setHelpText(helpOf(rule));
  switch (rule.kind) {
    case "list":
      return builder
        .requireValueInList([...rule.values], true)
        .setAllowInvalid(false)
        .build();
    case "number":
      return builder.requireNumberBetween(rule.minimum, rule.maximum).setAllowInvalid(true).build();
    case "date":
      return builder.requireDate().setAllowInvalid(true).build();
  }
}

function helpOf({ help }: Rule): string {
  return help === "" ? "请按本栏要求填写 Please fill in as the column asks" : help;
}

function isRule(found: DataValidation | null, wanted: Rule | null): boolean {
  if (!found || !wanted) return !found && !wanted;
  const criteria = SpreadsheetApp.DataValidationCriteria;
  const kind = found.getCriteriaType();
  switch (wanted.kind) {
    case "list": {
      const [values] = found.getCriteriaValues();
      return kind === criteria.VALUE_IN_LIST && !found.getAllowInvalid() && sameList(values, wanted.values);
    }
    case "number":
      return kind === criteria.NUMBER_BETWEEN;
    case "date":
      return kind === criteria.DATE_IS_VALID_DATE;
  }
}

function sameList(found: unknown, wanted: readonly string[]): boolean {
  return (
    Array.isArray(found) && found.length === wanted.length && wanted.every((value, at) => found[at] === value)
  );
}
