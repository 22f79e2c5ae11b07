// Finds what a script's references mean, as the script's user may see it.
import type { Area } from "../model/area.ts";
import { type Edit, getSheet, requireInside } from "../model/edit.ts";
import type { Sheet } from "../model/sheet.ts";
import type { RangeRef, SheetRef } from "../protocol/wire.ts";
import type { OpenWorkbook } from "../storage/workbook-store.ts";
import { type ExecutionContext, ScriptRefusal } from "./execution-context.ts";
import type { HostServices } from "./host-services.ts";

export class Resolver {
  private readonly services: HostServices;
  readonly execution: ExecutionContext;

  constructor(services: HostServices, execution: ExecutionContext) {
    this.services = services;
    this.execution = execution;
  }

  /** A workbook the user can open. With the currentonly scope, a script reaches its own document and no other. */
  workbook(id: string): OpenWorkbook {
    const opened = this.services.store.find(id);
    const scopes = this.services.addon().manifest.oauthScopes;
    const mayReachOthers = scopes.includes("https://www.googleapis.com/auth/spreadsheets");
    const isOwn = id === this.execution.workbookId;
    if (!opened || (!isOwn && !mayReachOthers) || !opened.workbook.mayView(this.execution.email)) {
      throw new ScriptRefusal("You do not have permission to access the requested document.");
    }
    return opened;
  }

  edit(id: string): Edit {
    const { workbook, calculation } = this.workbook(id);
    return { workbook, calculation, email: this.execution.email };
  }

  sheet(ref: SheetRef): { edit: Edit; sheet: Sheet } {
    const edit = this.edit(ref.workbookId);
    return { edit, sheet: getSheet(edit.workbook, ref.sheetId) };
  }

  range(ref: RangeRef): { edit: Edit; sheet: Sheet; area: Area } {
    const { edit, sheet } = this.sheet(ref);
    const area = { row: ref.row, column: ref.column, rows: ref.rows, columns: ref.columns };
    requireInside(sheet, area);
    return { edit, sheet, area };
  }
}

/** Rows of an area, cell by cell. */
export const matrixOf = <T>(area: Area, at: (row: number, column: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => at(area.row + row, area.column + column)),
  );
