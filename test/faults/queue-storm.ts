// Messages in a storm: the queue names each twice or more, to senders at once, over a database that misbehaves; senders die.

import type { Channel } from "../../functions/messages/channel.ts";
import { deliverQueued } from "../../functions/messages/deliver-queued.ts";
import { findMessage, queueMessage } from "../../functions/messages/outbox-store.ts";
import { seededRandom } from "../../infra/local/seed/seeded-random.ts";
import { NOW } from "../support/world.ts";
import type { StormOutcome } from "./storm.ts";
import { openGround } from "./storm-ground.ts";

const CENTRE = "test-centre";
/** Longer than a sender may hold a message, and than most waits between attempts. */
const LATER_MS = 20 * 60_000;

export interface QueueStormOptions {
  readonly seed: number;
  readonly messages: number;
  readonly endpoint: string;
}

/** A channel that can be asked what went out, and whose sender now and then dies before or after sending. */
class DyingChannel implements Channel {
  readonly sent: string[] = [];
  deaths = 0;
  dying = true;

  constructor(private readonly random: ReturnType<typeof seededRandom>) {}

  async send({ id }: { readonly id: string }): Promise<{ readonly status: "sent" }> {
    const dies = this.dying && this.random.chance(0.3);
    if (dies) this.deaths++;
    if (dies && this.random.chance(0.5)) return new Promise(() => {});
    this.sent.push(id);
    // Whoever dies here never says what became of it.
    return dies ? new Promise(() => {}) : { status: "sent" };
  }

  async wasSent(id: string): Promise<boolean> {
    return this.sent.includes(id);
  }
}

export async function runQueueStorm({ seed, messages, endpoint }: QueueStormOptions): Promise<StormOutcome> {
  const ground = await openGround({
    seed,
    sheet: {},
    database: { cutBefore: 4, cutAfter: 4, delay: 15, duplicate: 5, throttled: 4, conflict: 5 },
    endpoint,
  });
  try {
    const random = seededRandom(seed);
    const channel = new DyingChannel(random);
    const ids = Array.from({ length: messages }, (_, at) => `2026-11-20/storm/${seed}-${at}`);
    for (const id of ids) await queueMessage(ground.world.deps.table, letter(id), 0);
    let now = NOW;
    let lost = 0;
    const deps = { ...ground.world.deps, now: () => now, realNow: () => now };
    const deliver = async (named: readonly string[]) => {
      const Records = named.map((id, at) => ({
        messageId: `${at}`,
        body: JSON.stringify({ centre: CENTRE, id }),
      }));
      const done = deliverQueued(deps, { mail: channel }, { Records }).then(
        ({ batchItemFailures }) => batchItemFailures.length,
      );
      // A sender that died answers nobody; the queue gives its messages to another later.
      lost += await Promise.race([done, died()]);
    };
    ground.calm(false);
    for (let round = 0; round < 3; round++) {
      // Each message is named at least twice, to several senders at once, in any order.
      const named = [...ids, ...ids].sort(() => random.next() - 0.5);
      await Promise.all(chunks(named, 5).map(deliver));
      now += LATER_MS;
    }
    ground.calm(true);
    channel.dying = false;
    for (let run = 0; run < 12; run++) {
      await deliver(ids);
      now += LATER_MS;
    }
    const losses: string[] = [];
    for (const id of ids) {
      const times = channel.sent.filter((one) => one === id).length;
      const message = await findMessage(ground.world.deps.table, CENTRE, id);
      if (times !== 1) losses.push(`${id}: sent ${times} times`);
      if (message?.state !== "sent") losses.push(`${id}: sent, and stands as ${message?.state}`);
    }
    const { database } = ground.plans;
    return {
      tried: database.tried,
      calls: database.calls(),
      acknowledged: channel.sent.length,
      rows: messages,
      kills: channel.deaths,
      turns: 0,
      tokensExpired: 0,
      repeated: lost,
      losses,
    };
  } finally {
    await ground.close();
  }
}

/** Long enough for any call that is going to answer at all: the delays of the storm add up to far less. */
function died(): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(1), 4000).unref());
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

function letter(id: string) {
  return {
    id,
    centre: CENTRE,
    kind: "storm",
    to: { channel: "mail", person: "p-head", name: "测试head", address: "head@example.test" },
    subject: "演练",
    text: "演练",
    queuedAt: "2026-11-20T15:00:00+08:00",
    by: null,
    hours: { zone: "Asia/Shanghai", opensAt: "00:00", closesAt: "23:59" },
    notAfter: null,
  } as const;
}
