// Shows in cells what Univer does not know of: conditional looks while drawing, formulas and dates while editing.
import { type ICellData, InterceptorEffectEnum, type Univer } from "@univerjs/core";
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { displayText, isDatePattern } from "../model/number-format.ts";
import type { SheetView } from "./sheet-view.ts";
import { univerStyle } from "./univer-style.ts";

/** Above Univer's own number formats, below its editor. */
const priority = 20;

/** The text a person edits: the formula, or a date as it would be typed. */
function editedCell(
  cell: ICellData,
  raw: ICellData,
  pattern: string | undefined,
  formula: string | undefined,
): ICellData {
  if (formula !== undefined) return { ...cell, f: formula, v: raw.v ?? null };
  if (typeof raw.v === "number" && isDatePattern(pattern)) return { ...cell, v: displayText(raw.v, pattern) };
  return { ...cell, v: raw.v ?? null };
}

export function interceptCells(univer: Univer, view: SheetView): void {
  const interceptors = univer.__getInjector().get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "workbook-host-conditional-looks",
    effect: InterceptorEffectEnum.Style,
    priority,
    handler: (cell, context, next) => {
      const looks: unknown = context.rawData?.custom?.looks;
      if (typeof looks !== "object" || looks === null) return next(cell);
      const style = univerStyle(looks);
      return next({ ...cell, interceptorStyle: { ...cell?.interceptorStyle, ...style } });
    },
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 100,
    handler: (cell, context, next) => {
      const raw = context.worksheet.getCellRaw(context.row, context.col);
      if (!cell || !raw) return next(cell);
      const style = context.workbook.getStyles().getStyleByCell(raw);
      const formula = view.formulaAt(Number(context.subUnitId), context.row, context.col, raw.custom);
      return next(editedCell(cell, raw, style?.n?.pattern, formula));
    },
  });
}
