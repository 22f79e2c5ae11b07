// The recount has to be able to fail: a corrupted sum and a faulty metric are seen, wherever they lie.
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Key, keys } from "../../../functions/storage/keys.ts";
import { migrateMetrics } from "../../../functions/use-cases/migrate-metrics.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import { caseMetrics } from "../../../shared/capabilities/cases/case-metrics.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { createWorld, testHall, type World } from "../../support/world.ts";
import { planContext, withMetricsVersion } from "../support/ledgers.ts";
import { accepted, edit, sendOne, step } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const east = testHall("east");

async function add(key: Key, counter: string, amount: number): Promise<void> {
  await world.deps.table.update({
    Key: marshall(key),
    UpdateExpression: "ADD #counter :amount",
    ExpressionAttributeNames: { "#counter": counter },
    ExpressionAttributeValues: marshall({ ":amount": amount }),
  });
}

describe("a sum that is wrong is found", () => {
  beforeAll(async () => {
    const moved = await accepted(world, { receivedAt: "2026-10-13 09:00", matter: "permit-intake" });
    await sendOne(world, edit(moved, 1, { receivedAt: "2026-11-02 09:00", matter: "senior-card" }));
    const reopened = await accepted(world);
    await sendOne(world, step(reopened, 1, "complete", { completedAt: "2026-11-06 10:00", outcome: "done" }));
    await sendOne(world, edit(reopened, 2, { completedAt: null, outcome: null }));
    const voided = await accepted(world, { receivedAt: "2026-11-10 09:00" });
    await sendOne(world, step(voided, 1, "void", { reason: "重复" }), "head");
  });

  test.each<[string, Key, string]>([
    ["on a day", keys.summary("test-centre", "2026-11-02", "east", "cases"), "cases.received"],
    ["in a month", keys.summary("test-centre", "2026-11", "east", "cases"), "cases.received"],
    ["of a matter", keys.split("test-centre", "2026-11", "east", "cases", "senior-card"), "cases.received"],
    [
      "in a counter that should be empty",
      keys.summary("test-centre", "2026-11-02", "east", "cases"),
      "cases.closedLate",
    ],
    [
      "in a counter that is no longer counted",
      keys.summary("test-centre", "2026-11", "east", "cases"),
      "cases.formerly",
    ],
    [
      "on a day that a row has left",
      keys.summary("test-centre", "2026-10-13", "east", "cases"),
      "cases.received",
    ],
    [
      "in a month that a row has left",
      keys.summary("test-centre", "2026-10", "east", "cases"),
      "cases.received",
    ],
    [
      "of a matter that a row has left",
      keys.split("test-centre", "2026-10", "east", "cases", "permit-intake"),
      "cases.received",
    ],
    [
      "on a day on which a completion was taken back",
      keys.summary("test-centre", "2026-11-06", "east", "cases"),
      "cases.closed",
    ],
    [
      "on a day of a row that was voided",
      keys.summary("test-centre", "2026-11-10", "east", "cases"),
      "cases.received",
    ],
  ])("%s", async (_, key, counter) => {
    expect(await recount(world.deps.table, east, cases)).toEqual([]);
    await add(key, counter, 1);
    const found = await recount(world.deps.table, east, cases);
    expect(found).toMatchObject([{ place: `${key.pk}|${key.sk}`, counter }]);
    expect((found[0]?.stored ?? 0) - (found[0]?.counted ?? 0)).toBe(1);
    await add(key, counter, -1);
    expect(await recount(world.deps.table, east, cases)).toEqual([]);
  });
});

describe("a metric that counts wrongly is found", () => {
  test.each([
    ["one that counts twice", { received: { ...caseMetrics.received, amount: () => 2 } }],
    ["one that never counts", { received: { ...caseMetrics.received, amount: () => 0 } }],
    [
      "one that is dated by the wrong day",
      { closed: { ...caseMetrics.closed, datedBy: "business" as const } },
    ],
    ["one that takes late for on time", { closedOnTime: { ...caseMetrics.closed } }],
  ])("%s", async (_, wrong) => {
    const id = await accepted(world);
    await sendOne(world, step(id, 1, "complete", { completedAt: "2026-11-19 10:00", outcome: "done" }));
    const before = world.deps.table;
    const faulty = withMetricsVersion(99, { metrics: { ...caseMetrics, ...wrong } });
    await migrateMetrics(before, await planContext(world, faulty));
    expect((await recount(before, east, cases)).length).toBeGreaterThan(0);
    await migrateMetrics(before, await planContext(world, cases));
    expect(await recount(before, east, cases)).toEqual([]);
  });
});
