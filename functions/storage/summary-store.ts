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

/** One query over one small item per hall, whatever the number of cases behind them. */
export async function readSummaries(table: Table, centre: string, period: string): Promise<HallSums[]> {
  const items = await queryPartition(table, keys.summaries(centre, period));
  return items.map((item) => ({ hall: String(item.sk), sums: sumsOf(item) }));
}

/** One hall's headline sums of some days or months. */
export async function readHallSummaries(
  table: Table,
  hall: string,
  places: readonly { readonly centre: string; readonly period: string }[],
  consistent = false,
): Promise<Sums[]> {
  const items = await table.getMany(
    places.map(({ centre, period }) => keys.summary(centre, period, hall)),
    consistent,
  );
  return items.map(sumsOf);
}

export async function readSplits(
  table: Table,
  centre: string,
  month: string,
  hall?: string,
): Promise<SplitSums[]> {
  const items = await queryPartition(table, keys.splits(centre, month), hall && `${hall}#`);
  return items.map((item) => {
    const [hallId = "", ledger = "", ...dimension] = String(item.sk).split("#");
    return { hall: hallId, ledger, dimension: dimension.join("#"), sums: sumsOf(item) };
  });
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
