// The enums under SpreadsheetApp and Charts.
import { enumeration } from "./enumeration.ts";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

export const validationCriteria = enumeration<App["DataValidationCriteria"]>("DataValidationCriteria", [
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_BETWEEN",
  "DATE_EQUAL_TO",
  "DATE_IS_VALID_DATE",
  "DATE_NOT_BETWEEN",
  "DATE_ON_OR_AFTER",
  "DATE_ON_OR_BEFORE",
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_EQUAL_TO",
  "TEXT_IS_VALID_EMAIL",
  "TEXT_IS_VALID_URL",
  "VALUE_IN_LIST",
  "VALUE_IN_RANGE",
  "CUSTOM_FORMULA",
  "CHECKBOX",
]);

export const booleanCriteria = enumeration<App["BooleanCriteria"]>("BooleanCriteria", [
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_EQUAL_TO",
  "DATE_AFTER_RELATIVE",
  "DATE_BEFORE_RELATIVE",
  "DATE_EQUAL_TO_RELATIVE",
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_ENDS_WITH",
  "TEXT_EQUAL_TO",
  "TEXT_STARTS_WITH",
  "CUSTOM_FORMULA",
]);

export const wrapStrategies = enumeration<App["WrapStrategy"]>("WrapStrategy", ["WRAP", "OVERFLOW", "CLIP"]);
export const protectionTypes = enumeration<App["ProtectionType"]>("ProtectionType", ["RANGE", "SHEET"]);
export const copyPasteTypes = enumeration<App["CopyPasteType"]>("CopyPasteType", [
  "PASTE_NORMAL",
  "PASTE_NO_BORDERS",
  "PASTE_FORMAT",
  "PASTE_FORMULA",
  "PASTE_DATA_VALIDATION",
  "PASTE_VALUES",
  "PASTE_CONDITIONAL_FORMATTING",
  "PASTE_COLUMN_WIDTHS",
]);
export const borderStyles = enumeration<App["BorderStyle"]>("BorderStyle", [
  "DOTTED",
  "DASHED",
  "SOLID",
  "SOLID_MEDIUM",
  "SOLID_THICK",
  "DOUBLE",
]);
export const dimensions = enumeration<App["Dimension"]>("Dimension", ["COLUMNS", "ROWS"]);
export const directions = enumeration<App["Direction"]>("Direction", ["UP", "DOWN", "PREVIOUS", "NEXT"]);
export const relativeDates = enumeration<App["RelativeDate"]>("RelativeDate", [
  "TODAY",
  "TOMORROW",
  "YESTERDAY",
  "PAST_WEEK",
  "PAST_MONTH",
  "PAST_YEAR",
]);
export const metadataVisibilities = enumeration<App["DeveloperMetadataVisibility"]>(
  "DeveloperMetadataVisibility",
  ["DOCUMENT", "PROJECT"],
);
export const metadataLocations = enumeration<App["DeveloperMetadataLocationType"]>(
  "DeveloperMetadataLocationType",
  ["SPREADSHEET", "SHEET", "ROW", "COLUMN"],
);
export const sheetTypes = enumeration<App["SheetType"]>("SheetType", ["GRID", "OBJECT"]);
export const chartTypes = enumeration<GoogleAppsScript.Charts.Charts["ChartType"]>("ChartType", [
  "AREA",
  "BAR",
  "BUBBLE",
  "CANDLESTICK",
  "COLUMN",
  "COMBO",
  "GAUGE",
  "GEO",
  "HISTOGRAM",
  "LINE",
  "ORG",
  "PIE",
  "RADAR",
  "SCATTER",
  "SPARKLINE",
  "STEPPED_AREA",
  "TABLE",
  "TIMELINE",
  "TREEMAP",
  "WATERFALL",
]);
