// Where a storm takes place: a database behind a proxy, the app behind another, and the means to kill either.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { type Database, startDatabase } from "../../infra/local/database.ts";
import { findFreePort } from "../../infra/local/free-port.ts";
import { type GuardedProcess, startGuarded } from "../../infra/local/guarded-process.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";
import { waitUntil } from "../local/support/wait-until.ts";
import { createWorld, NOW, type World } from "../support/world.ts";
import type { AppSetting } from "./app-process.ts";
import { type FaultPlan, type FaultRates, faultPlan } from "./fault-plan.ts";
import { type FaultyProxy, startFaultyProxy } from "./faulty-proxy.ts";

export interface GroundOptions {
  readonly seed: number;
  /** Between sheet and backend, and between backend and database. */
  readonly sheet: FaultRates;
  readonly database: FaultRates;
  /** A database that runs already; without one, a database on disk that can be killed, and an app that can be, too. */
  readonly endpoint?: string;
}

export interface StormGround {
  readonly world: World;
  /** Where sheets call. */
  readonly url: string;
  readonly plans: { readonly sheet: FaultPlan; readonly database: FaultPlan };
  readonly databaseProxy: FaultyProxy;
  calm(is: boolean): void;
  /** Null where app and database cannot be killed. */
  readonly killing: { app(): Promise<void>; database(): Promise<void> } | null;
  /** Turns the halls' clock, and the one by which tokens are judged, by so many milliseconds. */
  turnClock(halls: number, tokens: number): Promise<void>;
  close(): Promise<void>;
}

export async function openGround({ seed, sheet, database, endpoint }: GroundOptions): Promise<StormGround> {
  const plans = { sheet: faultPlan(seed, sheet), database: faultPlan(seed + 1, database) };
  const directory = mkdtempSync(join(tmpdir(), "hall-ledger-storm-"));
  const begin = () => startDatabase({ directory: join(directory, "database"), onExit: console.error });
  let own: Database | undefined = endpoint === undefined ? await begin() : undefined;
  const databaseProxy = await startFaultyProxy(endpoint ?? own?.endpoint ?? "", plans.database);
  const clocks = { now: NOW, realNow: NOW };
  const world = await createWorld(() => ({ realNow: () => clocks.realNow }), {}, databaseProxy.url);
  world.setNow(clocks.now);
  for (const who of ["clerk", "clerk2", "head"] as const) await world.get("/v1/me", who);
  const app = own ? await processApp(world, databaseProxy.url, () => clocks) : await appHere(world);
  const sheetProxy = await startFaultyProxy(app.url(), plans.sheet);
  return {
    world,
    url: sheetProxy.url,
    plans,
    databaseProxy,
    calm: (is) => {
      plans.sheet.calm(is);
      plans.database.calm(is);
    },
    killing: own
      ? {
          app: async () => {
            await app.kill();
            sheetProxy.upstream = app.url();
          },
          database: async () => {
            await own?.kill();
            own = await begin();
            databaseProxy.upstream = own.endpoint;
          },
        }
      : null,
    async turnClock(halls, tokens) {
      clocks.now += halls;
      clocks.realNow += tokens;
      world.setNow(clocks.now);
      await app.setClocks();
    },
    async close() {
      await sheetProxy.close();
      await app.close();
      await world.close();
      await databaseProxy.close();
      await own?.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

interface StormApp {
  url(): string;
  /** Kills it outright and begins another. */
  kill(): Promise<void>;
  setClocks(): Promise<void>;
  close(): Promise<void>;
}

async function appHere(world: World): Promise<StormApp> {
  const server = createServer(getRequestListener(world.app.fetch));
  const port = await findFreePort();
  await listenOnLoopback(server, port);
  return {
    url: () => `http://127.0.0.1:${port}`,
    kill: () => Promise.reject(new Error("this app cannot be killed without us")),
    setClocks: async () => {},
    close: async () => {
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

async function processApp(
  world: World,
  endpoint: string,
  clocks: () => Pick<AppSetting, "now" | "realNow">,
): Promise<StormApp> {
  const [issuer] = world.deps.issuers;
  if (!issuer) throw new Error("nobody issues tokens");
  const program = fileURLToPath(new URL("app-process.ts", import.meta.url));
  let port = 0;
  let running: GuardedProcess | undefined;
  const url = () => `http://127.0.0.1:${port}`;
  const begin = async () => {
    port = await findFreePort();
    const place = { port, endpoint, table: world.deps.table.name, ...clocks() };
    const setting: AppSetting = {
      ...place,
      issuer: { ...issuer, aliases: [...issuer.aliases], audiences: [...issuer.audiences] },
    };
    running = startGuarded([process.execPath, "--import", "tsx", program, JSON.stringify(setting)]);
    await waitUntil("the app answers", async () => {
      if (running?.hasEnded()) throw new Error(`the app did not start: ${running.lastLines()}`);
      return (await fetch(`${url()}/v1/health`).catch(() => undefined))?.ok === true;
    });
  };
  await begin();
  return {
    url,
    kill: async () => {
      await running?.kill();
      await begin();
    },
    setClocks: async () => {
      // Killed at this moment, it starts with the new clocks anyway.
      await fetch(`${url()}/clocks`, { method: "POST", body: JSON.stringify(clocks()) }).catch(
        () => undefined,
      );
    },
    close: async () => running?.stop(),
  };
}
