// Figures that are stocks: what is open or overdue right now, whatever the period.
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";

export const STOCK_FIGURES = ["open", "overdue"] as const;
export type StockFigure = (typeof STOCK_FIGURES)[number];

const STOCK_LABELS: Record<StockFigure, Text> = {
  open: { zh: "当前在办", en: "Open now" },
  overdue: { zh: "当前超期", en: "Overdue now" },
};

export function isStock(figure: string): figure is StockFigure {
  return STOCK_FIGURES.some((one) => one === figure);
}

export function figureLabel(ledger: Ledger, figure: string): Text {
  if (isStock(figure)) return STOCK_LABELS[figure];
  return ledger.metrics[figure]?.label ?? { zh: figure, en: figure };
}
