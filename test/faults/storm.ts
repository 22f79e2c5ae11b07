// One storm: some clients write to two halls while calls go wrong; then it is calm, everybody catches up, all is checked.
import { seededRandom } from "../../infra/local/seed/seeded-random.ts";
import type { Fault, FaultRates } from "./fault-plan.ts";
import { findLosses } from "./find-losses.ts";
import { StormClient } from "./storm-client.ts";
import { openGround, type StormGround } from "./storm-ground.ts";
import { StormRows } from "./storm-rows.ts";

export interface StormOptions {
  readonly seed: number;
  readonly sheet?: FaultRates;
  readonly database?: FaultRates;
  /** Rounds of work of each client. */
  readonly rounds: number;
  readonly clients?: number;
  /** After which rounds app or database are killed, where they can be. */
  readonly kills?: readonly { readonly after: number; readonly what: "app" | "database" }[];
  /** After which rounds clocks are turned, in milliseconds. */
  readonly turns?: readonly { readonly after: number; readonly halls: number; readonly tokens: number }[];
  readonly endpoint?: string;
  /** Called when the storm is over, before it is judged: for tests that plant a loss. */
  readonly before?: (ground: StormGround, hall: string) => Promise<void>;
}

export interface StormOutcome {
  readonly tried: ReadonlyMap<Fault, number>;
  readonly calls: number;
  readonly acknowledged: number;
  readonly rows: number;
  readonly kills: number;
  readonly turns: number;
  readonly tokensExpired: number;
  readonly repeated: number;
  /** One sentence for each thing lost, doubled, half there or wrongly refused. */
  readonly losses: readonly string[];
}

const HALL = "east";
const WHO = ["clerk", "clerk2"] as const;
/** In calm weather everything gets through within a few runs; more means that somebody is stuck. */
const CALM_RUNS = 20;

export async function runStorm(options: StormOptions): Promise<StormOutcome> {
  const { seed, rounds, clients: count = 4, kills = [], turns = [], endpoint } = options;
  const place = endpoint === undefined ? {} : { endpoint };
  const ground = await openGround({
    seed,
    sheet: options.sheet ?? {},
    database: options.database ?? {},
    ...place,
  });
  try {
    const clients = Array.from({ length: count }, (_, at) => {
      const random = seededRandom(seed * 100 + at);
      const token = () => ground.world.token(WHO[at % 2] ?? "clerk");
      const rows = new StormRows(HALL, `${seed}-${at}`, random);
      return new StormClient({ url: ground.url, hall: HALL, token }, rows, random);
    });
    ground.calm(false);
    for (let round = 0; round < rounds; round++) {
      const working = clients.map(async (client) => {
        client.rows.work(3);
        for (let run = 0; run < 3 && !(await client.sync()); run++);
      });
      // In the middle of the round: calls are under way.
      for (const { what } of kills.filter(({ after }) => after === round)) await ground.killing?.[what]();
      for (const { halls, tokens } of turns.filter(({ after }) => after === round)) {
        await ground.turnClock(halls, tokens);
      }
      await Promise.all(working);
    }
    ground.calm(true);
    for (const client of clients) {
      for (let run = 0; run < CALM_RUNS && !(await client.sync()); run++);
    }
    await options.before?.(ground, HALL);
    return await outcomeOf(ground, clients, { kills: kills.length, turns: turns.length });
  } finally {
    await ground.close();
  }
}

async function outcomeOf(
  ground: StormGround,
  clients: readonly StormClient[],
  done: { readonly kills: number; readonly turns: number },
): Promise<StormOutcome> {
  const { sheet, database } = ground.plans;
  const known = clients.flatMap(({ rows }) => rows.rows);
  const stuck = clients.flatMap(({ rows }) => rows.pending().map(({ id }) => `${id}: never acknowledged`));
  const sum = (of: (client: StormClient) => number) => clients.reduce((total, one) => total + of(one), 0);
  return {
    tried: new Map(
      [...sheet.tried, ...database.tried].map(([fault]) => [
        fault,
        (sheet.tried.get(fault) ?? 0) + (database.tried.get(fault) ?? 0),
      ]),
    ),
    calls: sheet.calls() + database.calls(),
    acknowledged: known.reduce((total, { acknowledged }) => total + acknowledged.length, 0),
    rows: known.length,
    ...done,
    tokensExpired: sum(({ counts }) => counts.tokensExpired),
    repeated: sum(({ counts }) => counts.repeated),
    losses: [
      ...stuck,
      ...clients.flatMap(({ rows }) => rows.wrong),
      ...(await findLosses(ground.world.deps.table, HALL, known)),
    ],
  };
}
