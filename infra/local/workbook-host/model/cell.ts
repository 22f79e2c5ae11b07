// What one cell holds: its entry, its formula's last result, its looks, note and validation rule.
import type { ValidationRule } from "./validation-rule.ts";

export type Scalar = number | string | boolean;

/** A formula's failure, such as #REF! or #N/A. */
export class CellError {
  readonly code: string;
  readonly detail: string;
  constructor(code: string, detail = "") {
    this.code = code;
    this.detail = detail;
  }
}

export type CellValue = Scalar | CellError;

export interface CellStyle {
  readonly numberFormat?: string | undefined;
  readonly background?: string | undefined;
  readonly fontColor?: string | undefined;
  readonly fontWeight?: string | undefined;
  readonly fontStyle?: string | undefined;
  readonly fontLine?: string | undefined;
  readonly fontSize?: number | undefined;
  readonly fontFamily?: string | undefined;
  readonly horizontalAlignment?: string | undefined;
  readonly verticalAlignment?: string | undefined;
  readonly wrapStrategy?: string | undefined;
  readonly borders?: string | undefined;
}

export interface Cell {
  /** What was entered; absent for an empty cell and for a formula. */
  value?: Scalar | undefined;
  /** The formula with its equals sign. */
  formula?: string | undefined;
  /** The formula's last result; or what another cell's array formula spilt here. */
  computed?: CellValue | undefined;
  style?: CellStyle | undefined;
  note?: string | undefined;
  validation?: ValidationRule | undefined;
}

export const hasContent = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== undefined || cell.formula !== undefined);

/** Nothing worth keeping: no entry, looks, note or rule. */
export const isPlainBlank = (cell: Cell): boolean =>
  cell.value === undefined &&
  cell.formula === undefined &&
  cell.computed === undefined &&
  cell.style === undefined &&
  cell.note === undefined &&
  cell.validation === undefined;

/** What a cell shows before formatting: its entry or its formula's result; undefined when blank. */
export const resultOf = (cell: Cell | undefined): CellValue | undefined =>
  cell === undefined ? undefined : cell.formula === undefined ? (cell.value ?? cell.computed) : cell.computed;
