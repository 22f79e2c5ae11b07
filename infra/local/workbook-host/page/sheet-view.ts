// The spreadsheet in the page: shows the server's picture and applies its changes without echoing them back.
import {
  BooleanNumber,
  ICommandService,
  type IExecutionOptions,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/data-validation";
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
} from "@univerjs/sheets";
import { RemoveNoteMutation, UpdateNoteMutation } from "@univerjs/sheets-note";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import { ILayoutService } from "@univerjs/ui";
import type { Area } from "../model/area.ts";
import type {
  ViewChange,
  ViewLine,
  ViewSheet,
  ViewSheetContent,
  ViewValidation,
  ViewWorkbook,
} from "../protocol/page-messages.ts";
import { findKeptFormula, KeptFormulas } from "./kept-formulas.ts";
import { lineMutations } from "./line-mutations.ts";
import type { Selection } from "./server-link.ts";
import type { Running } from "./univer-instance.ts";
import { cellMatrix, freezeOf, univerWorkbook } from "./univer-picture.ts";
import { univerValidation } from "./validation-rules.ts";

/** Marks mutations that came from the server. */
const fromServer: IExecutionOptions = { onlyLocal: true };
/** Cells are marked as another person's edit: with onlyLocal, validation marks would not be judged anew. */
const cellsFromServer: IExecutionOptions = { fromCollab: true };

/** What the view remembers of a sheet besides what Univer keeps. */
interface SheetFacts {
  rules: string[];
  notes: { row: number; column: number }[];
  rowLines: readonly ViewLine[];
  columnLines: readonly ViewLine[];
  closed: readonly Area[];
}

export class SheetView {
  private readonly running: Running;
  private readonly afterFirst: () => void;
  private readonly commands: ICommandService;
  private readonly instances: IUniverInstanceService;
  private readonly facts = new Map<number, SheetFacts>();
  private readonly formulas = new KeptFormulas();
  private unitId = "";
  private units = 0;
  private rules = 0;

  /** `afterFirst` runs once the first workbook is there: Univer starts its sheet services only then. */
  constructor(running: Running, afterFirst: () => void) {
    this.running = running;
    this.afterFirst = afterFirst;
    const injector = running.univer.__getInjector();
    this.commands = injector.get(ICommandService);
    this.instances = injector.get(IUniverInstanceService);
  }

  /** Shows a picture in place of the one before; gives what was selected there. */
  load(picture: ViewWorkbook): Selection | undefined {
    const before = this.selection();
    if (this.unitId !== "") this.instances.disposeUnit(this.unitId);
    this.units += 1;
    this.unitId = `workbook-${this.units}`;
    this.facts.clear();
    this.formulas.clear();
    this.running.univer.createUnit(UniverInstanceType.UNIVER_SHEET, univerWorkbook(picture, this.unitId));
    if (this.units === 1) this.afterFirst();
    for (const sheet of picture.sheets) {
      const { rowLines, columnLines, closed } = sheet;
      this.facts.set(sheet.id, { rules: [], notes: [], rowLines, columnLines, closed });
      this.showValidations(sheet.id, sheet.validations);
      this.showNotes(sheet.id, sheet.notes);
    }
    return before;
  }

  /** Resolves once Univer has painted; only then can cells be found and scrolled to. */
  async whenPainted(): Promise<void> {
    await this.running.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  }

  apply(change: Exclude<ViewChange, { kind: "reload" | "charts" }>): void {
    switch (change.kind) {
      case "cells":
        this.run(
          SetRangeValuesMutation.id,
          change.sheetId,
          { cellValue: cellMatrix(change.cells, change.styles, change.sheetId, this.formulas.shiftCount) },
          cellsFromServer,
        );
        return;
      case "lines-shifted":
        this.shift(change);
        return;
      case "lines-styled":
        this.styleLines(change);
        return;
      case "sheet":
        this.showSheet(change.sheet);
        return;
      case "notes":
        this.showNotes(change.sheetId, change.notes);
        return;
      case "validations":
        this.showValidations(change.sheetId, change.validations);
        return;
      case "closed":
        this.factsOf(change.sheetId).closed = change.closed;
        return;
    }
  }

  /** The formula that a cell's data carries, as it reads at this place; undefined when it carries none. */
  formulaAt(sheetId: number, row: number, column: number, custom: unknown): string | undefined {
    const kept = findKeptFormula(custom);
    const name = this.workbook()?.getSheetBySheetId(String(sheetId))?.getName();
    return kept && this.formulas.textAt(kept, name ?? "", row, column);
  }

  /** Gives the keyboard to the sheet. */
  focus(): void {
    if (this.units > 0) this.running.univer.__getInjector().get(ILayoutService).focus();
  }

  /** True once the editor, still closed, stands at a cell and has the keyboard. */
  isReadyToType(row: number, column: number): boolean {
    const at = this.running.univer.__getInjector().get(IEditorBridgeService).getEditLocation();
    const hasKeyboard = document.activeElement?.id.startsWith("__editor_") ?? false;
    return at?.unitId === this.unitId && at.row === row && at.column === column && hasKeyboard;
  }

  /** True while a cell's editor is open: Univer would throw away what is being typed when the cell changes under it. */
  isEditing(): boolean {
    return (
      this.units > 0 && this.running.univer.__getInjector().get(IEditorBridgeService).isVisible().visible
    );
  }

  /** Areas of a sheet that this person may not edit. */
  closedAreas(sheetId: number): readonly Area[] {
    return this.facts.get(sheetId)?.closed ?? [];
  }

  isShown(unitId: string): boolean {
    return unitId === this.unitId;
  }

  workbook(): Workbook | null {
    return this.instances.getUnit<Workbook>(this.unitId) ?? null;
  }

  selection(): Selection | undefined {
    const sheet = this.running.api.getActiveWorkbook()?.getActiveSheet();
    const range = sheet?.getSelection()?.getActiveRange();
    if (!sheet || !range) return undefined;
    return {
      sheetId: Number(sheet.getSheetId()),
      row: range.getRow(),
      column: range.getColumn(),
      rows: range.getHeight(),
      columns: range.getWidth(),
    };
  }

  /** False when the sheet is not here, or not yet. */
  select(sheetId: number, area: Area): boolean {
    const workbook = this.running.api.getActiveWorkbook();
    const sheet = workbook?.getSheetBySheetId(String(sheetId));
    if (!workbook || !sheet || sheet.isSheetHidden()) return false;
    workbook.setActiveSheet(sheet);
    const rows = Math.min(area.rows, sheet.getMaxRows() - area.row);
    const columns = Math.min(area.columns, sheet.getMaxColumns() - area.column);
    if (rows < 1 || columns < 1) return false;
    sheet.setActiveSelection(sheet.getRange(area.row, area.column, rows, columns));
    sheet.scrollToCell(area.row, Math.max(0, area.column - 2));
    return true;
  }

  private factsOf(sheetId: number): SheetFacts {
    const facts = this.facts.get(sheetId) ?? {
      rules: [],
      notes: [],
      rowLines: [],
      columnLines: [],
      closed: [],
    };
    this.facts.set(sheetId, facts);
    return facts;
  }

  private run(id: string, sheetId: number, params: object, options = fromServer): void {
    this.commands.syncExecuteCommand(
      id,
      { unitId: this.unitId, subUnitId: String(sheetId), ...params },
      options,
    );
  }

  private shift({ sheetId, dimension, at, count }: Extract<ViewChange, { kind: "lines-shifted" }>): void {
    const sheet = this.workbook()?.getSheetBySheetId(String(sheetId));
    if (!sheet) return;
    this.formulas.add({ sheetId, sheetName: sheet.getName(), dimension, at, count });
    const length = Math.abs(count);
    const isRows = dimension === "rows";
    const range = isRows
      ? {
          startRow: at,
          endRow: at + length - 1,
          startColumn: 0,
          endColumn: Math.max(0, sheet.getColumnCount() - 1),
        }
      : {
          startRow: 0,
          endRow: Math.max(0, sheet.getRowCount() - 1),
          startColumn: at,
          endColumn: at + length - 1,
        };
    const inserting = isRows ? InsertRowMutation.id : InsertColMutation.id;
    const removing = isRows ? RemoveRowMutation.id : RemoveColMutation.id;
    this.run(count > 0 ? inserting : removing, sheetId, { range });
  }

  private styleLines({
    sheetId,
    rowLines,
    columnLines,
  }: Extract<ViewChange, { kind: "lines-styled" }>): void {
    const facts = this.factsOf(sheetId);
    const sheet = this.workbook()?.getSheetBySheetId(String(sheetId));
    if (!sheet) return;
    const after = { rowLines, columnLines };
    for (const { id, params } of lineMutations(facts, after, sheet)) this.run(id, sheetId, params);
    Object.assign(facts, after);
  }

  private showSheet(view: ViewSheet): void {
    const sheet = this.workbook()?.getSheetBySheetId(String(view.id));
    if (!sheet) return;
    if (sheet.getName() !== view.name) this.run(SetWorksheetNameMutation.id, view.id, { name: view.name });
    const hidden = view.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    if (sheet.isSheetHidden() !== hidden) this.run(SetWorksheetHideMutation.id, view.id, { hidden });
    if ((sheet.getTabColor() ?? "") !== view.tabColor) {
      this.run(SetTabColorMutation.id, view.id, { color: view.tabColor });
    }
    const { xSplit, ySplit } = sheet.getFreeze();
    if (xSplit !== view.frozenColumns || ySplit !== view.frozenRows) {
      this.run(SetFrozenMutation.id, view.id, freezeOf(view));
    }
  }

  private showNotes(sheetId: number, notes: ViewSheetContent["notes"]): void {
    const facts = this.factsOf(sheetId);
    const params = { sheetId: String(sheetId), silent: true };
    for (const { row, column } of facts.notes) {
      this.run(RemoveNoteMutation.id, sheetId, { ...params, row, col: column });
    }
    for (const { row, column, text } of notes) {
      const note = { id: `note-${row}-${column}`, row, col: column, width: 200, height: 80, note: text };
      this.run(UpdateNoteMutation.id, sheetId, { ...params, row, col: column, note });
    }
    facts.notes = notes.map(({ row, column }) => ({ row, column }));
  }

  private showValidations(sheetId: number, validations: readonly ViewValidation[]): void {
    const facts = this.factsOf(sheetId);
    if (facts.rules.length > 0) this.run(RemoveDataValidationMutation.id, sheetId, { ruleId: facts.rules });
    const rules = validations.flatMap((validation) => {
      this.rules += 1;
      return univerValidation(validation, `rule-${this.rules}`) ?? [];
    });
    facts.rules = rules.map((rule) => rule.uid);
    if (rules.length > 0) this.run(AddDataValidationMutation.id, sheetId, { rule: rules });
  }
}
