// Months of a hall whose report was accepted: changing their figures takes a reason, or an open unlock.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "./keys.ts";
import type { Item, Table } from "./table.ts";

export const Unlock = z.object({
  ledgers: z.array(z.string()),
  /** RFC 3339, compared as an instant. */
  until: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Unlock = z.infer<typeof Unlock>;

const StoredLock = z.object({
  sk: z.string(),
  /** Grows with every change, so that a writer can make sure of what it has read. */
  rev: z.number(),
  unlocks: z.array(Unlock),
});

export interface MonthLock {
  readonly month: string;
  readonly rev: number;
  readonly unlocks: readonly Unlock[];
}

export async function findLocks(table: Table, hall: string): Promise<Map<string, MonthLock>> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.locks(hall) }),
    ConsistentRead: true,
  });
  return new Map(items.map(lockOf).map((lock) => [lock.month, lock]));
}

export async function findLock(table: Table, hall: string, month: string): Promise<MonthLock | undefined> {
  const item = await table.get(keys.lock(hall, month));
  return item && lockOf(item);
}

function lockOf(item: Item): MonthLock {
  const { sk, rev, unlocks } = StoredLock.parse(item);
  return { month: sk, rev, unlocks };
}

/** Whether somebody has unlocked a ledger in this month, and the time is not over. */
export function isUnlocked(lock: MonthLock, ledger: string, now: number): boolean {
  return lock.unlocks.some(({ ledgers, until }) => ledgers.includes(ledger) && Date.parse(until) > now);
}

/** Locks a month, or adds an unlock to its lock; fails when somebody else changed the lock meanwhile. */
export function lockPut(
  TableName: string,
  hall: string,
  month: string,
  before: MonthLock | undefined,
  unlocks: readonly Unlock[],
): TransactWriteItem {
  return {
    Put: {
      TableName,
      Item: marshall({ ...keys.lock(hall, month), rev: (before?.rev ?? 0) + 1, unlocks }),
      ...unchanged(before),
    },
  };
}

/** Makes a transaction fail when a lock is no longer as it was read. */
export function lockCheck(
  TableName: string,
  hall: string,
  month: string,
  read: MonthLock | undefined,
): TransactWriteItem {
  return { ConditionCheck: { TableName, Key: marshall(keys.lock(hall, month)), ...unchanged(read) } };
}

function unchanged(read: MonthLock | undefined) {
  return read
    ? { ConditionExpression: "rev = :rev", ExpressionAttributeValues: marshall({ ":rev": read.rev }) }
    : { ConditionExpression: "attribute_not_exists(pk)" };
}
