// The migration drill: rows stored by older code are read and written by newer code while both are running.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keys } from "../../../functions/storage/keys.ts";
import { readRecord, recordItem } from "../../../functions/storage/record-item.ts";
import { broughtUpToDate, RECORD_STEPS, type SchemaStep } from "../../../functions/storage/stored-schema.ts";
import type { Item } from "../../../functions/storage/table.ts";
import { createWorld, type World } from "../../support/world.ts";
import { accepted } from "../support/rows.ts";

/** Version 2 calls the writer `writtenBy` no longer; version 3 keeps the serial with its year in front. */
const STEPS: readonly SchemaStep[] = [
  ({ writtenBy, ...rest }) => ({ ...rest, syncedBy: writtenBy ?? rest.syncedBy }),
  (stored) => ({
    ...stored,
    serial: String(stored.serial).includes("-") ? stored.serial : `2026-${stored.serial}`,
  }),
];

let world: World;
let stored: Item;
beforeAll(async () => {
  world = await createWorld();
  stored = (await world.deps.table.get(keys.record(await accepted(world)))) ?? {};
});
afterAll(() => world.close());

/** The stored row as code of the first version would have written it. */
function old(): Item {
  const { syncedBy, serial, ...rest } = JSON.parse(String(stored.json));
  const json = JSON.stringify({ ...rest, writtenBy: syncedBy, serial: String(serial).slice(5) });
  const { sv, ...item } = stored;
  return { ...item, json };
}

describe("rows of three versions side by side", () => {
  test("are read as the same row by the newest code, stored or not", async () => {
    const now = readRecord(stored);
    expect(readRecord(old(), STEPS)).toEqual(now);
    await world.deps.table.put(old());
    const found = (await world.deps.table.get(keys.record(now.id))) ?? {};
    const read = readRecord(found, STEPS);
    expect(read).toEqual(now);
    // The next write brings it up to date, and it is read without any step.
    await world.deps.table.put(recordItem(read, STEPS));
    const after = (await world.deps.table.get(keys.record(now.id))) ?? {};
    expect(after.sv).toBe(3);
    expect(readRecord(after, STEPS)).toEqual(now);
    expect(JSON.parse(String(after.json))).toEqual(JSON.parse(String(stored.json)));
    expect([after.wpk, after.wsk, after.bpk, after.bsk]).toEqual([
      stored.wpk,
      stored.wsk,
      stored.bpk,
      stored.bsk,
    ]);
  });

  test("a row that was half way takes only the steps that are left", () => {
    const half = {
      ...old(),
      sv: 2,
      json: JSON.stringify({ ...JSON.parse(String(old().json)), syncedBy: "p-head", writtenBy: undefined }),
    };
    expect(readRecord(half, STEPS)).toMatchObject({ syncedBy: "p-head", serial: readRecord(stored).serial });
  });

  test("older code that is still running refuses what newer code wrote, and does not write it back spoilt", () => {
    const newer = recordItem(readRecord(stored), STEPS);
    expect(() => readRecord(newer)).toThrow(/schema version 3; this code knows up to 1/);
  });

  test.each([0, -1, 1.5, "2", Number.NaN])("a version %s is none", (version) => {
    expect(() => broughtUpToDate({}, version, STEPS)).toThrow(/schema version/);
  });
});

test("rows of today are read by today's code without a step, and cost no byte more", () => {
  expect(stored).not.toHaveProperty("sv");
  const again = recordItem(readRecord(stored));
  expect(Object.keys(again).sort()).toEqual(Object.keys(stored).sort());
  expect(String(again.json).length).toBe(String(stored.json).length);
  expect(RECORD_STEPS).toEqual([]);
});
