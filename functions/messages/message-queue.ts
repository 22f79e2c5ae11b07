// The queue in front of the function that sends: it carries names of messages, never what they say or to whom.
import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { Message } from "./message.ts";

/** What stands in the queue. */
export const QueuedMessage = z.strictObject({ centre: z.string().min(1), id: z.string().min(1) });
export type QueuedMessage = z.infer<typeof QueuedMessage>;

/** Takes waiting messages on, for another function to send. */
export type HandOver = (messages: readonly Pick<Message, "centre" | "id">[]) => Promise<void>;

/** What one call of SQS takes. */
const BATCH = 10;

export function openMessageQueue(QueueUrl: string): HandOver {
  const client = new SQSClient({});
  return async (messages) => {
    for (let at = 0; at < messages.length; at += BATCH) {
      const Entries = messages.slice(at, at + BATCH).map(({ centre, id }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify({ centre, id } satisfies QueuedMessage),
      }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      // They still wait in the outbox: the next run hands them over again.
      if (Failed.length > 0) throw new Error(`the queue refused ${Failed.length}: ${Failed[0]?.Code}`);
    }
  };
}
