// A table of a ledger's figures, line by line: what boards, reports and exports show, each figure with its rows.
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Cell, Column, Figure, Linked, Row, TableBlock, Unit } from "../reports/model/report.ts";
import type { Sums } from "../storage/summary-store.ts";
import { figuresOf } from "../use-cases/roll-ups.ts";
import { figureLabel, isStock, STOCK_FIGURES, type StockFigure } from "../use-cases/rows/stock-figures.ts";

export type RowsQuery = Readonly<Record<string, string | undefined>>;

export interface FigureLine {
  readonly kind: "row" | "group" | "total";
  readonly id: string;
  readonly label: Text | Linked;
  readonly sums: Sums;
  /** What is open there now; null where it is not the centre's any more. */
  readonly stocks?: Readonly<Record<StockFigure, number>> | null;
  /** What tells its rows from others': hall, matter, post, flow, period. */
  readonly where: RowsQuery;
}

export interface FiguresTable {
  readonly id: string;
  readonly title: Text;
  /** The head of the first column. */
  readonly first: Text;
  readonly ledger: Ledger;
  readonly figures: readonly string[];
  readonly lines: readonly FigureLine[];
  readonly withStocks?: boolean;
  readonly rowsOf: (query: RowsQuery) => string;
  readonly note?: Text;
  readonly empty?: Text;
}

export function figuresTable(asked: FiguresTable): TableBlock {
  const { id, title, first, ledger, withStocks, note, empty } = asked;
  const figures = [...asked.figures, ...(withStocks ? STOCK_FIGURES : [])];
  return {
    kind: "table",
    id,
    title,
    columns: [
      { id: "name", label: first, as: "text", width: 2.2 },
      ...figures.map((figure) => columnOf(ledger, figure, figures)),
    ],
    rows: asked.lines.map((line) => rowOf(line, figures, asked)),
    ...(note ? { note } : {}),
    ...(empty ? { empty } : {}),
  };
}

export function columnOf(ledger: Ledger, figure: string, beside: readonly string[]): Column {
  const unit = unitOf(ledger, figure);
  const column = {
    id: figure,
    label: figureLabel(ledger, figure),
    as: unit,
    width: unit === "fen" ? 1.2 : 1,
  };
  const metric = ledger.metrics[figure];
  if (metric?.combine === "ratio") {
    const { numerator, denominator } = metric;
    const known = denominator.every((part) => beside.includes(part));
    return known ? { ...column, ratio: { numerator, denominator: [...denominator] } } : column;
  }
  const sumOf = metric?.sumOf?.find((parts) => parts.every((part) => beside.includes(part)));
  return { ...column, adds: true, ...(sumOf ? { sumOf: [...sumOf] } : {}) };
}

export function unitOf(ledger: Ledger, figure: string): Unit {
  const metric = ledger.metrics[figure];
  if (metric?.combine === "ratio") return metric.inDays ? "days" : "rate";
  return metric?.unit ?? "count";
}

function rowOf(line: FigureLine, figures: readonly string[], asked: FiguresTable): Row {
  const { kind, id, label } = line;
  if (kind === "group") return { kind, id, cells: [label] };
  const values = figuresOf(asked.ledger, line.sums);
  const cells = figures.map((figure): Cell => {
    if (!isStock(figure)) return figureCell(asked, figure, values[figure] ?? null, line.where);
    const stock = line.stocks?.[figure];
    // What is open now is open now, whatever the period.
    return stock === undefined
      ? null
      : figureCell(asked, figure, stock, { ...line.where, period: undefined });
  });
  return { kind, id, cells: [label, ...cells] };
}

export function figureCell(
  { ledger, rowsOf }: Pick<FiguresTable, "ledger" | "rowsOf">,
  figure: string,
  value: number | null,
  where: RowsQuery,
): Figure {
  const metric = ledger.metrics[figure];
  const alarming = figure === "overdue" || (metric?.combine === "sum" && metric.alarming === true);
  return {
    kind: "figure",
    metric: `${ledger.id}.${figure}`,
    unit: unitOf(ledger, figure),
    value,
    rows: rowsOf({ ledger: ledger.id, figure, ...where }),
    ...(alarming && (value ?? 0) > 0 ? { attention: true } : {}),
  };
}

/** The total of some lines, its rows being those of all. */
export function totalLine(
  label: Text,
  sums: Sums,
  where: RowsQuery,
  stocks?: FigureLine["stocks"],
): FigureLine {
  return { kind: "total", id: "total", label, sums, where, ...(stocks ? { stocks } : {}) };
}
