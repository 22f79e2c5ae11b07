// Month by month: a ledger's figures of the centre or of one hall, as a table with its charts.
import { type Period, parsePeriod } from "../../shared/kernel/period.ts";
import { addDays, monthOf, type PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { monthName } from "../pages/design/show-values.ts";
import type { Block, ChartBlock, TableBlock } from "../reports/model/report.ts";
import { addSums, readSummaries } from "../storage/summary-store.ts";
import type { Table } from "../storage/table.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { headlineOf } from "./consolidated-tables.ts";
import { figuresTable, type RowsQuery, totalLine, unitOf } from "./figures-table.ts";

export interface TrendAsked {
  readonly ledger: Ledger;
  readonly centre: string;
  readonly hall?: string | undefined;
  readonly months: readonly Period[];
  readonly rowsOf: (query: RowsQuery) => string;
}

/** The months up to and including that of a day, oldest first. */
export function monthsUpTo(day: PlainDate, count: number): Period[] {
  const months: Period[] = [];
  for (let at = day; months.length < count; ) {
    const month = parsePeriod(monthOf(at));
    if (!month) break;
    months.unshift(month);
    at = addDays(month.first, -1);
  }
  return months;
}

/** One query of small items for each month: 12 months of 1,000 halls cost about 740 read units. */
export async function trendTable(table: Table, asked: TrendAsked): Promise<TableBlock> {
  const { ledger, centre, hall, months, rowsOf } = asked;
  const lines = await Promise.all(
    months.map(async ({ id }) => {
      const found = await readSummaries(table, centre, id, [ledger.id]);
      const own = found.filter((one) => hall === undefined || one.hall === hall);
      const sums = addSums(own.map((one) => one.sums));
      return { kind: "row" as const, id, label: monthName(id), sums, where: { period: id, hall } };
    }),
  );
  const year = wholeYear(months);
  const total = addSums(lines.map(({ sums }) => sums));
  return figuresTable({
    id: "months",
    title: BOARD_TEXTS.months,
    first: BOARD_TEXTS.month,
    ledger,
    figures: headlineOf(ledger),
    lines: year ? [...lines, totalLine(BOARD_TEXTS.total, total, { period: year, hall })] : lines,
    rowsOf,
  });
}

/** Only months that are a period together have rows together. */
function wholeYear(months: readonly Period[]): string | undefined {
  const year = months[0]?.id.slice(0, 4) ?? "";
  return months.length === 12 && months.every(({ id }) => id.startsWith(year)) ? year : undefined;
}

/** A chart of the counts, and one of the rates, where a table has them. */
export function chartsOf(table: TableBlock, ledger: Ledger, form: ChartBlock["form"]): Block[] {
  const has = (figure: string) => table.columns.some(({ id }) => id === figure);
  const figures = headlineOf(ledger).filter(has);
  const counts = figures.filter((figure) => unitOf(ledger, figure) === "count").slice(0, 2);
  const rates = figures.filter((figure) => unitOf(ledger, figure) === "rate").slice(0, 2);
  const titles =
    form === "lines"
      ? ([BOARD_TEXTS.trend, BOARD_TEXTS.rateTrend] as const)
      : ([BOARD_TEXTS.compared, BOARD_TEXTS.rateCompared] as const);
  const chart = (id: string, title: ChartBlock["title"], columns: string[]): Block[] =>
    columns.length > 0
      ? [{ kind: "chart", id: `${table.id}-${id}`, title, form, table: table.id, columns }]
      : [];
  return [...chart("counts", titles[0], counts), ...chart("rates", titles[1], rates)];
}
