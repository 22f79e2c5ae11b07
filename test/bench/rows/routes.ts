// A warm answer of each route in the app's own computing, beside a bare router that answers at once.
import { Hono } from "hono";
import type { Table } from "../../../functions/storage/table.ts";
import type { BenchLine, BenchRow } from "../bench-row.ts";
import { createBenchWorld, hallId } from "../bench-world.ts";
import { DEALT_MONTH } from "../dealt-cases.ts";
import { cpuMillisecondsOf, interleave } from "../measure.ts";
import { batchSupply } from "../sync-load.ts";

interface Route {
  readonly path: string;
  readonly who: string;
  /** Reports and lists of many rows are named, not held to 5 ms. */
  readonly heavy?: true;
}

const HALL = `/v1/halls/${hallId(0)}`;
const OWN = "clerk-h0";

const ROUTES: readonly Route[] = [
  { path: "/v1/health", who: OWN },
  { path: "/v1/me", who: OWN },
  { path: "/v1/halls", who: "director" },
  { path: "/v1/ledgers", who: OWN, heavy: true },
  { path: "/v1/ledgers/cases", who: OWN },
  { path: `${HALL}/reference`, who: OWN },
  { path: `${HALL}/ledgers/cases/records?figure=open`, who: OWN, heavy: true },
  { path: `${HALL}/ledgers/cases/records/RECORD`, who: OWN },
  { path: `/v1/deadlines/explain?receivedAt=2026-11-02T09:05:00%2B08:00&workingDays=10`, who: OWN },
  { path: `/v1/centre/roll-ups?period=${DEALT_MONTH}`, who: "director" },
  { path: `/v1/centre/obligations?period=${DEALT_MONTH}`, who: "director" },
  { path: "/v1/centre/overdue", who: "director", heavy: true },
];
const ROWS = 40;

interface Asked {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}

export const routes: BenchRow = {
  name: "routes",
  title: "Warm answers: the app's own computing for each route",
  notes: [
    "Processor time of a request, the token's check included; the table's answers come from a memory of what the database answered before, so that neither the SDK nor the database is in it. Lists of rows and of all ledgers' definitions are named only.",
  ],
  async run(context) {
    const place = await context.place("memory");
    const known = new Map<string, Promise<unknown>>();
    let remembering = false;
    const world = await createBenchWorld(place, 1, ({ table }) => ({
      table: rememberingTable(table, known, () => remembering),
    }));
    try {
      const supply = batchSupply(31);
      const { body } = supply.next(0, ROWS);
      const { status, body: answer } = await world.post<{ results: { id: string }[] }>(
        supply.path(0),
        JSON.parse(body),
        OWN,
      );
      if (status !== 200) throw new Error(`the rows were answered ${status}`);
      remembering = true;
      const bare = new Hono();
      for (const { path } of ROUTES) {
        bare.get(path.replace("RECORD", ":record").split("?")[0] ?? "", (c) => c.json({ ok: true }));
      }
      const many = context.quick ? 3 : 60;
      const lines: BenchLine[] = [];
      for (const { path: shown, who, heavy } of ROUTES) {
        const path = shown.replace("RECORD", answer.results[0]?.id ?? "");
        context.progress(path);
        const headers = { authorization: `Bearer ${await world.token(who)}` };
        const ask = async (app: Asked, times: number) => {
          for (let at = 0; at < times; at++) {
            const one = await app.request(path, { headers });
            const text = await one.text();
            if (one.status !== 200) throw new Error(`${path}: ${one.status} ${text.slice(0, 200)}`);
          }
        };
        await ask(world.app, context.quick ? 1 : 30);
        const samples = await interleave(context.quick ? 1 : 5, {
          ours: async () => (await cpuMillisecondsOf(() => ask(world.app, many))) / many,
          reference: async () => (await cpuMillisecondsOf(() => ask(bare, many))) / many,
        });
        lines.push({
          what: `GET ${shown.split("?")[0]}`,
          reference: "bare router",
          unit: "ms of CPU",
          better: "less",
          goal: heavy ? "named" : "≤ 5 ms",
          atLeast: null,
          ...(heavy ? {} : { atMost: 5 }),
          disk: null,
          memory: samples,
        });
      }
      return lines;
    } finally {
      await world.close();
    }
  },
};

function rememberingTable(table: Table, known: Map<string, Promise<unknown>>, on: () => boolean): Table {
  const remember = <T>(name: string, asked: unknown, ask: () => Promise<T>): Promise<T> => {
    if (!on()) return ask();
    const key = `${name} ${JSON.stringify(asked)}`;
    const found = typed<T>(known.get(key)) ?? ask();
    known.set(key, found);
    return found;
  };
  return {
    ...table,
    get: (key, consistent) => remember("get", [key, consistent], () => table.get(key, consistent)),
    getMany: (keys, consistent) =>
      remember("getMany", [keys, consistent], () => table.getMany(keys, consistent)),
    queryPage: (params) => remember("queryPage", params, () => table.queryPage(params)),
    queryAll: (params) => remember("queryAll", params, () => table.queryAll(params)),
  };
}

/** What was put under a call's name is what that call gives. */
function typed<T>(held: Promise<unknown> | undefined): Promise<T> | undefined {
  const isTyped = (one: Promise<unknown>): one is Promise<T> => one instanceof Promise;
  return held && isTyped(held) ? held : undefined;
}
