// Reading the summaries: sums by hall and day or month, and by matter.
import { marshall } from "@aws-sdk/util-dynamodb";
import { keys } from "./keys.ts";
import type { Item, Table } from "./table.ts";

/** Sums by counter: `cases.received`. */
export type Sums = Readonly<Record<string, number>>;

export interface HallSums {
  readonly hall: string;
  readonly sums: Sums;
}

export interface SplitSums extends HallSums {
  readonly ledger: string;
  readonly dimension: string;
}

/** A query for each ledger over one small item per hall, whatever the number of cases behind them. */
export async function readSummaries(
  table: Table,
  centre: string,
  period: string,
  ledgers: readonly string[],
): Promise<HallSums[]> {
  const parts = await Promise.all(
    ledgers.map((ledger) => queryPartition(table, keys.summaries(centre, period, ledger))),
  );
  return parts.flat().map((item) => ({ hall: String(item.sk), sums: sumsOf(item) }));
}

/** One hall's headline sums of some days or months. */
export async function readHallSummaries(
  table: Table,
  hall: string,
  places: readonly { readonly centre: string; readonly period: string }[],
  ledgers: readonly string[],
  consistent = false,
): Promise<Sums[]> {
  const items = await table.getMany(
    places.flatMap(({ centre, period }) =>
      ledgers.map((ledger) => keys.summary(centre, period, hall, ledger)),
    ),
    consistent,
  );
  return items.map(sumsOf);
}

export async function readSplits(
  table: Table,
  centre: string,
  month: string,
  ledgers: readonly string[],
  hall?: string,
): Promise<SplitSums[]> {
  const parts = await Promise.all(
    ledgers.map(async (ledger) => {
      const items = await queryPartition(table, keys.splits(centre, month, ledger), hall && `${hall}#`);
      return items.map((item) => {
        const [hallId = "", ...dimension] = String(item.sk).split("#");
        return { hall: hallId, ledger, dimension: dimension.join("#"), sums: sumsOf(item) };
      });
    }),
  );
  return parts.flat();
}

function queryPartition(table: Table, pk: string, prefix?: string): Promise<Item[]> {
  return table.queryAll({
    KeyConditionExpression: prefix ? "pk = :pk AND begins_with(sk, :prefix)" : "pk = :pk",
    ExpressionAttributeValues: marshall(prefix ? { ":pk": pk, ":prefix": prefix } : { ":pk": pk }),
  });
}

function sumsOf(item: Item): Sums {
  const sums: Record<string, number> = {};
  for (const [name, value] of Object.entries(item)) {
    if (typeof value === "number" && value !== 0) sums[name] = value;
  }
  return sums;
}

export function addSums(parts: readonly Sums[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, amount] of Object.entries(part)) total[name] = (total[name] ?? 0) + amount;
  }
  return total;
}

/** Sums at given places, by `partition|sort key`; read with strong consistency, for the recount. */
export async function readSummariesAt(
  table: Table,
  places: readonly { readonly pk: string; readonly sk: string }[],
): Promise<Map<string, Sums>> {
  const items = await table.getMany(places);
  return new Map(items.map((item) => [`${String(item.pk)}|${String(item.sk)}`, sumsOf(item)]));
}
