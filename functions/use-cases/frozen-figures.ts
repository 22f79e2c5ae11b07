// The figures of a period as they were accepted, hall by hall: only where every month of it was.
import { monthsOf, type Period } from "../../shared/kernel/period.ts";
import { readFrozen, readFrozenSplits } from "../storage/frozen-store.ts";
import { addSums, type Sums } from "../storage/summary-store.ts";
import type { Table } from "../storage/table.ts";

export interface FrozenHall {
  readonly sums: Sums;
  /** By dimension, with the ledger's name in each counter as in `sums`. */
  readonly byDimension: ReadonlyMap<string, Sums>;
}

/** By hall, with or without the split by dimension. Days and weeks are never frozen by themselves. */
export async function frozenFigures(
  table: Table,
  centre: string,
  period: Period,
  split = true,
): Promise<Map<string, FrozenHall>> {
  const months = monthsOf(period);
  const parts = await Promise.all(
    months.map(async (month) => {
      const [figures, splits] = await Promise.all([
        readFrozen(table, centre, month),
        split ? readFrozenSplits(table, centre, month) : undefined,
      ]);
      return new Map(figures.map(({ hall, sums }) => [hall, { sums, splits: splits?.get(hall) ?? {} }]));
    }),
  );
  const halls = [...(parts[0]?.keys() ?? [])].filter((hall) => parts.every((part) => part.has(hall)));
  return new Map(
    halls.map((hall) => {
      const own = parts.flatMap((part) => part.get(hall) ?? []);
      const byDimension = new Map<string, Sums>();
      for (const [ledger, dimensions] of own.flatMap(({ splits }) => Object.entries(splits))) {
        for (const [dimension, sums] of Object.entries(dimensions)) {
          const named = Object.fromEntries(
            Object.entries(sums).map(([metric, amount]) => [`${ledger}.${metric}`, amount]),
          );
          byDimension.set(dimension, addSums([byDimension.get(dimension) ?? {}, named]));
        }
      }
      return [hall, { sums: addSums(own.map(({ sums }) => sums)), byDimension }];
    }),
  );
}

/** The centre's frozen figures, or nothing while one of its halls is still open. */
export function frozenTotal(
  frozen: ReadonlyMap<string, FrozenHall>,
  halls: readonly string[],
): FrozenHall | undefined {
  const parts = halls.flatMap((hall) => frozen.get(hall) ?? []);
  if (parts.length === 0 || parts.length < halls.length) return undefined;
  const dimensions = [...new Set(parts.flatMap(({ byDimension }) => [...byDimension.keys()]))];
  return {
    sums: addSums(parts.map(({ sums }) => sums)),
    byDimension: new Map(
      dimensions.map((one) => [one, addSums(parts.map(({ byDimension }) => byDimension.get(one) ?? {}))]),
    ),
  };
}
