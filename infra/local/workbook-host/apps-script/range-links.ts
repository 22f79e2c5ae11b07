// Turns plain range references into Range objects and back, without the modules importing one another in a circle.
import type { RangeRef, SheetRef } from "../protocol/wire.ts";
import { Links } from "./links.ts";

type GasRange = GoogleAppsScript.Spreadsheet.Range;
type GasSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GasSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export const rangeLinks = new Links<RangeRef>("Range");
export const sheetLinks = new Links<SheetRef>("Sheet");
export const spreadsheetLinks = new Links<string>("Spreadsheet");

interface Makers {
  range: (ref: RangeRef) => GasRange;
  sheet: (ref: SheetRef) => GasSheet;
  spreadsheet: (id: string) => GasSpreadsheet;
}
const makers: Partial<Makers> = {};

export function setMakers(given: Makers): void {
  Object.assign(makers, given);
}

function maker<Name extends keyof Makers>(name: Name): Makers[Name] {
  const found = makers[name];
  if (!found) throw new Error(`No maker for ${name}`);
  return found;
}

export const rangeOf = (ref: RangeRef): GasRange => maker("range")(ref);
export const sheetOf = (ref: SheetRef): GasSheet => maker("sheet")(ref);
export const spreadsheetOf = (id: string): GasSpreadsheet => maker("spreadsheet")(id);
