// Who edits which workbook, and the refusals that every edit can meet.
import type { Calculation } from "../formula/calculation.ts";
import { areaAddress } from "./a1.ts";
import type { Area } from "./area.ts";
import { findBarrier } from "./protection.ts";
import type { Sheet } from "./sheet.ts";
import type { Workbook } from "./workbook.ts";

export interface Edit {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  /** Whose permission counts. */
  readonly email: string;
}

/** A refusal with a sentence for the person or the script; anything else thrown is a bug. */
export class RefusedEdit extends Error {
  readonly sheetId: number | undefined;
  readonly area: Area | undefined;
  constructor(message: string, sheetId?: number, area?: Area) {
    super(message);
    this.sheetId = sheetId;
    this.area = area;
  }
}

export function getSheet(workbook: Workbook, sheetId: number): Sheet {
  const sheet = workbook.sheetById(sheetId);
  if (!sheet) throw new RefusedEdit(`Sheet ${sheetId} not found`);
  return sheet;
}

export function requireEditor(edit: Edit): void {
  if (!edit.workbook.mayEdit(edit.email)) {
    throw new RefusedEdit("You do not have permission to perform that action.");
  }
}

/** Refuses when a protection keeps the person out of the area. */
export function requireUnprotected(edit: Edit, sheet: Sheet, area: Area): void {
  requireEditor(edit);
  const barrier = findBarrier(sheet, area, edit.email, edit.workbook.facts.owner);
  if (!barrier) return;
  throw new RefusedEdit(
    `You are trying to edit a protected cell or object (${sheet.name}!${areaAddress(area)}). Please contact the spreadsheet owner to remove protection if you need to edit.`,
    sheet.id,
    area,
  );
}

export function requireInside(sheet: Sheet, area: Area): void {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= sheet.maxRows &&
    area.column + area.columns <= sheet.maxColumns;
  if (!fits) throw new RefusedEdit("The coordinates of the range are outside the dimensions of the sheet.");
}
