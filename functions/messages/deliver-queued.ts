// Sends the messages that a queue's event names; those that fail for a fault of ours go back to the queue, alone.
import * as z from "zod";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import type { Dependencies } from "../dependencies.ts";
import { findCentre } from "../storage/directory-store.ts";
import type { Channels } from "./channel.ts";
import { deliverOne } from "./deliver.ts";
import { QueuedMessage } from "./message-queue.ts";
import { findMessage } from "./outbox-store.ts";

const QueueEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

/** What SQS expects: the rest of the batch is taken as done. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export async function deliverQueued(
  deps: Dependencies,
  channels: Channels,
  event: unknown,
): Promise<BatchAnswer> {
  const failures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of QueueEvent.parse(event).Records) {
    try {
      await deliverNamed(deps, channels, QueuedMessage.parse(JSON.parse(body)));
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      deps.log("QUEUE_FAILED", { queued: messageId, error: text.slice(0, 300) });
      failures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures: failures };
}

async function deliverNamed(deps: Dependencies, channels: Channels, { centre: at, id }: QueuedMessage) {
  const { table, now, realNow = now, log } = deps;
  const [centre, message] = await Promise.all([findCentre(table, at), findMessage(table, at, id)]);
  if (!centre || !message) throw new Error("the queue names a message that is not in the outbox");
  // Named twice, or sent meanwhile: the outbox knows.
  if (message.state === "sent" || message.state === "dead") return;
  await deliverOne({ table, channels, calendar: calendarOf(centre), now, realNow, log }, message);
}
