// The test world on a benchmark's own database, with as many halls and clerks as wanted, behind a server of its own.
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../functions/app.ts";
import type { Dependencies } from "../../functions/dependencies.ts";
import { putHall } from "../../functions/storage/directory-store.ts";
import { activeMatters } from "../../functions/use-cases/hall-facts.ts";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { plainDate } from "../../shared/kernel/plain-date.ts";
import { createWorld, TEST_CENTRE, type TestPerson, testHall, type World } from "../support/world.ts";
import type { BenchPlace } from "./bench-row.ts";

export const BENCH_CENTRE = Centre.parse(TEST_CENTRE);
export const BENCH_CALENDAR = calendarOf(BENCH_CENTRE);
/** The generated weeks: with a holiday of eight days and its two days of work made up, up to the world's own day. */
export const FIRST_DAY = plainDate("2026-09-25");
export const LAST_DAY = plainDate("2026-11-20");

/** What people come for, the most frequent first; without those that exist only to be refused. */
export const BENCH_MATTERS = activeMatters(BENCH_CENTRE, LAST_DAY).filter(
  ({ timeLimit }) => timeLimit !== null,
);

export interface BenchWorld extends World {
  /** Where its own server answers. */
  readonly url: string;
  readonly halls: readonly string[];
}

export const hallId = (number: number) => `h${number}`;
export const clerkOf = (number: number) => `clerk-h${number}`;

/** A clerk for each hall, who has called once already. */
export async function createBenchWorld(
  { endpoint }: BenchPlace,
  halls: number,
  change: (deps: Dependencies) => Partial<Dependencies> = () => ({}),
): Promise<BenchWorld> {
  const numbers = Array.from({ length: halls }, (_, at) => at);
  const people = Object.fromEntries(
    numbers.map((number): [string, TestPerson] => [
      clerkOf(number),
      { grants: [{ role: "clerk", centre: "test-centre", hall: hallId(number) }] },
    ]),
  );
  const world = await createWorld(change, people, endpoint);
  for (const number of numbers) await putHall(world.deps.table, testHall(hallId(number)));
  for (const number of numbers) await world.get("/v1/me", clerkOf(number));
  await world.get("/v1/me", "director");
  const server = createServer(getRequestListener(createApp(world.deps).fetch));
  // Others have their turn for longer than a connection is kept by itself.
  server.keepAliveTimeout = 0;
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  return {
    ...world,
    url: `http://127.0.0.1:${port}`,
    halls: numbers.map(hallId),
    close: async () => {
      await closeServer(server);
      await world.close();
    },
  };
}
