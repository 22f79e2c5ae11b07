// Formulas kept beside the values Univer shows: how one reads now, after rows moved and cells were copied.
import { formulaAfterShift, formulaMovedBy } from "../formula/rewrite-references.ts";
import { areaAfterShift, type Dimension } from "../model/area.ts";

/** A formula as it was when the server told of it: its text, its cell, and how many shifts had happened. */
export interface KeptFormula {
  readonly text: string;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly shiftsBefore: number;
}

interface Shift {
  readonly sheetId: number;
  readonly sheetName: string;
  readonly dimension: Dimension;
  readonly at: number;
  readonly count: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Reads back what was kept in a cell. */
export function findKeptFormula(custom: unknown): KeptFormula | undefined {
  const kept = isRecord(custom) ? custom.formula : undefined;
  if (!isRecord(kept) || typeof kept.text !== "string") return undefined;
  return {
    text: kept.text,
    sheetId: Number(kept.sheetId),
    row: Number(kept.row),
    column: Number(kept.column),
    shiftsBefore: Number(kept.shiftsBefore),
  };
}

/** Insertions and deletions since the workbook was loaded; a formula catches up only when someone looks at it. */
export class KeptFormulas {
  private readonly shifts: Shift[] = [];

  get shiftCount(): number {
    return this.shifts.length;
  }

  clear(): void {
    this.shifts.length = 0;
  }

  add(shift: Shift): void {
    this.shifts.push(shift);
  }

  /** The formula as it reads in a cell: where it stands now, or where it was copied to. */
  textAt(kept: KeptFormula, ownSheetName: string, row: number, column: number): string {
    let { text } = kept;
    let home = { row: kept.row, column: kept.column, rows: 1, columns: 1 };
    for (const { sheetId, sheetName, dimension, at, count } of this.shifts.slice(kept.shiftsBefore)) {
      text = formulaAfterShift(text, ownSheetName, sheetName, dimension, at, count);
      if (sheetId === kept.sheetId) home = areaAfterShift(home, dimension, at, count) ?? home;
    }
    return formulaMovedBy(text, row - home.row, column - home.column);
  }
}
