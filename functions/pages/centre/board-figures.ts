// The columns of the month board: which figures of the case ledger it shows, and how each opens its rows.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { showCount, showRate, showYuan } from "../../reports/model/show-inline.ts";

/** The ledger that the board consolidates. */
export const BOARD_LEDGER = cases.id;

/** Figures of the month, in the order of the columns. */
export const MONTH_FIGURES = [
  "received",
  "closed",
  "onTimeRate",
  "onTimeRateOriginal",
  "closedLate",
  "closedNotAssessable",
  "feesInFen",
  "correctionNotices",
] as const;

/** Of those, what each cell of halls × matters shows. */
export const MATRIX_FIGURES = ["received", "closed"] as const;

/** What is the case right now, whatever the month. */
export const STOCK_FIGURES = ["open", "overdue"] as const;
export type StockFigure = (typeof STOCK_FIGURES)[number];

const STOCK_LABELS: Record<StockFigure, Text> = {
  open: { zh: "当前在办", en: "Open now" },
  overdue: { zh: "当前超期", en: "Overdue now" },
};

/** Where more than none calls for somebody's attention. */
const CALLS_FOR_ATTENTION: ReadonlySet<string> = new Set(["closedLate", "overdue"]);

export function isStock(figure: string): figure is StockFigure {
  return STOCK_FIGURES.some((one) => one === figure);
}

export function figureLabel(ledger: Ledger, figure: string): Text {
  if (isStock(figure)) return STOCK_LABELS[figure];
  return ledger.metrics[figure]?.label ?? { zh: figure, en: figure };
}

export interface FigureValue {
  readonly figure: string;
  /** Null for a ratio of nothing. */
  readonly value: number | null;
  readonly shown: string;
  readonly attention: boolean;
}

export function figureValue(ledger: Ledger, figure: string, value: number | null): FigureValue {
  const attention = CALLS_FOR_ATTENTION.has(figure) && (value ?? 0) > 0;
  return { figure, value, shown: showFigure(ledger, figure, value), attention };
}

function showFigure(ledger: Ledger, figure: string, value: number | null): string {
  if (value === null) return "—";
  const metric = ledger.metrics[figure];
  if (metric?.combine === "ratio") return showRate(value);
  return metric?.combine === "sum" && metric.unit === "fen" ? showYuan(value) : showCount(value);
}
