// SpreadsheetApp: the way into the open workbook, its builders and its enums.
import { newConditionalRule } from "./conditional-format.ts";
import { newDataValidation } from "./data-validation.ts";
import { ask, exception } from "./host.ts";
import { standFor } from "./provided.ts";
import { makeRange } from "./range.ts";
import { setMakers, spreadsheetLinks, spreadsheetOf } from "./range-links.ts";
import { makeSheet } from "./sheet.ts";
import { makeSpreadsheet } from "./spreadsheet.ts";
import * as enums from "./spreadsheet-enums.ts";
import { ui } from "./ui.ts";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GasSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

setMakers({ range: makeRange, sheet: makeSheet, spreadsheet: makeSpreadsheet });

let switchedTo: string | undefined;

/** Null where the script runs outside any document, as under a clock trigger. The declarations hide that null. */
function activeSpreadsheet(): Spreadsheet;
function activeSpreadsheet(): Spreadsheet | null {
  const id = switchedTo ?? ask("workbook.active");
  return id === null ? null : spreadsheetOf(id);
}

function openById(id: string): Spreadsheet {
  ask("workbook.open", id);
  return spreadsheetOf(id);
}

export const spreadsheetApp: App = standFor<App>("SpreadsheetApp", {
  BooleanCriteria: enums.booleanCriteria,
  BorderStyle: enums.borderStyles,
  CopyPasteType: enums.copyPasteTypes,
  DataValidationCriteria: enums.validationCriteria,
  DeveloperMetadataLocationType: enums.metadataLocations,
  DeveloperMetadataVisibility: enums.metadataVisibilities,
  Dimension: enums.dimensions,
  Direction: enums.directions,
  ProtectionType: enums.protectionTypes,
  RelativeDate: enums.relativeDates,
  SheetType: enums.sheetTypes,
  WrapStrategy: enums.wrapStrategies,
  flush: () => ask("calculation.flush"),
  getActive: activeSpreadsheet,
  getActiveSpreadsheet: activeSpreadsheet,
  setActiveSpreadsheet: (spreadsheet: Spreadsheet) => {
    switchedTo = spreadsheetLinks.get(spreadsheet);
  },
  getActiveSheet: () => activeSpreadsheet().getActiveSheet(),
  setActiveSheet: (sheet: GasSheet) => sheet.activate(),
  getActiveRange: () => {
    const range = activeSpreadsheet().getActiveRange();
    if (!range) throw exception("There is no active range.");
    return range;
  },
  setActiveRange: (range: GasRange) => range.activate(),
  getCurrentCell: () => activeSpreadsheet().getActiveCell(),
  setCurrentCell: (cell: GasRange) => cell.activate(),
  getUi: () => ui(),
  newConditionalFormatRule: () => newConditionalRule(),
  newDataValidation: () => newDataValidation(),
  openById,
  openByUrl: (url: string) => openById(/\/(?:d|workbooks)\/([\w-]+)/.exec(url)?.[1] ?? url),
});
