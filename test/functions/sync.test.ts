// One hall's rows going up: what is accepted, merged, refused, and that nothing is counted twice.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recount } from "../../functions/use-cases/recount.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { batch, caseRow, createWorld, SYNC, testHall, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe("a new case", () => {
  test("is accepted with its serial number and its due date", async () => {
    const { status, body } = await world.post(SYNC, batch([caseRow()]));
    expect(status).toBe(200);
    expect(body.results[0]).toMatchObject({
      status: "accepted",
      version: 1,
      serial: "2026-00001",
      problems: [],
      current: { dueDate: "2026-11-05", status: "processing", values: { visitor: "张三丰" } },
    });
    expect(body.receipt.byStatus).toEqual({ accepted: 1 });
  });
});

test("the summaries equal the recount", async () => {
  expect(await recount(world.deps.table, testHall("east"), cases)).toEqual([]);
});
