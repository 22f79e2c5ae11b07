// The one DynamoDB table: its shape, and the few calls made to it, each adding up what AWS would bill.
import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  type CreateTableCommandInput,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "./keys.ts";
import { TableBusy, unlessBusy } from "./table-busy.ts";

/** One action of a transaction, as other rooms hand it on. */
export type TableAction = TransactWriteItem;

export type Item = Readonly<Record<string, unknown>>;

/** Names of the two indexes: open or closed rows, and rows by business month. Both hold keys only. */
export const WORK_INDEX = "work";
export const BUSINESS_INDEX = "business";

export function tableParams(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: ["pk", "sk", "wpk", "wsk", "bpk", "bsk"].map((AttributeName) => ({
      AttributeName,
      AttributeType: "S",
    })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      { IndexName: WORK_INDEX, hash: "wpk", range: "wsk" },
      { IndexName: BUSINESS_INDEX, hash: "bpk", range: "bsk" },
    ].map(({ IndexName, hash, range }) => ({
      IndexName,
      KeySchema: [
        { AttributeName: hash, KeyType: "HASH" },
        { AttributeName: range, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "KEYS_ONLY" },
    })),
  };
}

/** Capacity units as reported: right on AWS; DynamoDB Local is wrong about transactions of several items. */
export interface Meter {
  read: number;
  write: number;
}

export type TransactionOutcome =
  | { readonly ok: true }
  /** One reason per action: `None`, `ConditionalCheckFailed`, `TransactionConflict`, `ThrottlingError` … */
  | { readonly ok: false; readonly reasons: readonly string[] };

export interface Page {
  readonly items: readonly Item[];
  readonly next: Record<string, AttributeValue> | undefined;
}

export interface Table {
  readonly name: string;
  readonly meter: Meter;
  get(key: Key, consistent?: boolean): Promise<Item | undefined>;
  /** Found items only, in no order. Strongly consistent unless told otherwise. */
  getMany(keys: readonly Key[], consistent?: boolean): Promise<Item[]>;
  queryPage(params: Omit<QueryCommandInput, "TableName">): Promise<Page>;
  /** Every page of a query. */
  queryAll(params: Omit<QueryCommandInput, "TableName">): Promise<Item[]>;
  put(item: Item): Promise<void>;
  /** Puts an item where none is; false when there was one, which stays as it is. */
  putNew(item: Item): Promise<boolean>;
  /** What `ReturnValues` asks for. */
  update(params: Omit<UpdateItemCommandInput, "TableName">): Promise<Item | undefined>;
  remove(key: Key): Promise<void>;
  transact(actions: readonly TransactWriteItem[]): Promise<TransactionOutcome>;
}

const BATCH_GET_LIMIT = 100;

export function openTable(client: DynamoDBClient, name: string): Table {
  const meter: Meter = { read: 0, write: 0 };
  const count = (capacity: ConsumedCapacity | readonly ConsumedCapacity[] | undefined, kind: keyof Meter) => {
    for (const part of capacity === undefined ? [] : [capacity].flat())
      meter[kind] += part.CapacityUnits ?? 0;
  };
  const measured = { TableName: name, ReturnConsumedCapacity: "INDEXES" } as const;

  async function getChunk(keys: readonly Key[], consistent: boolean): Promise<Item[]> {
    const found: Item[] = [];
    let wanted: Record<string, AttributeValue>[] = keys.map((key) => marshall(key));
    for (let attempt = 0; wanted.length > 0; attempt++) {
      if (attempt > 0) await backOff(attempt);
      const answer = await unlessBusy(
        client.send(
          new BatchGetItemCommand({
            RequestItems: { [name]: { Keys: wanted, ConsistentRead: consistent } },
            ReturnConsumedCapacity: "INDEXES",
          }),
        ),
      );
      count(answer.ConsumedCapacity, "read");
      found.push(...(answer.Responses?.[name] ?? []).map((item) => unmarshall(item)));
      wanted = answer.UnprocessedKeys?.[name]?.Keys ?? [];
    }
    return found;
  }

  async function putItem(item: Item, condition: Pick<PutItemCommandInput, "ConditionExpression">) {
    const answer = await unlessBusy(
      client.send(
        new PutItemCommand({
          ...measured,
          ...condition,
          Item: marshall(item, { removeUndefinedValues: true }),
        }),
      ),
    );
    count(answer.ConsumedCapacity, "write");
  }

  const table: Table = {
    name,
    meter,
    async get(key, consistent = true) {
      const answer = await unlessBusy(
        client.send(new GetItemCommand({ ...measured, Key: marshall(key), ConsistentRead: consistent })),
      );
      count(answer.ConsumedCapacity, "read");
      return answer.Item && unmarshall(answer.Item);
    },
    async getMany(wanted, consistent = true) {
      const chunks: (readonly Key[])[] = [];
      for (let at = 0; at < wanted.length; at += BATCH_GET_LIMIT)
        chunks.push(wanted.slice(at, at + BATCH_GET_LIMIT));
      return (await Promise.all(chunks.map((chunk) => getChunk(chunk, consistent)))).flat();
    },
    async queryPage(params) {
      const answer = await unlessBusy(client.send(new QueryCommand({ ...measured, ...params })));
      count(answer.ConsumedCapacity, "read");
      return { items: (answer.Items ?? []).map((item) => unmarshall(item)), next: answer.LastEvaluatedKey };
    },
    async queryAll(params) {
      const items: Item[] = [];
      let next: Record<string, AttributeValue> | undefined;
      do {
        const page = await table.queryPage({ ...params, ExclusiveStartKey: next });
        items.push(...page.items);
        next = page.next;
      } while (next);
      return items;
    },
    async put(item) {
      await putItem(item, {});
    },
    async putNew(item) {
      try {
        await putItem(item, { ConditionExpression: "attribute_not_exists(pk)" });
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async update(params) {
      const answer = await unlessBusy(client.send(new UpdateItemCommand({ ...measured, ...params })));
      count(answer.ConsumedCapacity, "write");
      return answer.Attributes && unmarshall(answer.Attributes);
    },
    async remove(key) {
      const answer = await unlessBusy(
        client.send(new DeleteItemCommand({ ...measured, Key: marshall(key) })),
      );
      count(answer.ConsumedCapacity, "write");
    },
    async transact(actions) {
      try {
        const answer = await unlessBusy(
          client.send(
            new TransactWriteItemsCommand({ TransactItems: [...actions], ReturnConsumedCapacity: "INDEXES" }),
          ),
        );
        count(answer.ConsumedCapacity, "write");
        return { ok: true };
      } catch (error) {
        // Whether it was written may be unknown here; the conditions of the next attempt find out.
        if (error instanceof TableBusy) return { ok: false, reasons: [error.message] };
        if (!(error instanceof TransactionCanceledException)) throw error;
        return { ok: false, reasons: (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None") };
      }
    },
  };
  return table;
}

/** Waits longer each time, with jitter, so that writers that met once do not meet again. */
export function backOff(attempt: number): Promise<void> {
  const ceiling = Math.min(1000, 10 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, ceiling * (0.5 + Math.random() / 2)));
}
