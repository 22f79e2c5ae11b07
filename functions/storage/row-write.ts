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
export function summaryDeltas(hall: Hall, ledger: string, writes: readonly RowWrite[]): SummaryDelta[] {
  const deltas = new Map<string, { key: Key; amounts: Record<string, number> }>();
  const add = (key: Key, amounts: Contribution["amounts"], sign: 1 | -1) => {
    const name = `${key.pk}|${key.sk}`;
    const delta = deltas.get(name) ?? { key, amounts: {} };
    deltas.set(name, delta);
    for (const [metric, amount] of Object.entries(amounts)) {
      const counter = `${ledger}.${metric}`;
      delta.amounts[counter] = (delta.amounts[counter] ?? 0) + sign * amount;
    }
  };
  for (const { record, applied } of writes) {
    for (const [contributions, sign] of [
      [applied, -1],
      [record.contributions, 1],
    ] as const) {
      for (const { day, dimension, amounts } of contributions) {
        const centre = centreOf(hall, day);
        add(keys.summary(centre, day, hall.id), amounts, sign);
        add(keys.summary(centre, monthOf(day), hall.id), amounts, sign);
        if (dimension) add(keys.split(centre, monthOf(day), hall.id, ledger, dimension), amounts, sign);
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
 * How many of the writes, taken from the front, fit into one transaction; at least one always does.
 *
 * @param besides how many further actions belong to the first so many writes
 */
export function fitting(
  hall: Hall,
  ledger: string,
  writes: readonly RowWrite[],
  most: number,
  besides: (count: number) => number = () => 0,
): number {
  let count = 0;
  let bytes = 0;
  while (count < writes.length && count < most) {
    const next = writes.slice(0, count + 1);
    const items = next.reduce((total, { personal }) => total + (personal === "keep" ? 2 : 3), 1);
    bytes += JSON.stringify(writes[count]).length * 3;
    const actions = items + summaryDeltas(hall, ledger, next).length + besides(count + 1);
    if (actions > MAX_ACTIONS || bytes > MAX_BYTES) break;
    count++;
  }
  return Math.max(count, 1);
}

/** The actions of one transaction, the head first. */
export function rowWriteParams(
  tableName: string,
  hall: Hall,
  ledger: string,
  writes: readonly RowWrite[],
  head: { readonly before: Head; readonly after: Head },
): TransactWriteItem[] {
  return [
    headPut(tableName, hall.id, ledger, head.before, head.after),
    ...writes.flatMap((write) => rowActions(tableName, hall.id, ledger, write)),
    ...summaryDeltas(hall, ledger, writes).map((delta) => summaryAdd(tableName, delta)),
  ];
}

function headPut(
  TableName: string,
  hall: string,
  ledger: string,
  before: Head,
  after: Head,
): TransactWriteItem {
  return {
    Put: {
      TableName,
      Item: marshall({ ...keys.head(hall, ledger), ...after }),
      ...(before.seq === 0
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: "seq = :seq",
            ExpressionAttributeValues: marshall({ ":seq": before.seq }),
          }),
    },
  };
}

function rowActions(TableName: string, hall: string, ledger: string, write: RowWrite): TransactWriteItem[] {
  const { record, expectedVersion, revision, personal } = write;
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
