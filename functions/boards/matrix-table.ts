// Halls × matters: one figure in every cell, which opens its rows.
import type { Cell, TableBlock } from "../reports/model/report.ts";
import { figuresOf } from "../use-cases/roll-ups.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import type { Consolidation } from "./consolidation.ts";
import { columnOf, figureCell, type RowsQuery } from "./figures-table.ts";

/** Nobody reads a wider one; a centre with more halls has its halls and its matters in tables of their own. */
const MOST_HALLS = 20;

export function matrixTable(
  found: Consolidation,
  figure: string,
  rowsOf: (query: RowsQuery) => string,
): TableBlock | undefined {
  const { ledger, halls, matters, byDimension, period } = found;
  if (!matters || halls.length > MOST_HALLS || byDimension.length === 0) return undefined;
  const names = new Map(matters.map(({ id, name }) => [id, name]));
  const order = new Map(matters.map(({ id }, at) => [id, at]));
  const sorted = [...byDimension].sort(
    (a, b) => (order.get(a.dimension) ?? order.size) - (order.get(b.dimension) ?? order.size),
  );
  const parts = halls.map(({ id }) => `hall-${id}`);
  const one = columnOf(ledger, figure, []);
  return {
    kind: "table",
    id: "matrix",
    title: BOARD_TEXTS.matrix,
    columns: [
      { id: "name", label: BOARD_TEXTS.matter, as: "text", width: 2.2 },
      ...halls.map(({ id, name }) => ({ ...one, id: `hall-${id}`, label: name })),
      { ...one, id: "all", label: BOARD_TEXTS.total, ...(halls.length > 1 ? { sumOf: parts } : {}) },
    ],
    rows: sorted.map(({ dimension, sums }) => {
      const where = { period: period.id, matter: dimension };
      const cell = (own: Readonly<Record<string, number>>, hall?: string): Cell =>
        figureCell({ ledger, rowsOf }, figure, figuresOf(ledger, own)[figure] ?? 0, { ...where, hall });
      return {
        kind: "row",
        id: dimension,
        cells: [
          names.get(dimension) ?? { zh: dimension, en: dimension },
          ...halls.map((hall) => cell(hall.byDimension.get(dimension) ?? {}, hall.id)),
          cell(sums),
        ],
      };
    }),
  };
}
