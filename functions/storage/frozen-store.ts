// Figures as they were accepted, by centre and month: beside the live summaries, and never touched by a row.
import { gunzipSync, gzipSync } from "node:zlib";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Sums } from "./summary-store.ts";
import type { Table } from "./table.ts";

export interface FrozenFigures {
  readonly hall: string;
  /** Name of the snapshot that was accepted. */
  readonly snapshot: string;
  readonly sums: Sums;
}

/** By ledger, then by dimension. */
export type FrozenSplits = Readonly<Record<string, Readonly<Record<string, Sums>>>>;

const sums = z.record(z.string(), z.number());
const Stored = z.object({ sk: z.string(), snapshot: z.string(), sums });
const StoredSplits = z.object({ sk: z.string(), gz: z.instanceof(Uint8Array) });
const Splits = z.record(z.string(), z.record(z.string(), sums));

export async function readFrozen(table: Table, centre: string, month: string): Promise<FrozenFigures[]> {
  const items = await query(table, keys.frozen(centre, month));
  return items.map((item) => {
    const stored = Stored.parse(item);
    return { hall: stored.sk, snapshot: stored.snapshot, sums: stored.sums };
  });
}

export async function readFrozenSplits(
  table: Table,
  centre: string,
  month: string,
): Promise<Map<string, FrozenSplits>> {
  const items = await query(table, keys.frozenSplits(centre, month));
  return new Map(
    items.map((item) => {
      const { sk, gz } = StoredSplits.parse(item);
      return [sk, Splits.parse(JSON.parse(gunzipSync(gz).toString("utf8")))];
    }),
  );
}

function query(table: Table, pk: string) {
  return table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": pk }),
  });
}

/** Written in the transaction of the acceptance. */
export function frozenPuts(
  TableName: string,
  centre: string,
  month: string,
  { hall, snapshot, sums: own }: FrozenFigures,
  splits: FrozenSplits,
): TransactWriteItem[] {
  const gz = gzipSync(JSON.stringify(splits));
  return [
    { Put: { TableName, Item: marshall({ pk: keys.frozen(centre, month), sk: hall, snapshot, sums: own }) } },
    { Put: { TableName, Item: marshall({ pk: keys.frozenSplits(centre, month), sk: hall, gz }) } },
  ];
}
