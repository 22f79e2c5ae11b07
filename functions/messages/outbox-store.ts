// The outbox: each message once, found by month for the record and by a sparse index while it waits.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys, waitingPartition } from "../storage/keys.ts";
import { type Item, type Table, WORK_INDEX } from "../storage/table.ts";
import { type Attempt, Letter, MESSAGE_STATES, type Message } from "./message.ts";

const keyOf = ({ centre, id }: Pick<Letter, "centre" | "id">) => ({
  pk: keys.messages(centre, id.slice(0, 7)),
  sk: id,
});

const Stored = z.object({
  state: z.enum(MESSAGE_STATES),
  notBefore: z.number(),
  attempts: z.string(),
  leaseToken: z.string().optional(),
  leaseUntil: z.number().optional(),
  json: z.string(),
});

const Attempts = z.array(z.object({ at: z.string(), outcome: z.string(), note: z.string() }));

/** Puts a message into the outbox; false when it is there already, whatever became of it. */
export function queueMessage(table: Table, letter: Letter, notBefore: number): Promise<boolean> {
  return table.putNew({
    ...keyOf(letter),
    state: "queued",
    notBefore,
    attempts: "[]",
    json: JSON.stringify(Letter.parse(letter)),
    wpk: waitingPartition(letter.centre),
    wsk: letter.id,
  });
}

/** Every message of a month, in the order of their days. */
export async function listMessages(table: Table, centre: string, month: string): Promise<Message[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.messages(centre, month) }),
  });
  return items.map(readMessage);
}

export async function findMessage(table: Table, centre: string, id: string): Promise<Message | undefined> {
  const item = await table.get(keyOf({ centre, id }));
  return item && readMessage(item);
}

/** Messages that are neither sent nor given up, read with strong consistency. */
export async function findWaiting(table: Table, centre: string): Promise<Message[]> {
  const found = await table.queryAll({
    IndexName: WORK_INDEX,
    KeyConditionExpression: "wpk = :wpk",
    ExpressionAttributeValues: marshall({ ":wpk": waitingPartition(centre) }),
  });
  const keys = found.map((item) => z.object({ pk: z.string(), sk: z.string() }).parse(item));
  const messages = (await table.getMany(keys)).map(readMessage);
  return messages
    .filter(({ state }) => state !== "sent" && state !== "dead")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readMessage(item: Item): Message {
  const { state, notBefore, attempts, leaseToken, leaseUntil, json } = Stored.parse(item);
  return {
    ...Letter.parse(JSON.parse(json)),
    state,
    notBefore,
    attempts: Attempts.parse(JSON.parse(attempts)),
    lease:
      leaseToken !== undefined && leaseUntil !== undefined ? { token: leaseToken, until: leaseUntil } : null,
  };
}

/** Takes a message for sending; false when somebody else has it, or it has gone on meanwhile. */
export function claim(
  table: Table,
  message: Message,
  lease: { readonly token: string; readonly until: number },
): Promise<boolean> {
  return change(table, message, "SET #state = :state, leaseToken = :token, leaseUntil = :until", {
    ":state": "sending",
    ":token": lease.token,
    ":until": lease.until,
  });
}

/** What became of an attempt. The message as it was read says on what condition that is still ours to say. */
export function settle(
  table: Table,
  message: Message,
  outcome:
    | { readonly state: "sent" | "dead"; readonly attempt: Attempt }
    | { readonly state: "failed" | "queued"; readonly attempt: Attempt; readonly notBefore: number },
): Promise<boolean> {
  const attempts = JSON.stringify([...message.attempts, outcome.attempt]);
  if (outcome.state === "queued") {
    return change(
      table,
      message,
      "SET #state = :state, attempts = :attempts, notBefore = :next, wpk = :wpk, wsk = :wsk",
      {
        ":state": outcome.state,
        ":attempts": attempts,
        ":next": outcome.notBefore,
        ":wpk": waitingPartition(message.centre),
        ":wsk": message.id,
      },
    );
  }
  return outcome.state === "failed"
    ? change(
        table,
        message,
        "SET #state = :state, attempts = :attempts, notBefore = :next REMOVE leaseToken, leaseUntil",
        { ":state": outcome.state, ":attempts": attempts, ":next": outcome.notBefore },
      )
    : change(
        table,
        message,
        "SET #state = :state, attempts = :attempts REMOVE leaseToken, leaseUntil, wpk, wsk",
        { ":state": outcome.state, ":attempts": attempts },
      );
}

/** One write on condition that the message is still as it was read: same state, same sender, same attempts. */
async function change(
  table: Table,
  message: Message,
  UpdateExpression: string,
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const held = message.lease ? "leaseToken = :held" : "attribute_not_exists(leaseToken)";
  const outcome = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall(keyOf(message)),
        UpdateExpression,
        ConditionExpression: `#state = :was AND attempts = :known AND ${held}`,
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: marshall({
          ...values,
          ":was": message.state,
          ":known": JSON.stringify(message.attempts),
          ...(message.lease ? { ":held": message.lease.token } : {}),
        }),
      },
    },
  ]);
  return outcome.ok;
}
