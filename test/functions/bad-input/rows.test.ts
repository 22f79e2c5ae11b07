// Every bad row of a sync gets a problem of its own, naming field and remedy; the others go through.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SyncResult } from "../../../functions/use-cases/sync-rows.ts";
import { caseRow, createWorld, type World } from "../../support/world.ts";
import { send } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Sends bad rows in one call, each followed by a good one; the results of the bad ones by name. */
function sentTogether(cases: readonly (readonly [string, unknown, ...unknown[]])[]): Map<string, SyncResult> {
  const results = new Map<string, SyncResult>();
  beforeAll(async () => {
    const all = await send(
      world,
      cases.flatMap(([, row]) => [row, caseRow()]),
    );
    cases.forEach(([name], at) => {
      const [bad, good] = all.slice(at * 2);
      if (!bad) throw new Error(`no result for ${name}`);
      expect([name, good?.status]).toEqual([name, "accepted"]);
      expectRefused(bad);
      results.set(name, bad);
    });
  });
  return results;
}

function expectRefused(result: SyncResult): void {
  expect(result.status).toBe("refused");
  expect(result.problems.length).toBeGreaterThan(0);
  for (const { code, status, message } of result.problems) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(message.zh).toMatch(/\p{Script=Han}.*[;；。:：]/su);
    expect(message.en).toMatch(/[a-z]/);
    expect(message.zh.length + message.en.length).toBeLessThan(700);
  }
}

const values = (given: Record<string, unknown>) => caseRow(given);
const raw = (json: string) => ({ ...caseRow(), values: JSON.parse(json) });

describe("values", () => {
  const CASES: [name: string, row: unknown, code: string, field: string][] = [
    [
      "a date that does not exist",
      values({ receivedAt: "2026-02-30 09:00" }),
      "invalid_date_time",
      "receivedAt",
    ],
    [
      "the same with an offset",
      values({ receivedAt: "2026-02-30T09:00:00+08:00" }),
      "invalid_date_time",
      "receivedAt",
    ],
    [
      "a time that does not exist",
      values({ receivedAt: "2026-11-02 25:61" }),
      "invalid_date_time",
      "receivedAt",
    ],
    ["a date without a time", values({ receivedAt: "2026-11-02" }), "invalid_date_time", "receivedAt"],
    ["a number for a time", values({ receivedAt: 46000.5 }), "invalid_date_time", "receivedAt"],
    [
      "a time before all time",
      values({ receivedAt: "1900-01-01T00:00:00+14:00" }),
      "invalid_date_time",
      "receivedAt",
    ],
    [
      "a time after all time",
      values({ receivedAt: "2199-12-31T23:59:00-12:00" }),
      "invalid_date_time",
      "receivedAt",
    ],
    [
      "a given due date that does not exist",
      values({ givenDueDate: "2026-11-31" }),
      "invalid_date",
      "givenDueDate",
    ],
    ["a number for a date", values({ givenDueDate: 20261102 }), "invalid_date", "givenDueDate"],
    ["an object for a date", values({ givenDueDate: { y: 2026 } }), "invalid_date", "givenDueDate"],
    ["a list for a text", values({ window: ["1"] }), "wrong_type", "window"],
    ["true for a text", values({ acceptedBy: true }), "wrong_type", "acceptedBy"],
    ["an object for a text", values({ visitor: { name: "张" } }), "wrong_type", "visitor"],
    ["an unknown choice", values({ channel: "pigeon" }), "unknown_choice", "channel"],
    ["a number for a choice", values({ channel: 4 }), "unknown_choice", "channel"],
    [
      "a choice named like a part of every object",
      values({ channel: "constructor" }),
      "unknown_choice",
      "channel",
    ],
    ["a list for a reference", values({ matter: ["senior-card"] }), "wrong_type", "matter"],
    ["a reference too long", values({ matter: "x".repeat(90) }), "wrong_type", "matter"],
    ["text for money", values({ feeInFen: "a lot" }), "out_of_range", "feeInFen"],
    ["NaN in words for money", values({ feeInFen: "NaN" }), "out_of_range", "feeInFen"],
    ["half a fen", values({ feeInFen: 0.5 }), "out_of_range", "feeInFen"],
    ["less than nothing", values({ feeInFen: -1 }), "out_of_range", "feeInFen"],
    ["a huge number", values({ feeInFen: 1e300 }), "out_of_range", "feeInFen"],
    ["letters in a phone tail", values({ phoneTail: "12a4" }), "invalid_format", "phoneTail"],
    ["a whole phone number", values({ phoneTail: "13800001234" }), "invalid_format", "phoneTail"],
    ["a list for a phone tail", values({ phoneTail: ["1234"] }), "wrong_type", "phoneTail"],
    ["text for steps", values({ steps: "received" }), "wrong_type", "steps"],
    ["steps of the wrong shape", values({ steps: [{ when: 1 }] }), "wrong_type", "steps"],
    [
      "a step at a time that does not exist",
      values({ steps: [{ at: "2026-02-30T09:00:00Z", name: "x" }] }),
      "invalid_date_time",
      "steps",
    ],
    ["a text too long", values({ window: "窗".repeat(61) }), "too_long", "window"],
    ["a formula", values({ visitor: '=IMPORTXML("http://example.test")' }), "formula", "visitor"],
    ["a formula with a wide equals sign", values({ content: "＝1+1" }), "formula", "content"],
    ["a null character", values({ content: "a\u0000b" }), "control_character", "content"],
    ["an escape character", values({ acceptedBy: "a\u001b[2J" }), "control_character", "acceptedBy"],
    ["a turned writing direction", values({ acceptedBy: "a\u202eb" }), "control_character", "acceptedBy"],
    ["a line break in one line", values({ window: "1\n2" }), "control_character", "window"],
    ["half of a rare character", raw('{"visitor":"\\ud842"}'), "control_character", "visitor"],
    ["a required field left empty", values({ acceptedBy: "  " }), "required", "acceptedBy"],
    ["a required field that is null", values({ visitor: null }), "required", "visitor"],
    ["an unknown field", values({ shoeSize: 43 }), "unknown_field", "shoeSize"],
    ["a field named constructor", values({ constructor: "x" }), "unknown_field", "constructor"],
    ["a field named toString", values({ toString: "x" }), "unknown_field", "toString"],
    ["a field named __proto__", raw('{"__proto__":{"polluted":true}}'), "unknown_field", "__proto__"],
  ];
  const results = sentTogether(CASES);

  test.each(CASES)("%s", (name, _, code, field) => {
    expect(results.get(name)?.problems).toContainEqual(expect.objectContaining({ code, field }));
  });

  test("nothing of it stays anywhere", () => {
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("rules of the case ledger", () => {
  const done = { completedAt: "2026-11-02T08:00:00+08:00", outcome: "done" };
  const CASES: [name: string, row: unknown, code: string, field: string][] = [
    ["completed before accepted", values(done), "completed_before_accepted", "completedAt"],
    ["a matter that was retired", values({ matter: "retired" }), "matter_retired", "matter"],
    ["a matter without a limit", values({ matter: "no-limit" }), "matter_without_limit", "matter"],
    ["a matter that is not in the catalogue", values({ matter: "flying" }), "unknown_matter", "matter"],
    [
      "a matter named like a part of every object",
      values({ matter: "__proto__" }),
      "unknown_matter",
      "matter",
    ],
    [
      "before the calendar without a given due date",
      values({ receivedAt: "2019-03-01 10:00" }),
      "before_calendar",
      "givenDueDate",
    ],
    ["received in a far future", values({ receivedAt: "2199-12-30 10:00" }), "in_the_future", "receivedAt"],
    [
      "completed in a far future",
      values({ receivedAt: "2199-12-30 10:00", completedAt: "2199-12-30 11:00", outcome: "done" }),
      "in_the_future",
      "receivedAt",
    ],
    ["due in a far future", values({ givenDueDate: "2199-12-31" }), "too_far_ahead", "givenDueDate"],
  ];
  const results = sentTogether(CASES);

  test.each(CASES)("%s", (name, _, code, field) => {
    expect(results.get(name)?.problems).toContainEqual(expect.objectContaining({ code, field }));
  });
});

describe("the shape of a row", () => {
  const CASES: [name: string, row: unknown, field: string][] = [
    ["null", null, ""],
    ["a number", 7, ""],
    ["a list", [1, 2], ""],
    ["a text", "row", ""],
    ["an empty object", {}, "id"],
    ["an unknown member", { ...caseRow(), colour: "red" }, "colour"],
    [
      "a member named __proto__",
      JSON.parse(`{"__proto__":1,${JSON.stringify(caseRow()).slice(1)}`),
      "__proto__",
    ],
    ["an id that is no UUID", { ...caseRow(), id: "1" }, "id"],
    ["an id that is null", { ...caseRow(), id: null }, "id"],
    ["a base version in words", { ...caseRow(), baseVersion: "1" }, "baseVersion"],
    ["a base version below 0", { ...caseRow(), baseVersion: -1 }, "baseVersion"],
    ["half a base version", { ...caseRow(), baseVersion: 0.5 }, "baseVersion"],
    ["a huge base version", { ...caseRow(), baseVersion: 1e300 }, "baseVersion"],
    ["no action", { ...caseRow(), action: "" }, "action"],
    ["a list of values", { ...caseRow(), values: [] }, "values"],
    ["values that are null", { ...caseRow(), values: null }, "values"],
  ];
  const results = sentTogether(CASES);

  test.each(CASES)("%s", (name, _, field) => {
    const result = results.get(name);
    expect(result?.problems).toHaveLength(1);
    expect(result?.problems[0]).toMatchObject({ code: "wrong_shape", status: 400 });
    expect(result?.problems[0]?.field ?? "").toBe(field);
    expect(result?.current).toBeNull();
  });

  const actions = ["fly", "constructor", "__proto__", "read", "erase", "unmask", "recount", "x".repeat(60)];
  const unknown = sentTogether(actions.map((action) => [action, caseRow({}, { action })]));

  test.each(actions)("an action that the ledger does not have: %s", (action) => {
    expect(unknown.get(action)?.problems).toMatchObject([{ code: "unknown_action", status: 422 }]);
  });

  test("thousands of unknown fields are answered shortly", async () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`f${at}`, 1]));
    const [result, other] = await send(world, [{ ...caseRow(), values: many }, caseRow()]);
    expect([result?.status, other?.status]).toEqual(["refused", "accepted"]);
    expect(JSON.stringify(result).length).toBeLessThan(10_000);
  });
});
