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
  const sums = new SummarySums(hall);
  for (const write of writes) sums.add(write);
  return sums.deltas();
}

/** Adds up, write by write, what changes in the summaries, and knows at any time how many items that takes. */
class SummarySums {
  private readonly byPlace = new Map<
    string,
    { key: Key; amounts: Record<string, number>; changed: number }
  >();
  /** Items of which at least one counter changes. */
  items = 0;

  constructor(private readonly hall: Hall) {}

  add({ record, applied }: RowWrite): void {
    for (const contribution of applied) this.contribute(record.ledger, contribution, -1);
    for (const contribution of record.contributions) this.contribute(record.ledger, contribution, 1);
  }

  deltas(): SummaryDelta[] {
    return [...this.byPlace.values()].flatMap(({ key, amounts, changed }) =>
      changed === 0
        ? []
        : [
            {
              key,
              amounts: Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0)),
            },
          ],
    );
  }

  private contribute(ledger: string, { day, dimension, amounts }: Contribution, sign: 1 | -1): void {
    const centre = centreOf(this.hall, day);
    const month = monthOf(day);
    this.put(keys.summary(centre, day, this.hall.id, ledger), ledger, amounts, sign);
    this.put(keys.summary(centre, month, this.hall.id, ledger), ledger, amounts, sign);
    if (dimension)
      this.put(keys.split(centre, month, this.hall.id, ledger, dimension), ledger, amounts, sign);
  }

  private put(key: Key, ledger: string, amounts: Contribution["amounts"], sign: 1 | -1): void {
    const name = `${key.pk}|${key.sk}`;
    const sum = this.byPlace.get(name) ?? { key, amounts: {}, changed: 0 };
    this.byPlace.set(name, sum);
    const before = sum.changed;
    for (const [metric, amount] of Object.entries(amounts)) {
      const counter = `${ledger}.${metric}`;
      const old = sum.amounts[counter] ?? 0;
      const next = old + sign * amount;
      sum.amounts[counter] = next;
      sum.changed += (next === 0 ? 0 : 1) - (old === 0 ? 0 : 1);
    }
    this.items += (sum.changed === 0 ? 0 : 1) - (before === 0 ? 0 : 1);
  }
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
  const sums = new SummarySums(hall);
  let count = 0;
  let bytes = 0;
  let items = 0;
  while (count < rows.length && count < most) {
    for (const write of rows[count] ?? []) {
      sums.add(write);
      items += write.personal === "keep" ? 2 : 3;
      // A character is at most three bytes.
      bytes += JSON.stringify(write).length * 3;
    }
    if (items + sums.items + further(count + 1) > MAX_ACTIONS || bytes > MAX_BYTES) break;
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
