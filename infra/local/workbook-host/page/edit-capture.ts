// Notices what the person does in Univer: cell edits go to the server as they are; changes of structure are held
// back and asked of the server, which tells every page, this one included.
import {
  CustomCommandExecutionError,
  type ICellData,
  ICommandService,
  type IRange,
  type Nullable,
  type Univer,
} from "@univerjs/core";
import type { Area } from "../model/area.ts";
import type { CellEdit, PageEdit } from "../protocol/page-edits.ts";
import { takePaste } from "./paste-cells.ts";
import type { SheetView } from "./sheet-view.ts";
import { areaOf } from "./univer-picture.ts";
import { modelStyleChange } from "./univer-style.ts";

/** Held back quietly; Univer takes it as a command that did nothing. */
class HeldBack extends CustomCommandExecutionError {}

type Params = Record<string, unknown>;

const isRecord = (value: unknown): value is Params => typeof value === "object" && value !== null;
const isRange = (value: unknown): value is IRange =>
  isRecord(value) && "startRow" in value && "startColumn" in value;

const rangesIn = (params: Params): IRange[] => {
  const list = Array.isArray(params.ranges) ? params.ranges : [params.range];
  return list.filter(isRange);
};

const rowsOf = (range: IRange): { at: number; count: number } => ({
  at: range.startRow,
  count: range.endRow - range.startRow + 1,
});
const columnsOf = (range: IRange): { at: number; count: number } => ({
  at: range.startColumn,
  count: range.endColumn - range.startColumn + 1,
});

/** What a cell's new data says of its entry; undefined when it says nothing. */
function entryOf(cell: ICellData, formula: string | undefined): CellEdit["entry"] {
  const raw: unknown = cell.custom?.raw;
  if (typeof raw === "string") return raw === "" ? null : raw;
  if (typeof cell.f === "string" && cell.f !== "") return cell.f;
  if (formula !== undefined) return formula;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, "").replaceAll("\r", "\n");
  if (!("v" in cell)) return undefined;
  if (cell.v === null || cell.v === undefined) return null;
  // 3 is Univer's boolean, 4 a text by the person's wish.
  if (cell.t === 3) return cell.v === 1 || cell.v === true || cell.v === "1";
  if (cell.t === 4 && typeof cell.v === "string") return `'${cell.v}`;
  return cell.v;
}

/** The formula that copied or restored cell data carries, as it reads where it arrives. */
type FormulaAt = (row: number, column: number, custom: unknown) => string | undefined;

function cellEdit(row: number, column: number, cell: Nullable<ICellData>, formulaAt: FormulaAt): CellEdit {
  if (!cell) return { row, column, entry: null };
  const entry = entryOf(cell, formulaAt(row, column, cell.custom));
  const isCopy = cell.custom?.isCopy === true;
  const style = typeof cell.s === "object" && cell.s !== null ? modelStyleChange(cell.s, isCopy) : undefined;
  return {
    row,
    column,
    ...(entry === undefined ? {} : { entry }),
    ...(style && Object.keys(style).length > 0 ? { style } : {}),
  };
}

function cellEdits(cellValue: unknown, formulaAt: FormulaAt): CellEdit[] {
  if (!isRecord(cellValue)) return [];
  return Object.entries(cellValue).flatMap(([row, line]) =>
    isRecord(line)
      ? Object.entries(line).map(([column, cell]) =>
          cellEdit(Number(row), Number(column), isRecord(cell) ? cell : null, formulaAt),
        )
      : [],
  );
}

function lineEdits(
  params: Params,
  make: (span: { at: number; count: number }) => PageEdit,
  spanOf: (range: IRange) => { at: number; count: number },
): PageEdit[] {
  return rangesIn(params).map((range) => make(spanOf(range)));
}

function sizeEdits(sheetId: number, params: Params, dimension: "rows" | "columns"): PageEdit[] {
  const given = dimension === "rows" ? params.rowHeight : params.colWidth;
  const spanOf = dimension === "rows" ? rowsOf : columnsOf;
  return rangesIn(params).flatMap((range) => {
    const { at, count } = spanOf(range);
    if (typeof given === "number") return { kind: "size-lines", sheetId, dimension, at, count, size: given };
    if (!isRecord(given)) return [];
    return Array.from({ length: count }, (_, index) => at + index).flatMap((line): PageEdit[] => {
      const size = given[line];
      return typeof size === "number"
        ? [{ kind: "size-lines", sheetId, dimension, at: line, count: 1, size }]
        : [];
    });
  });
}

const looksFrom = (params: Params, at: number): number =>
  params.insertsBefore === true || at === 0 ? at : at - 1;

const lines =
  (dimension: "rows" | "columns", kind: "insert-lines" | "delete-lines") =>
  (params: Params, sheetId: number): PageEdit[] =>
    lineEdits(
      params,
      (span) =>
        kind === "insert-lines"
          ? { kind, sheetId, dimension, ...span, looksFrom: looksFrom(params, span.at) }
          : { kind, sheetId, dimension, ...span },
      dimension === "rows" ? rowsOf : columnsOf,
    );

const visibility =
  (dimension: "rows" | "columns", hidden: boolean) =>
  (params: Params, sheetId: number): PageEdit[] =>
    lineEdits(
      params,
      (span) => ({ kind: "hide-lines", sheetId, dimension, ...span, hidden }),
      dimension === "rows" ? rowsOf : columnsOf,
    );

const merges =
  (merged: boolean) =>
  (params: Params, sheetId: number): PageEdit[] =>
    rangesIn(params).map((range) => ({ kind: "merge", sheetId, area: areaOf(range), merged }));

/** Univer's mutations of structure, and what to ask of the server instead. */
const asked: Readonly<Record<string, (params: Params, sheetId: number) => PageEdit[]>> = {
  "sheet.mutation.insert-row": lines("rows", "insert-lines"),
  "sheet.mutation.insert-col": lines("columns", "insert-lines"),
  "sheet.mutation.remove-rows": lines("rows", "delete-lines"),
  "sheet.mutation.remove-col": lines("columns", "delete-lines"),
  "sheet.mutation.set-row-hidden": visibility("rows", true),
  "sheet.mutation.set-row-visible": visibility("rows", false),
  "sheet.mutation.set-col-hidden": visibility("columns", true),
  "sheet.mutation.set-col-visible": visibility("columns", false),
  "sheet.mutation.set-worksheet-col-width": (params, sheetId) => sizeEdits(sheetId, params, "columns"),
  "sheet.mutation.set-worksheet-row-height": (params, sheetId) => sizeEdits(sheetId, params, "rows"),
  "sheet.mutation.add-worksheet-merge": merges(true),
  "sheet.mutation.remove-worksheet-merge": merges(false),
  "sheet.mutation.set-frozen": ({ ySplit, xSplit }, sheetId) => [
    { kind: "freeze", sheetId, rows: Number(ySplit ?? 0), columns: Number(xSplit ?? 0) },
  ],
  "sheet.mutation.insert-sheet": () => [{ kind: "insert-sheet" }],
  "sheet.mutation.remove-sheet": (_, sheetId) => [{ kind: "delete-sheet", sheetId }],
  "sheet.mutation.set-worksheet-name": ({ name }, sheetId) => [
    { kind: "rename-sheet", sheetId, name: String(name) },
  ],
  "sheet.mutation.set-worksheet-order": ({ toOrder }, sheetId) => [
    { kind: "move-sheet", sheetId, index: Number(toOrder) },
  ],
  "sheet.mutation.set-worksheet-hidden": ({ hidden }, sheetId) => [
    { kind: "hide-sheet", sheetId, hidden: hidden === 1 },
  ],
  "sheet.mutation.set-tab-color": ({ color }, sheetId) => [
    { kind: "color-sheet", sheetId, color: typeof color === "string" && color !== "" ? color : null },
  ],
  "sheet.mutation.move-range": ({ from, to }) => moveEdits(from, to),
};

function matrixArea(part: unknown): Area | undefined {
  const value = isRecord(part) ? part.value : undefined;
  const cells = cellEdits(value, () => undefined);
  const [first] = cells;
  if (!first) return undefined;
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

const sheetIdIn = (part: unknown): number => Number(isRecord(part) ? part.subUnitId : Number.NaN);

function moveEdits(from: unknown, to: unknown): PageEdit[] {
  const source = matrixArea(from);
  const target = matrixArea(to);
  if (!source || !target) return [];
  return [{ kind: "move", sheetId: sheetIdIn(from), toSheetId: sheetIdIn(to), from: source, to: target }];
}

/** Changes Univer makes for itself, which the server has no part in. */
const ignored = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.set-worksheet-row-is-auto-height",
  "sheet.mutation.mark-dirty-filter-change",
  "sheet.mutation.toggle-note-popup",
  "sheet.mutation.update-note-position",
  "sheet.mutation.empty",
]);

const insertCommand = /^sheet\.command\.insert-.*-(?:before|above|left|after|below|right)$/;
const beforeCommand = /-(?:before|above|left)$/;
const pasteCommand = "sheet.command.paste-by-short-key";
const calculationMutation = "formula.mutation.set-formula-calculation-start";
const showEditorOperation = "sheet.operation.set-cell-edit-visible";
/** A copied sheet arrives as an inserted one; its command tells which sheet it was. */
const copySheetCommand = "sheet.command.copy-sheet";

export interface EditListener {
  readonly edited: (edits: readonly PageEdit[]) => void;
  /** The person tried to type where they may not. */
  readonly refused: () => void;
  readonly editingEnded: () => void;
}

export function captureEdits(univer: Univer, view: SheetView, listener: EditListener): void {
  const commands = univer.__getInjector().get(ICommandService);
  /** Rows inserted above another look like that one; rows inserted below, like the one above them. */
  let insertsBefore = false;

  commands.beforeCommandExecuted((command, options) => {
    const params = isRecord(command.params) ? command.params : {};
    // The server computes, by the host's clock: Univer's own results would race with its.
    if (command.id === calculationMutation || options?.fromFormula)
      throw new HeldBack("computed by the server");
    if (options?.onlyLocal || options?.fromCollab) return;
    if (command.type === 0 && insertCommand.test(command.id)) insertsBefore = beforeCommand.test(command.id);
    if (command.id === copySheetCommand) {
      const sheetId = Number(params.subUnitId ?? view.selection()?.sheetId);
      listener.edited([{ kind: "copy-sheet", sheetId }]);
      throw new HeldBack("copied by the server");
    }
    if (command.id === pasteCommand && takePaste(univer, view, params.htmlContent, params.textContent)) {
      throw new HeldBack("pasted by the page");
    }
    if (command.id === showEditorOperation) {
      if (params.visible === true && isClosedHere(view)) {
        listener.refused();
        throw new HeldBack("protected");
      }
      return;
    }
    if (command.type !== 2 || !view.isShown(String(params.unitId))) return;
    const ask = asked[command.id];
    if (ask) {
      listener.edited(ask({ ...params, insertsBefore }, Number(params.subUnitId)));
      throw new HeldBack("asked of the server");
    }
    const isOurs = command.id === "sheet.mutation.set-range-values" || ignored.has(command.id);
    if (!isOurs && /^(sheet|data-validation)\.mutation\./.test(command.id)) throw new HeldBack("not kept");
  });

  commands.onCommandExecuted((command, options) => {
    const params = isRecord(command.params) ? command.params : {};
    if (command.id === showEditorOperation && params.visible === false) listener.editingEnded();
    if (command.id !== "sheet.mutation.set-range-values" || !view.isShown(String(params.unitId))) return;
    if (options?.onlyLocal || options?.fromCollab || options?.fromFormula) return;
    const sheetId = Number(params.subUnitId);
    const formulaAt: FormulaAt = (row, column, custom) => view.formulaAt(sheetId, row, column, custom);
    const cells = cellEdits(params.cellValue, formulaAt).filter((cell) => "entry" in cell || "style" in cell);
    if (cells.length > 0) listener.edited([{ kind: "cells", sheetId, cells }]);
  });
}

function isClosedHere(view: SheetView): boolean {
  const at = view.selection();
  if (!at) return false;
  return view
    .closedAreas(at.sheetId)
    .some(
      (area) =>
        at.row >= area.row &&
        at.row < area.row + area.rows &&
        at.column >= area.column &&
        at.column < area.column + area.columns,
    );
}
