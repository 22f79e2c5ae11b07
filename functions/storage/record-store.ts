// Reading records, their personal fields, their feed and their indexes.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import type { Values } from "../../shared/ledger/field.ts";
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { businessPartition, closedPartition, keys, openPartition } from "./keys.ts";
import { type PersonalItem, readPersonal, readRecord, readRevision } from "./record-item.ts";
import { BUSINESS_INDEX, type Table, WORK_INDEX } from "./table.ts";

/** The latest place in a feed, and the last serial number given in each year. */
export interface Head {
  readonly seq: number;
  readonly serials: Readonly<Record<string, number>>;
}

const StoredHead = z.object({ seq: z.number(), serials: z.record(z.string(), z.number()) });

export async function readHead(table: Table, hall: string, ledger: string): Promise<Head> {
  const item = await table.get(keys.head(hall, ledger));
  return item ? StoredHead.parse(item) : { seq: 0, serials: {} };
}

/** Of some ledgers, those in which the hall has written anything yet: the others need not be asked one by one. */
export async function findBegun<L extends { readonly id: string }>(
  table: Table,
  hall: string,
  ledgers: readonly L[],
): Promise<L[]> {
  const heads = await table.getMany(ledgers.map(({ id }) => keys.head(hall, id)));
  const begun = new Set(heads.map(({ pk }) => pk));
  return ledgers.filter(({ id }) => begun.has(keys.head(hall, id).pk));
}

/** How far each of some ledgers' feeds goes in a hall; 0 where nothing was written. May lag behind by a moment. */
export async function readFeedEnds(
  table: Table,
  hall: string,
  ledgers: readonly string[],
): Promise<Map<string, number>> {
  const heads = await table.getMany(
    ledgers.map((id) => keys.head(hall, id)),
    false,
  );
  const ends = new Map(heads.map((item) => [item.pk, StoredHead.parse(item).seq]));
  return new Map(ledgers.map((id) => [id, ends.get(keys.head(hall, id).pk) ?? 0]));
}

export async function findRecords(
  table: Table,
  ids: readonly string[],
  consistent = true,
): Promise<Map<string, LedgerRecord>> {
  const items = await table.getMany(ids.map(keys.record), consistent);
  return new Map(items.map((item) => readRecord(item)).map((record) => [record.id, record]));
}

export async function findPersonal(table: Table, ids: readonly string[]): Promise<Map<string, Values>> {
  const items = await findPersonalItems(table, ids);
  return new Map([...items].map(([id, { values }]) => [id, values]));
}

/** Personal values with the salt of their token: for those who must know that they belong to the record they read. */
export async function findPersonalItems(
  table: Table,
  ids: readonly string[],
): Promise<Map<string, PersonalItem>> {
  const items = await table.getMany(ids.map(keys.personal));
  return new Map(items.map(readPersonal).map((item) => [item.id, item]));
}

/** Records and their personal values, asked for together: they lie side by side. */
export async function findWholeRows(
  table: Table,
  ids: readonly string[],
): Promise<{ readonly records: Map<string, LedgerRecord>; readonly personal: Map<string, PersonalItem> }> {
  const items = await table.getMany(ids.flatMap((id) => [keys.record(id), keys.personal(id)]));
  const isRecord = ({ sk }: (typeof items)[number]) => sk === keys.record("").sk;
  const records = items.filter(isRecord).map((item) => readRecord(item));
  const personal = items.filter((item) => !isRecord(item)).map(readPersonal);
  return {
    records: new Map(records.map((record) => [record.id, record])),
    personal: new Map(personal.map((item) => [item.id, item])),
  };
}

/** Revisions at given places of a feed, oldest first. */
export async function findRevisions(
  table: Table,
  hall: string,
  ledger: string,
  seqs: readonly number[],
): Promise<Revision[]> {
  const items = await table.getMany(seqs.map((seq) => keys.revision(hall, ledger, seq)));
  return items.map(readRevision).sort((a, b) => a.seq - b.seq);
}

/**
 * The next revisions after a place of the feed, read with strong consistency. Every writer takes the next place by
 * condition on the head, so places have no gap and nothing is written at or before one that was taken. DynamoDB may
 * show one item of a transaction before another, though: what stands behind a gap is left for the next reading.
 */
export async function readFeed(
  table: Table,
  hall: string,
  ledger: string,
  after: number,
  limit: number,
): Promise<{ readonly revisions: Revision[]; readonly more: boolean }> {
  const revisions: Revision[] = [];
  let next: Awaited<ReturnType<Table["queryPage"]>>["next"];
  do {
    const page = await table.queryPage({
      KeyConditionExpression: "pk = :pk AND sk > :after",
      ExpressionAttributeValues: marshall({
        ":pk": keys.feed(hall, ledger),
        ":after": keys.revision(hall, ledger, after).sk,
      }),
      ConsistentRead: true,
      Limit: limit - revisions.length,
      ExclusiveStartKey: next,
    });
    revisions.push(...page.items.map(readRevision));
    next = page.next;
  } while (next && revisions.length < limit);
  const whole = revisions.filter(({ seq }, at) => seq === after + at + 1);
  return { revisions: whole, more: next !== undefined && whole.length === revisions.length };
}

/** Ids of open rows, earliest due date first; up to and including a due date when one is given. */
export async function findOpenIds(
  table: Table,
  hall: string,
  ledger: string,
  dueBy?: string,
): Promise<string[]> {
  return idsIn(table, WORK_INDEX, openPartition(hall, ledger), "", dueBy ? `${dueBy}#~` : "~~");
}

/** Ids of rows closed from one day to another of one month. */
export function findClosedIds(
  table: Table,
  hall: string,
  ledger: string,
  month: string,
  first: string,
  last: string,
) {
  return idsIn(table, WORK_INDEX, closedPartition(hall, ledger, month), first, `${last}#~`);
}

/** Ids of rows whose business date lies from one day to another of one month. */
export function findIdsByBusinessDay(
  table: Table,
  hall: string,
  ledger: string,
  month: string,
  first: string,
  last: string,
) {
  return idsIn(table, BUSINESS_INDEX, businessPartition(hall, ledger, month), first, `${last}#~`);
}

async function idsIn(
  table: Table,
  index: string,
  partition: string,
  from: string,
  to: string,
): Promise<string[]> {
  const [hash, range] = index === WORK_INDEX ? ["wpk", "wsk"] : ["bpk", "bsk"];
  const items = await table.queryAll({
    IndexName: index,
    KeyConditionExpression: "#hash = :hash AND #range BETWEEN :from AND :to",
    ExpressionAttributeNames: { "#hash": hash ?? "", "#range": range ?? "" },
    ExpressionAttributeValues: marshall({ ":hash": partition, ":from": from || " ", ":to": to }),
  });
  return items.map((item) => z.object({ pk: z.string() }).parse(item).pk.slice(2));
}

/** How many rows are open, and how many of them were due before a day. */
export async function countOpen(
  table: Table,
  hall: string,
  ledger: string,
  today: string,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const items = await table.queryAll({
    IndexName: WORK_INDEX,
    KeyConditionExpression: "wpk = :hash",
    ExpressionAttributeValues: marshall({ ":hash": openPartition(hall, ledger) }),
  });
  const dues = items.map((item) => z.object({ wsk: z.string() }).parse(item).wsk);
  return {
    open: dues.length,
    overdue: dues.filter((due) => due.slice(0, 10) < today && !due.startsWith("~")).length,
  };
}
