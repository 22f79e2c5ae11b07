// A working week in a hall, lived day by day, with the jobs run as a test wants.

import type { JobName } from "../../../functions/jobs/jobs.ts";
import { runJobs } from "../../../functions/jobs/run-jobs.ts";
import type { Channels } from "../../../functions/messages/channel.ts";
import { listMessages } from "../../../functions/messages/outbox-store.ts";
import { readStocks } from "../../../functions/storage/stock-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { createWorld, type World } from "../../support/world.ts";
import { accepted, send, step } from "../support/rows.ts";

export interface Week {
  readonly world: World;
  /** Ids of the messages that went out, in order. */
  readonly sent: string[];
  /** Their texts. */
  readonly texts: string[];
  run(names: readonly JobName[], table?: Table): Promise<Awaited<ReturnType<typeof runJobs>>>;
  at(time: string): void;
  close(): Promise<void>;
}

/** Leases of senders run by real time; here that goes on by ten minutes with every look. */
export async function openWeek(log: (code: string) => void = () => {}): Promise<Week> {
  const sent: string[] = [];
  const texts: string[] = [];
  const channel = {
    send: async ({ id, text }: { id: string; text: string }) => {
      sent.push(id);
      texts.push(text);
      return { status: "sent" as const };
    },
    wasSent: async (id: string) => sent.includes(id),
  };
  const channels: Channels = { mail: channel, webhook: channel };
  const world = await createWorld(() => ({ channels, realNow: Date.now, log }));
  let leases = Date.now();
  return {
    world,
    sent,
    texts,
    run: (names, table = world.deps.table) => {
      leases += 600_000;
      return runJobs({ ...world.deps, table, realNow: () => leases }, names);
    },
    at: (time) => world.setNow(Date.parse(`${time.replace(" ", "T")}:00+08:00`)),
    close: () => world.close(),
  };
}

export const DAYS = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"] as const;

/** What was open and overdue in the east hall at each closing, counted by hand from `liveWeek`. */
export const BY_HAND = {
  "2026-11-16": { open: 2, overdue: 0 },
  "2026-11-17": { open: 3, overdue: 1 },
  "2026-11-18": { open: 2, overdue: 1 },
  "2026-11-19": { open: 2, overdue: 0 },
} as const;

/**
 * Monday: a (due Monday) and b (due in two weeks) are received. Tuesday: a is overdue, c is received. Wednesday: c is
 * void. Thursday: a is completed, d is received. `evening` runs after each day's work, at half past six.
 */
export async function liveWeek(week: Week, evening: (day: string) => Promise<unknown>): Promise<void> {
  const { world, at } = week;
  at("2026-11-13 18:30");
  await evening("2026-11-13");
  at("2026-11-16 16:00");
  const a = await accepted(world, { receivedAt: "2026-11-13 09:00", matter: "household-registration" });
  const b = await accepted(world, { receivedAt: "2026-11-16 09:00", matter: "permit-intake" });
  at("2026-11-16 18:30");
  await evening("2026-11-16");
  at("2026-11-17 16:00");
  const c = await accepted(world, { receivedAt: "2026-11-17 09:00", matter: "permit-intake" });
  at("2026-11-17 18:30");
  await evening("2026-11-17");
  at("2026-11-18 16:00");
  await send(world, [step(c, 1, "void", { reason: "重复登记" })], "head");
  await send(world, [step(b, 1, "upsert", { window: "3号" })]);
  at("2026-11-18 18:30");
  await evening("2026-11-18");
  at("2026-11-19 16:00");
  await send(world, [step(a, 1, "complete", { completedAt: "2026-11-19 15:00", outcome: "done" })]);
  await accepted(world, { receivedAt: "2026-11-19 09:00", matter: "permit-intake" });
  at("2026-11-19 18:30");
  await evening("2026-11-19");
}

export async function stampsOf({ world }: Week, hall = "east") {
  const found = await Promise.all(
    DAYS.map(async (day) => {
      const stocks = await readStocks(world.deps.table, "test-centre", plainDate(day));
      return [day, stocks.find((stock) => stock.hall === hall)?.ledgers.cases];
    }),
  );
  return Object.fromEntries(found);
}

export async function messagesOf({ world }: Week) {
  return listMessages(world.deps.table, "test-centre", "2026-11");
}
