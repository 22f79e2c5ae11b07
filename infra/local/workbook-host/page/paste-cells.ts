// Pastes into the sheet. Univer's own paste guesses types and mixes up number formats, so the page writes the cells
// itself: text from elsewhere as if typed, cells copied here as they are, with formulas that read their new row.
import { CellValueType, type ICellData, ICommandService, type Univer } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { ISheetClipboardService } from "@univerjs/sheets-ui";
import { cellsOfText } from "./clipboard-text.ts";
import type { SheetView } from "./sheet-view.ts";
import { rangeOf } from "./univer-picture.ts";
import { copiedStyle } from "./univer-style.ts";

type Block = readonly (readonly ICellData[])[];

interface Copied {
  readonly isCut: boolean;
  readonly cells: Block;
}

/** The entry that `raw` stands for is what counts; Univer only shows the rest until the server has read it. */
const typed = (text: string): ICellData =>
  text === ""
    ? { v: null, p: null, f: null, custom: { raw: "" } }
    : { v: text, t: CellValueType.STRING, p: null, f: null, custom: { raw: text } };

/** A cell as it stands, to be written elsewhere; an apostrophe keeps its text a text. */
function copyOf(cell: ICellData | undefined, style: ICellData["s"]): ICellData {
  const looks = copiedStyle(typeof style === "object" ? style : null);
  const base: ICellData = { v: null, t: null, p: null, f: null, s: looks, custom: { raw: "", isCopy: true } };
  if (!cell || cell.v === null || cell.v === undefined) return base;
  const isText = cell.t !== CellValueType.NUMBER && cell.t !== CellValueType.BOOLEAN;
  const entry = cell.custom?.formula ? { formula: cell.custom.formula } : isText ? { raw: `'${cell.v}` } : {};
  return { ...base, v: cell.v, t: cell.t ?? null, custom: { ...entry, isCopy: true } };
}

/** The cells copied last in this page, when the clipboard still holds those. */
function findCopied(univer: Univer, view: SheetView, html: unknown): Copied | undefined {
  const id = typeof html === "string" ? /data-copy-id="([^"\s]+)"/.exec(html)?.[1] : undefined;
  const cache = univer.__getInjector().get(ISheetClipboardService).copyContentCache();
  const copied = id === undefined ? undefined : cache.get(id);
  const workbook = view.workbook();
  const sheet = copied && workbook?.getSheetBySheetId(copied.subUnitId);
  if (!copied || !workbook || !sheet || !view.isShown(copied.unitId)) return undefined;
  const styles = workbook.getStyles();
  return {
    isCut: copied.copyType === "CUT",
    cells: copied.range.rows.map((row) =>
      copied.range.cols.map((column) => {
        const cell = sheet.getCellRaw(row, column) ?? undefined;
        return copyOf(cell, styles.getStyleByCell(cell));
      }),
    ),
  };
}

/** Writes a block at the selection; a selection that is a multiple of the block's size is filled. */
function writeBlock(univer: Univer, view: SheetView, block: Block): void {
  const at = view.selection();
  const workbook = view.workbook();
  const height = block.length;
  const width = Math.max(0, ...block.map((line) => line.length));
  if (!at || !workbook || height === 0 || width === 0) return;
  const area = {
    row: at.row,
    column: at.column,
    rows: at.rows % height === 0 ? at.rows : height,
    columns: at.columns % width === 0 ? at.columns : width,
  };
  const value: Record<number, Record<number, ICellData>> = {};
  for (let r = 0; r < area.rows; r += 1) {
    const line: Record<number, ICellData> = {};
    for (let c = 0; c < area.columns; c += 1) {
      line[area.column + c] = { ...(block[r % height]?.[c % width] ?? typed("")) };
    }
    value[area.row + r] = line;
  }
  const commands = univer.__getInjector().get(ICommandService);
  void commands.executeCommand(SetRangeValuesCommand.id, {
    unitId: workbook.getUnitId(),
    subUnitId: String(at.sheetId),
    range: rangeOf(area),
    value,
  });
}

/** Takes over a paste. False when it is Univer's: what was cut moves, with everything that hangs on it. */
export function takePaste(univer: Univer, view: SheetView, html: unknown, text: unknown): boolean {
  const copied = findCopied(univer, view, html);
  if (copied?.isCut) return false;
  if (copied) writeBlock(univer, view, copied.cells);
  else if (typeof text === "string")
    writeBlock(
      univer,
      view,
      cellsOfText(text).map((row) => row.map(typed)),
    );
  return copied !== undefined || typeof text === "string";
}
