// Everything about one hall: its ledgers with what is open in each, its month in figures, and how the months went.
import type { Text } from "../../shared/kernel/text.ts";
import { type Cell, type Column, same, type TableBlock } from "../reports/model/report.ts";
import type { Sums } from "../storage/summary-store.ts";
import type { LedgerStock } from "../use-cases/roll-ups.ts";
import { figuresOf } from "../use-cases/roll-ups.ts";
import { figureLabel } from "../use-cases/rows/stock-figures.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { headlineOf } from "./consolidated-tables.ts";
import { figureCell, type RowsQuery, unitOf } from "./figures-table.ts";

/** One line for each ledger: what is open there, and its first figures of the month. */
export function ledgersTable(
  stocks: readonly LedgerStock[],
  sums: Sums,
  month: string,
  hall: string,
  rowsOf: (query: RowsQuery) => string,
): TableBlock {
  const number = (id: string, label: Text): Column => ({ id, label, as: "count", width: 0.9 });
  return {
    kind: "table",
    id: "ledgers",
    title: BOARD_TEXTS.ledgers,
    columns: [
      { id: "name", label: BOARD_TEXTS.ledger, as: "text", width: 2 },
      number("open", BOARD_TEXTS.openNow),
      number("overdue", BOARD_TEXTS.overdueNow),
      { id: "what", label: BOARD_TEXTS.figure, as: "text", width: 1.6 },
      number("month", BOARD_TEXTS.thisMonth),
      { id: "rows", label: BOARD_TEXTS.entries, as: "text", width: 1.2 },
    ],
    rows: stocks.map(({ ledger, open, overdue }) => {
      const figure = headlineOf(ledger).find((one) => unitOf(ledger, one) === "count");
      const value = figure === undefined ? null : (figuresOf(ledger, sums)[figure] ?? 0);
      const stock = (one: "open" | "overdue", count: number): Cell =>
        figureCell({ ledger, rowsOf }, one, count, { hall });
      return {
        kind: "row",
        id: ledger.id,
        cells: [
          ledger.title,
          stock("open", open),
          stock("overdue", overdue),
          figure === undefined ? null : figureLabel(ledger, figure),
          figure === undefined
            ? null
            : figureCell({ ledger, rowsOf }, figure, value, { period: month, hall }),
          { kind: "link", text: BOARD_TEXTS.entries, to: rowsOf({ ledger: ledger.id, period: month, hall }) },
        ],
      };
    }),
    empty: same("—"),
  };
}
