// What the server tells an open spreadsheet page, and what the page shows of a workbook.
import type { Area, Dimension } from "../model/area.ts";
import type { CellStyle } from "../model/cell.ts";
import type { WireMenuItem } from "./wire.ts";

export interface ViewCell {
  /** What the cell shows before formatting; absent when blank. */
  readonly v?: string | number | boolean;
  /** The formula behind the value. */
  readonly f?: string;
  /** Numbers of its own looks and of those a conditional rule gives, in the message's table of styles. */
  readonly s?: number;
  readonly c?: number;
}

export interface ViewCells {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly (ViewCell | null)[])[];
}

export interface ViewLine {
  readonly at: number;
  readonly size?: number;
  readonly hidden?: boolean;
}

export interface ViewValidation {
  readonly areas: readonly Area[];
  readonly criterion: string;
  readonly choices: readonly string[];
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  readonly allowInvalid: boolean;
  readonly helpText: string;
}

export interface ViewChart {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  /** First line and first column are labels. */
  readonly table: readonly (readonly (string | number)[])[];
}

export interface ViewSheet {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly maxRows: number;
  readonly maxColumns: number;
}

export interface ViewSheetContent extends ViewSheet {
  readonly cells: readonly ViewCells[];
  readonly rowLines: readonly ViewLine[];
  readonly columnLines: readonly ViewLine[];
  readonly merges: readonly Area[];
  readonly notes: readonly { row: number; column: number; text: string }[];
  readonly validations: readonly ViewValidation[];
  /** Areas this person may not edit. */
  readonly closed: readonly Area[];
  readonly charts: readonly ViewChart[];
}

export interface ViewWorkbook {
  readonly id: string;
  readonly name: string;
  readonly mayEdit: boolean;
  /** Messages up to this number are already in this picture. */
  readonly sequence: number;
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly ViewSheetContent[];
}

/** Changes of the workbook: numbered, so that a page knows which it already has. */
export type ViewChange =
  | {
      readonly kind: "cells";
      readonly sheetId: number;
      readonly styles: readonly CellStyle[];
      readonly cells: readonly ViewCells[];
    }
  | {
      readonly kind: "lines-shifted";
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: "lines-styled";
      readonly sheetId: number;
      readonly rowLines: readonly ViewLine[];
      readonly columnLines: readonly ViewLine[];
    }
  | { readonly kind: "sheet"; readonly sheet: ViewSheet }
  | { readonly kind: "notes"; readonly sheetId: number; readonly notes: ViewSheetContent["notes"] }
  | {
      readonly kind: "validations";
      readonly sheetId: number;
      readonly validations: readonly ViewValidation[];
    }
  | { readonly kind: "charts"; readonly sheetId: number; readonly charts: readonly ViewChart[] }
  | { readonly kind: "closed"; readonly sheetId: number; readonly closed: readonly Area[] }
  | { readonly kind: "reload" };

/** What a script shows in the window it was started from. */
export type UiMessage =
  | { readonly kind: "menu"; readonly title: string; readonly items: readonly WireMenuItem[] }
  | { readonly kind: "sidebar"; readonly frame: string; readonly title: string }
  | {
      readonly kind: "dialog";
      readonly frame: string;
      readonly title: string;
      readonly width: number;
      readonly height: number;
      readonly isModal: boolean;
    }
  | {
      readonly kind: "question";
      readonly id: string;
      readonly hasInput: boolean;
      readonly title: string;
      readonly text: string;
      readonly buttons: string;
    }
  | { readonly kind: "toast"; readonly title: string; readonly text: string; readonly seconds: number }
  | { readonly kind: "select"; readonly sheetId: number; readonly area: Area };

export type ServerMessage =
  | { readonly kind: "hello"; readonly session: string; readonly frameOrigin: string }
  | { readonly kind: "changes"; readonly sequence: number; readonly changes: readonly ViewChange[] }
  | { readonly kind: "ui"; readonly ui: UiMessage };
