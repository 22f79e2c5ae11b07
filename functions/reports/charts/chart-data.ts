// What a chart draws: columns of the table behind it, as numbers on one scale.
import type { Text } from "../../../shared/kernel/text.ts";
import {
  type Block,
  type Cell,
  type ChartBlock,
  isFigure,
  isText,
  plainRows,
  type TableBlock,
  type Unit,
} from "../model/report.ts";

export interface ChartSeries {
  readonly label: Text;
  /** Money in yuan, rates in percent; null where the table shows no number. */
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  readonly form: ChartBlock["form"];
  readonly title: Text;
  readonly unit: Unit;
  readonly categories: readonly Text[];
  readonly series: readonly ChartSeries[];
}

const SCALE: Readonly<Record<Unit, number>> = { count: 1, fen: 0.01, rate: 100, days: 1, points: 1 };

/** @throws when the report has no such table or column: a fault of whoever built it */
export function chartData(chart: ChartBlock, blocks: readonly Block[]): ChartData {
  const table = blocks.find(
    (block): block is TableBlock => block.kind === "table" && block.id === chart.table,
  );
  if (!table) throw new Error(`chart ${chart.id} draws no table of its report: ${chart.table}`);
  const rows = plainRows(table);
  const series = chart.columns.map((id) => {
    const at = table.columns.findIndex((column) => column.id === id);
    const column = table.columns[at];
    if (!column) throw new Error(`chart ${chart.id} draws no column of ${table.id}: ${id}`);
    return { label: column.label, values: rows.map(({ cells }) => numberOf(cells[at] ?? null)) };
  });
  const unit = table.columns.find(({ id }) => id === chart.columns[0])?.as;
  return {
    form: chart.form,
    title: chart.title,
    unit: unit === undefined || unit === "text" || unit === "date" || unit === "dateTime" ? "count" : unit,
    categories: rows.map(({ cells }) => labelOf(cells[0] ?? null)),
    series,
  };
}

/** Whether there is anything to draw. */
export function hasPoints({ series }: ChartData): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

function numberOf(cell: Cell): number | null {
  // To one place, as figures are shown: a label of twelve digits says no more.
  return isFigure(cell) && cell.value !== null ? Math.round(cell.value * SCALE[cell.unit] * 10) / 10 : null;
}

function labelOf(cell: Cell): Text {
  if (cell === null) return { zh: "", en: "" };
  if (isText(cell)) return cell;
  return cell.kind === "link" ? cell.text : { zh: "", en: "" };
}
