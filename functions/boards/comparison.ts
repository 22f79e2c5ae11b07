// Two periods side by side, hall by hall: the chosen figures of both, and by how much they differ.
import type { Period } from "../../shared/kernel/period.ts";
import type { Text } from "../../shared/kernel/text.ts";
import { monthName } from "../pages/design/show-values.ts";
import { type Cell, type Column, same, type TableBlock } from "../reports/model/report.ts";
import { figuresOf } from "../use-cases/roll-ups.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import type { Consolidation } from "./consolidation.ts";
import { columnOf, figureCell, type RowsQuery } from "./figures-table.ts";

export function periodName({ id, kind }: Period): Text {
  if (kind === "month") return monthName(id);
  return kind === "year" ? { zh: `${id}年`, en: id } : same(id);
}

/** One table for each figure: the halls, the earlier period, the later one, the difference. */
export function comparisonTables(
  [before, after]: readonly [Consolidation, Consolidation],
  figures: readonly string[],
  rowsOf: (query: RowsQuery) => string,
): TableBlock[] {
  const { ledger } = after;
  const halls = [...new Map([...before.halls, ...after.halls].map(({ id, name }) => [id, name]))].sort();
  return figures.map((figure) => {
    const column = columnOf(ledger, figure, []);
    const cellsOf = (hall: string | undefined): Cell[] => {
      const [was, is] = [before, after].map((found) => {
        const sums =
          hall === undefined ? found.total : (found.halls.find(({ id }) => id === hall)?.sums ?? {});
        const value = figuresOf(ledger, sums)[figure] ?? null;
        return figureCell({ ledger, rowsOf }, figure, value, { period: found.period.id, hall });
      });
      if (!was || !is) return [];
      const known = was.value !== null && is.value !== null;
      const value = known ? (is.value ?? 0) - (was.value ?? 0) : null;
      return [
        was,
        is,
        { kind: "figure", metric: `${ledger.id}.${figure}.difference`, unit: is.unit, value, rows: null },
      ];
    };
    const columns: Column[] = [
      { id: "name", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      { ...column, id: "before", label: periodName(before.period) },
      { ...column, id: "after", label: periodName(after.period) },
      { ...column, id: "difference", label: BOARD_TEXTS.difference },
    ];
    return {
      kind: "table",
      id: `compare-${figure.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      title: column.label,
      columns,
      rows: [
        ...halls.map(([id, name]) => ({ kind: "row" as const, id, cells: [name, ...cellsOf(id)] })),
        { kind: "total" as const, id: "total", cells: [BOARD_TEXTS.total, ...cellsOf(undefined)] },
      ],
    };
  });
}
