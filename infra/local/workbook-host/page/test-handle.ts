// Cells are painted on a canvas: this tells a browser test where one stands and what it shows.
import { CellValueType } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { getViewportByCell, SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import { findAddress } from "../model/a1.ts";
import type { SheetView } from "./sheet-view.ts";
import type { Running } from "./univer-instance.ts";

interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

declare global {
  interface Window {
    workbookView: {
      /** The cell's rectangle in the viewport, on the active sheet. */
      boxOf: (address: string) => CellBox;
      /** Scrolls until the cell can be seen. */
      reveal: (address: string) => void;
      /** Selects a cell and gives the sheet the keyboard, without the mouse: Univer takes two quick clicks for one double click. */
      select: (address: string) => void;
      /** True once what is typed would go into the cell. */
      isReadyToType: (address: string) => boolean;
      /** What the page shows in the cell. */
      textOf: (address: string) => string;
      activeSheet: () => string;
      sheetNames: () => string[];
      openSheet: (name: string) => void;
    };
  }
}

/** Where a cell is painted: its place on the sheet, less the scrolling, as large as the zoom makes it. */
function paintedBox({ univer }: Running, view: SheetView, address: string): CellBox {
  const workbook = view.workbook();
  const sheet = workbook?.getActiveSheet();
  const render =
    workbook && univer.__getInjector().get(IRenderManagerService).getRenderById(workbook.getUnitId());
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const area = sheet && findAddress(address, sheet.getRowCount(), sheet.getColumnCount())?.area;
  const viewport = area && render && getViewportByCell(area.row, area.column, render.scene, sheet);
  if (!area || !render || !skeleton || !viewport) throw new Error(`${address} is not painted`);
  const { startX, startY, endX, endY } = skeleton.getCellWithCoordByIndex(area.row, area.column);
  const { scaleX, scaleY } = render.scene.getAncestorScale();
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  return {
    x: canvas.left + (startX - viewport.viewportScrollX) * scaleX,
    y: canvas.top + (startY - viewport.viewportScrollY) * scaleY,
    width: (endX - startX) * scaleX,
    height: (endY - startY) * scaleY,
  };
}

export function offerTestHandle(running: Running, view: SheetView): void {
  const { api } = running;
  const sheet = () => {
    const active = api.getActiveWorkbook()?.getActiveSheet();
    if (!active) throw new Error("No sheet is open");
    return active;
  };
  window.workbookView = {
    boxOf: (address) => paintedBox(running, view, address),
    reveal: (address) => {
      const range = sheet().getRange(address);
      sheet().scrollToCell(Math.max(0, range.getRow() - 3), Math.max(0, range.getColumn() - 2));
    },
    select: (address) => {
      const range = sheet().getRange(address);
      sheet().setActiveSelection(range);
      view.focus();
    },
    isReadyToType: (address) =>
      view.isReadyToType(sheet().getRange(address).getRow(), sheet().getRange(address).getColumn()),
    textOf: (address) => {
      const range = sheet().getRange(address);
      const value = String(range.getDisplayValue() ?? "");
      // Univer keeps booleans as 1 and 0 and writes them out only while painting.
      if (range.getCellData()?.t !== CellValueType.BOOLEAN) return value;
      return value === "1" ? "TRUE" : "FALSE";
    },
    activeSheet: () => sheet().getSheetName(),
    sheetNames: () =>
      api
        .getActiveWorkbook()
        ?.getSheets()
        .map((each) => each.getSheetName()) ?? [],
    openSheet: (name) => {
      const found = api.getActiveWorkbook()?.getSheetByName(name);
      if (!found) throw new Error(`No sheet ${name}`);
      view.select(Number(found.getSheetId()), { row: 0, column: 0, rows: 1, columns: 1 });
    },
  };
}
