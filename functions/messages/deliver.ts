// Sends what waits in the outbox: each message once, in working hours, tried again when a channel says "later".
import { randomUUID } from "node:crypto";
import { waitAfter } from "../../shared/capabilities/messages/retry.ts";
import { nextWorkingMoment, spanAt } from "../../shared/capabilities/messages/working-hours.ts";
import type { WorkingCalendar } from "../../shared/kernel/working-calendar.ts";
import type { Log } from "../logging/log.ts";
import type { Table } from "../storage/table.ts";
import type { Channel, Channels, SendOutcome } from "./channel.ts";
import type { Attempt, Message } from "./message.ts";
import { claim, findWaiting, settle } from "./outbox-store.ts";

/** Longer than any channel takes to answer. */
const LEASE_MS = 120_000;

export interface Delivery {
  readonly table: Table;
  readonly channels: Channels;
  readonly calendar: WorkingCalendar;
  /** The halls' time, which says whether it is office hours; and real time, which leases run by. */
  readonly now: () => number;
  readonly realNow: () => number;
  readonly log: Log;
}

export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  readonly dead: number;
}

export async function deliverWaiting(delivery: Delivery, centre: string): Promise<Delivered> {
  const count = { sent: 0, failed: 0, dead: 0 };
  for (const message of await findWaiting(delivery.table, centre)) {
    const state = await deliverOne(delivery, message);
    if (state) count[state]++;
  }
  return count;
}

/** Nothing while it is not yet time, or while somebody else is sending it. */
export async function deliverOne(delivery: Delivery, message: Message): Promise<keyof Delivered | undefined> {
  const channel = delivery.channels[message.to.channel];
  if (message.state === "sending") return recover(delivery, message, channel);
  const now = delivery.now();
  if (message.notAfter !== null && now >= message.notAfter) {
    return giveUp(
      delivery,
      message,
      "expired",
      "not sent in time; the next day's message says what still holds",
    );
  }
  if (!channel || now < message.notBefore || !spanAt(now, message.hours, delivery.calendar)) return undefined;
  const lease = { token: randomUUID(), until: delivery.realNow() + LEASE_MS };
  if (!(await claim(delivery.table, message, lease))) return undefined;
  const held: Message = { ...message, state: "sending", lease };
  let outcome: SendOutcome;
  try {
    outcome = await channel.send(held);
  } catch (error) {
    return giveUp(delivery, held, "uncertain", `may have gone out: ${errorText(error)}`);
  }
  return conclude(delivery, held, outcome);
}

async function conclude(
  delivery: Delivery,
  held: Message,
  outcome: SendOutcome,
): Promise<keyof Delivered | undefined> {
  if (outcome.status === "sent") {
    const attempt = attemptOf(delivery, "sent", outcome.note ?? "");
    return (await settle(delivery.table, held, { state: "sent", attempt })) ? "sent" : undefined;
  }
  const wait = outcome.again ? waitAfter(held.attempts.length + 1) : undefined;
  if (wait === undefined) return giveUp(delivery, held, "refused", outcome.error);
  const notBefore = nextWorkingMoment(delivery.now() + wait, held.hours, delivery.calendar);
  const attempt = attemptOf(delivery, "later", outcome.error);
  return (await settle(delivery.table, held, { state: "failed", attempt, notBefore })) ? "failed" : undefined;
}

/**
 * A sender stopped while it was sending. Where the channel can say whether the message went out, that decides; where
 * it cannot, the message is given up rather than perhaps sent twice.
 */
async function recover(
  delivery: Delivery,
  message: Message,
  channel: Channel | undefined,
): Promise<keyof Delivered | undefined> {
  if (message.lease && delivery.realNow() < message.lease.until) return undefined;
  if (!channel?.wasSent) return giveUp(delivery, message, "uncertain", "the sender stopped while sending");
  const outcome: SendOutcome = (await channel.wasSent(message.id))
    ? { status: "sent", note: "found to have gone out" }
    : { status: "refused", again: true, error: "the sender stopped before it was sent" };
  return conclude(delivery, message, outcome);
}

async function giveUp(
  delivery: Delivery,
  message: Message,
  outcome: "expired" | "uncertain" | "refused",
  note: string,
): Promise<"dead" | undefined> {
  const attempt = attemptOf(delivery, outcome, note);
  if (!(await settle(delivery.table, message, { state: "dead", attempt }))) return undefined;
  if (outcome !== "expired") {
    delivery.log("MESSAGE_DEAD", { centre: message.centre, message: message.id, outcome, why: note });
  }
  return "dead";
}

function attemptOf({ now }: Delivery, outcome: string, note: string): Attempt {
  return { at: new Date(now()).toISOString(), outcome, note: note.slice(0, 300) };
}

function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
