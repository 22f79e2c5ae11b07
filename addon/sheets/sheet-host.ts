// What the add-on asks of a workbook: values in and out, never an object of Google's.

export interface SheetFacts {
  readonly id: number;
  readonly name: string;
}

/** Rows and columns count from 1, as people see them. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** One cell to write. */
export interface CellWrite extends CellPlace {
  readonly text: string;
}

/** What a column's cells take. Lists refuse anything else; the others warn, because text may still be understood. */
export type Rule =
  | { readonly kind: "list"; readonly values: readonly string[]; readonly help: string }
  | {
      readonly kind: "number";
      readonly minimum: number;
      readonly maximum: number;
      readonly help: string;
    }
  | { readonly kind: "date"; readonly help: string };

export interface ColumnLayout {
  /** Counted from 1. */
  readonly column: number;
  readonly header: string;
  readonly note: string;
  readonly width: number;
  /** A Sheets number format. */
  readonly format: string;
  readonly hidden: boolean;
  /** Only the add-on writes here: people are warned before they do. */
  readonly guarded: boolean;
  readonly rule: Rule | null;
}

/** A look that follows from a formula about the row; the words that say the same stand in the row itself. */
export interface Mark {
  /** For the first row below the header, with absolute columns: `=LEFT($E2,2)="超期"`. */
  readonly formula: string;
  readonly background: string;
  readonly color: string;
  readonly bold: boolean;
}

export interface SheetLayout {
  readonly columns: readonly ColumnLayout[];
  readonly marks: readonly Mark[];
  readonly tabColor: string;
  readonly hidden: boolean;
  /** People are warned before they change anything in the sheet. */
  readonly guarded: boolean;
}

export interface ChartPlan {
  readonly title: string;
  /** Header row and rows below, from column 1 on. */
  readonly rows: number;
  readonly columns: readonly number[];
  /** Where it stands. */
  readonly row: number;
  readonly column: number;
}

export interface SheetHost {
  workbookId(): string;
  sheets(): readonly SheetFacts[];
  /** Adds a sheet at the end and gives its id. */
  addSheet(name: string): number;
  renameSheet(sheet: number, name: string): void;
  /** What the cells show, from A1 to the last used cell; shorter rows do not occur. */
  read(sheet: number): string[][];
  /** Part of a sheet, by what it shows. */
  readArea(sheet: number, row: number, column: number, rows: number, columns: number): string[][];
  /**
   * Writes single cells with a small constant number of service calls; cells between them keep what they hold,
   * formulas included. Texts stay texts, also those that begin with an equals sign.
   */
  write(sheet: number, cells: readonly CellWrite[]): void;
  /** Writes one rectangle whose cells are all given. */
  writeArea(sheet: number, row: number, column: number, rows: readonly (readonly string[])[]): void;
  /** Empties cells from a row to the end of the sheet. */
  clearBelow(sheet: number, row: number): void;
  deleteRows(sheet: number, first: number, count: number): void;
  /** Hidden sheets keep what they hold. */
  setHidden(sheet: number, hidden: boolean): void;
  insertColumn(sheet: number, before: number): void;
  /** Sets everything about a sheet but its values (the header row included). */
  layOut(sheet: number, layout: SheetLayout): void;
  /** Puts formats and drop-downs back, for all rows. */
  restoreRules(sheet: number, layout: SheetLayout): void;
  /** Cells of the given rows whose format or drop-down is no longer the layout's. */
  foreignRules(sheet: number, layout: SheetLayout, row: number, rows: number): CellPlace[];
  putChart(sheet: number, chart: ChartPlan): void;
  select(sheet: number, row: number): void;
  selection(): { readonly sheet: number; readonly row: number } | null;
  /** Everything written so far is really there, for everybody. */
  flush(): void;
}
