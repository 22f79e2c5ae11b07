// What AWS bills for calls to the table, reckoned from the items: DynamoDB Local reports transactions wrongly.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "../../../functions/storage/keys.ts";
import type { Item, Table } from "../../../functions/storage/table.ts";

export interface Bill {
  read: number;
  write: number;
}

/**
 * The same table, adding up its bill. Reads cost one unit per 4 KB and item when consistent, half of it otherwise,
 * items that are not there included; writes one unit per KB of the larger of old and new item, twice that in a
 * transaction; an index entry one unit for each time it appears, disappears, or both when its key changes.
 */
export function billed(table: Table): { readonly table: Table; readonly bill: Bill } {
  const bill: Bill = { read: 0, write: 0 };
  const reported = async <T>(kind: keyof Bill, least: number, call: () => Promise<T>): Promise<T> => {
    const before = table.meter[kind];
    const answer = await call();
    // A query that finds nothing costs as much as one that finds little.
    bill[kind] += Math.max(least, table.meter[kind] - before);
    return answer;
  };
  return {
    bill,
    table: {
      ...table,
      get: async (key, consistent = true) => {
        const item = await table.get(key, consistent);
        bill.read += readUnits(item, consistent);
        return item;
      },
      getMany: async (keys, consistent = true) => {
        const items = await table.getMany(keys, consistent);
        const missing = keys.length - items.length;
        for (const item of items) bill.read += readUnits(item, consistent);
        bill.read += missing * readUnits(undefined, consistent);
        return items;
      },
      // What DynamoDB Local reports for one query or one plain write is what AWS reports.
      queryPage: (params) => reported("read", leastOf(params), () => table.queryPage(params)),
      queryAll: (params) => reported("read", leastOf(params), () => table.queryAll(params)),
      put: (item) => reported("write", 1, () => table.put(item)),
      putNew: (item) => reported("write", 1, () => table.putNew(item)),
      transact: async (actions) => {
        const places = actions.map(placeOf);
        const before = await itemsAt(table, places);
        const outcome = await table.transact(actions);
        const after = outcome.ok ? await itemsAt(table, places) : before;
        for (const place of places)
          bill.write += writeUnits(before.get(nameOf(place)), after.get(nameOf(place)));
        return outcome;
      },
    },
  };
}

function leastOf({ ConsistentRead }: { ConsistentRead?: boolean | undefined }): number {
  return ConsistentRead ? 1 : 0.5;
}

function readUnits(item: Item | undefined, consistent: boolean): number {
  return Math.max(1, Math.ceil(sizeOf(item ?? {}) / 4096)) * (consistent ? 1 : 0.5);
}

function writeUnits(before: Item | undefined, after: Item | undefined): number {
  const size = Math.max(sizeOf(before ?? {}), sizeOf(after ?? {}));
  const indexes = [
    ["wpk", "wsk"],
    ["bpk", "bsk"],
  ] as const;
  const entries = indexes.map(([hash, range]) => {
    const [old, now] = [before, after].map((item) => item?.[hash] && `${item[hash]} ${item[range]}`);
    return old === now ? 0 : (old ? 1 : 0) + (now ? 1 : 0);
  });
  return 2 * Math.max(1, Math.ceil(size / 1024)) + entries.reduce((sum, units) => sum + units, 0);
}

/** Bytes as DynamoDB counts them: names and values. */
export function sizeOf(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  );
}

function valueSize(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return Math.ceil(String(value).replace(/\D/g, "").length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + valueSize(one), 3);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).reduce(
      (sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + valueSize(one),
      3,
    );
  }
  return 1;
}

function placeOf({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): Key {
  const attributes = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key;
  const { pk, sk } = unmarshall(attributes ?? {});
  return { pk: String(pk), sk: String(sk) };
}

async function itemsAt(table: Table, places: readonly Key[]): Promise<Map<string, Item>> {
  const items = await table.getMany(places);
  return new Map(items.map((item) => [nameOf({ pk: String(item.pk), sk: String(item.sk) }), item]));
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
