// One transaction for some accepted rows: records, revisions, personal fields, the feed's head, the summaries.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { centreOf, type Hall } from "../../shared/capabilities/organisation/hall.ts";
import { monthOf } from "../../shared/kernel/plain-date.ts";
import type { Contribution, LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { type Key, keys } from "./keys.ts";
import { type PersonalItem, personalItem, recordItem, revisionItem } from "./record-item.ts";
import type { Head } from "./record-store.ts";

/** DynamoDB takes at most 100 actions in one transaction, and refuses two on one item. */
export const MAX_ACTIONS = 100;
/** Well below DynamoDB's 4 MB for one transaction. */
const MAX_BYTES = 3_000_000;

export interface RowWrite {
  readonly record: LedgerRecord;
  /** The version that must still be stored; 0 when there must be no such item. */
  readonly expectedVersion: number;
  readonly revision: Revision;
  /** New personal values, `erase`, or `keep`. */
  readonly personal: PersonalItem | "erase" | "keep";
  /** What the stored record had contributed. */
  readonly applied: readonly Contribution[];
}

export interface SummaryDelta {
  readonly key: Key;
  readonly amounts: Readonly<Record<string, number>>;
}

/** What changes in the summaries when some rows' applied contributions give way to new ones; zeros left out. */
export function summaryDeltas(hall: Hall, writes: readonly RowWrite[]): SummaryDelta[] {
  const deltas = new Map<string, { key: Key; amounts: Record<string, number> }>();
  const add = (key: Key, ledger: string, amounts: Contribution["amounts"], sign: 1 | -1) => {
    const name = `${key.pk}|${key.sk}`;
    const delta = deltas.get(name) ?? { key, amounts: {} };
    deltas.set(name, delta);
    for (const [metric, amount] of Object.entries(amounts)) {
      const counter = `${ledger}.${metric}`;
      delta.amounts[counter] = (delta.amounts[counter] ?? 0) + sign * amount;
    }
  };
  for (const { record, applied } of writes) {
    const { ledger } = record;
    for (const [contributions, sign] of [
      [applied, -1],
      [record.contributions, 1],
    ] as const) {
      for (const { day, dimension, amounts } of contributions) {
        const centre = centreOf(hall, day);
        add(keys.summary(centre, day, hall.id, ledger), ledger, amounts, sign);
        add(keys.summary(centre, monthOf(day), hall.id, ledger), ledger, amounts, sign);
        if (dimension)
          add(keys.split(centre, monthOf(day), hall.id, ledger, dimension), ledger, amounts, sign);
      }
    }
  }
  return [...deltas.values()].flatMap(({ key, amounts }) => {
    const changed = Object.entries(amounts).filter(([, amount]) => amount !== 0);
    return changed.length > 0 ? [{ key, amounts: Object.fromEntries(changed) }] : [];
  });
}

/** DynamoDB takes 400 KB in one item, keys included. */
const MAX_ITEM_BYTES = 390_000;

/** True when an item of the write is more than the table takes. */
export function isTooLarge({ record, revision, personal }: RowWrite): boolean {
  return [record, revision, personal].some(
    (part) => Buffer.byteLength(JSON.stringify(part)) > MAX_ITEM_BYTES,
  );
}

/**
 * How many rows, taken from the front, fit into one transaction: each with the writes that belong to it.
 *
 * @param further how many actions (heads, checks) the first so many rows need beside their writes
 */
export function fitting(
  hall: Hall,
  rows: readonly (readonly RowWrite[])[],
  most: number,
  further: (count: number) => number,
): number {
  const writes: RowWrite[] = [];
  let count = 0;
  let bytes = 0;
  while (count < rows.length && count < most) {
    const next = rows[count] ?? [];
    writes.push(...next);
    // A character is at most three bytes.
    bytes += next.reduce((total, write) => total + JSON.stringify(write).length * 3, 0);
    const items = writes.reduce((total, { personal }) => total + (personal === "keep" ? 2 : 3), 0);
    const actions = items + summaryDeltas(hall, writes).length + further(count + 1);
    if (actions > MAX_ACTIONS || bytes > MAX_BYTES) break;
    count++;
  }
  return count;
}

/** How a ledger's feed moves on in a transaction. */
export interface HeadMove {
  readonly ledger: string;
  readonly before: Head;
  readonly after: Head;
}

/** The actions of one transaction, the heads of the ledgers that it writes to first. */
export function rowWriteParams(
  tableName: string,
  hall: Hall,
  writes: readonly RowWrite[],
  heads: readonly HeadMove[],
): TransactWriteItem[] {
  return [
    ...heads.map((move) => headPut(tableName, hall.id, move)),
    ...writes.flatMap((write) => rowActions(tableName, hall.id, write)),
    ...summaryDeltas(hall, writes).map((delta) => summaryAdd(tableName, delta)),
  ];
}

/** That a ledger's feed has not moved on since it was read: what was decided on its rows still holds. */
export function headCheck(TableName: string, hall: string, ledger: string, read: Head): TransactWriteItem {
  return { ConditionCheck: { TableName, Key: marshall(keys.head(hall, ledger)), ...stillAt(read) } };
}

function stillAt(read: Head) {
  return read.seq === 0
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : { ConditionExpression: "seq = :seq", ExpressionAttributeValues: marshall({ ":seq": read.seq }) };
}

function headPut(TableName: string, hall: string, { ledger, before, after }: HeadMove): TransactWriteItem {
  return {
    Put: { TableName, Item: marshall({ ...keys.head(hall, ledger), ...after }), ...stillAt(before) },
  };
}

function rowActions(TableName: string, hall: string, write: RowWrite): TransactWriteItem[] {
  const { record, expectedVersion, revision, personal } = write;
  const { ledger } = record;
  const actions: TransactWriteItem[] = [
    {
      Put: {
        TableName,
        Item: marshall(recordItem(record)),
        ...(expectedVersion === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : {
              ConditionExpression: "v = :version AND hall = :hall AND ledger = :ledger",
              ExpressionAttributeValues: marshall({
                ":version": expectedVersion,
                ":hall": hall,
                ":ledger": ledger,
              }),
            }),
      },
    },
    {
      Put: {
        TableName,
        Item: marshall(revisionItem(hall, ledger, revision)),
        // A revision is never written over.
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  ];
  if (personal === "erase") actions.push({ Delete: { TableName, Key: marshall(keys.personal(record.id)) } });
  else if (personal !== "keep") actions.push({ Put: { TableName, Item: marshall(personalItem(personal)) } });
  return actions;
}

function summaryAdd(TableName: string, { key, amounts }: SummaryDelta): TransactWriteItem {
  const entries = Object.entries(amounts);
  return {
    Update: {
      TableName,
      Key: marshall(key),
      UpdateExpression: `ADD ${entries.map((_, at) => `#m${at} :a${at}`).join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([counter], at) => [`#m${at}`, counter])),
      ExpressionAttributeValues: marshall(
        Object.fromEntries(entries.map(([, amount], at) => [`:a${at}`, amount])),
      ),
    },
  };
}
