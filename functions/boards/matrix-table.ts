// Halls × matters, or × what else a ledger is split by: one figure in every cell, which opens its rows.
import type { Text } from "../../shared/kernel/text.ts";
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
  const field = ledger.dimension === null ? undefined : ledger.fields[ledger.dimension];
  if (!field || halls.length < 2 || halls.length > MOST_HALLS || byDimension.length === 0) return undefined;
  const values = matters?.map(({ id }) => id) ?? (field.shape.choices ?? []).map(({ code }) => code);
  const order = new Map(values.map((value, at) => [value, at]));
  const sorted = [...byDimension].sort(
    (a, b) => (order.get(a.dimension) ?? order.size) - (order.get(b.dimension) ?? order.size),
  );
  const parts = halls.map(({ id }) => `hall-${id}`);
  const one = columnOf(ledger, figure, []);
  return {
    kind: "table",
    id: "matrix",
    title: titleOf(field.label, one.label),
    columns: [
      { id: "name", label: field.label, as: "text", width: 2.2 },
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
          found.nameOfValue(dimension),
          ...halls.map((hall) => cell(hall.byDimension.get(dimension) ?? {}, hall.id)),
          cell(sums),
        ],
      };
    }),
  };
}

function titleOf(split: Text, figure: Text): Text {
  return {
    zh: `大厅 × ${split.zh}：${figure.zh}`,
    en: `Halls × ${split.en.toLowerCase()}: ${figure.en.toLowerCase()}`,
  };
}
