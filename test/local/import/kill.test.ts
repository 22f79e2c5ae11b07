// An import that is killed outright, wherever it stands, is finished by running it again: same numbers, no duplicate.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Table } from "../../../functions/storage/table.ts";
import { PERMIT_MAPPING, permitLog } from "../../fixtures/import/permit-log.ts";
import { createWorld, type World } from "../../support/world.ts";
import { type Program, startProgram } from "../support/program.ts";
import { countsOf, differencesOf, seqOf } from "./support/figures.ts";
import { type Workplace, workplace } from "./support/run.ts";
import { type ServedWorld, type SyncListener, serveWorld } from "./support/served-world.ts";

const COMMAND = fileURLToPath(new URL("../../../infra/local/import.mjs", import.meta.url));
const YEARS = ["2010", "2011", "2012"];
const log = permitLog();

let world: World;
let served: ServedWorld;
let place: Workplace;
let args: string[];
/** Called before every transaction of the backend. */
let onTransaction: () => void = () => {};

beforeAll(async () => {
  world = await createWorld(({ table }) => ({ table: watched(table) }));
  served = await serveWorld(world);
  place = workplace();
  const file = place.put("cases.csv", log.cases);
  place.put("events.csv", log.events);
  const mapping = place.put("mapping.json", PERMIT_MAPPING);
  args = [COMMAND, "--file", file, "--hall", "amsterdam", "--ledger", "cases"];
  args.push("--mapping", mapping, "--url", served.url);
});
afterAll(async () => {
  place.remove();
  await served.close();
  await world.close();
});

function watched(table: Table): Table {
  return {
    ...table,
    transact: (actions) => {
      onTransaction();
      return table.transact(actions);
    },
  };
}

function start(): Program {
  served.onSync(() => {});
  onTransaction = () => {};
  return startProgram(process.execPath, args, { HALL_LEDGER_TOKEN: "" });
}

/** Kills the import when a sync call of this run has come so far, and gives what it ended by. */
async function killedAt(moment: Parameters<SyncListener>[0], call: number): Promise<number | string> {
  const program = start();
  const before = served.syncs();
  served.onSync((now, count, hangUp) => {
    if (now !== moment || count - before !== call) return;
    program.kill("SIGKILL");
    hangUp();
  });
  return program.ended();
}

/** As when the import had started the system itself: both die between two transactions of one call. */
async function killedWithBackend(transaction: number): Promise<number | string> {
  const program = start();
  let count = 0;
  onTransaction = () => {
    if (++count < transaction) return;
    program.kill("SIGKILL");
    throw new Error("the backend died with the import");
  };
  return program.ended();
}

describe("an import", () => {
  test("killed before its first rows arrive has changed nothing", async () => {
    expect(await killedAt("arrived", 1)).toBe("SIGKILL");
    expect(await seqOf(world, "amsterdam")).toBe(0);
  });

  test("killed together with the backend, between two transactions, has written a part", async () => {
    expect(await killedWithBackend(2)).toBe("SIGKILL");
    const written = await seqOf(world, "amsterdam");
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(log.before.received);
  });

  test("killed in the middle again, once more in the next part", async () => {
    const written = await seqOf(world, "amsterdam");
    expect(await killedWithBackend(3)).toBe("SIGKILL");
    expect(await seqOf(world, "amsterdam")).toBeGreaterThan(written);
  });

  test("killed when rows are written but nothing was answered", async () => {
    expect(await killedAt("written", 1)).toBe("SIGKILL");
    expect(await differencesOf(world, "amsterdam", "Europe/Amsterdam")).toEqual([]);
  });

  test("killed at its last call, when everything is written", async () => {
    const calls = Math.ceil((log.before.received + 1) / 500);
    expect(await killedAt("written", calls)).toBe("SIGKILL");
    expect(await seqOf(world, "amsterdam")).toBe(log.before.received);
  });

  test("run to its end, gives the same numbers as if nothing had happened", async () => {
    const program = start();
    expect(await program.ended()).toBe(2);
    expect(program.printed()).toContain("已在台账,未变 already there, unchanged");
    expect(await countsOf(world, "amsterdam", YEARS)).toEqual(log.before);
    expect(await seqOf(world, "amsterdam")).toBe(log.before.received);
    expect(await differencesOf(world, "amsterdam", "Europe/Amsterdam")).toEqual([]);
  });
});
