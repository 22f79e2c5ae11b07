// A step with bad values is refused with the field named, and the row stays as it was.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, type World } from "../../support/world.ts";
import { accepted, sendOne, step } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe("a step", () => {
  const endless = { kind: "hearing", startsOn: "2026-11-03", toldAt: "2026-11-03 10:00" };
  test.each<[string, string, Record<string, unknown>, string, string]>([
    ["without its time", "complete", { outcome: "done" }, "required", "completedAt"],
    ["with a field of the ledger", "complete", { visitor: "x" }, "unknown_field", "visitor"],
    [
      "with a formula",
      "extend",
      { at: "2026-11-03 10:00", askedAt: "2026-11-03 09:00", workingDays: 3, reason: "=1" },
      "formula",
      "reason",
    ],
    [
      "with too many days",
      "extend",
      { at: "2026-11-03 10:00", askedAt: "2026-11-03 09:00", workingDays: 61, reason: "x" },
      "out_of_range",
      "workingDays",
    ],
    [
      "with NaN days",
      "extend",
      { at: "2026-11-03 10:00", askedAt: "2026-11-03 09:00", workingDays: "NaN", reason: "x" },
      "out_of_range",
      "workingDays",
    ],
    [
      "with an empty list",
      "giveCorrectionNotice",
      { at: "2026-11-03 10:00", items: [] },
      "required",
      "items",
    ],
    [
      "with a list of numbers",
      "giveCorrectionNotice",
      { at: "2026-11-03 10:00", items: [1, 2] },
      "wrong_type",
      "items",
    ],
    [
      "with an object for a list",
      "giveCorrectionNotice",
      { at: "2026-11-03 10:00", items: { a: 1 } },
      "wrong_type",
      "items",
    ],
    [
      "with a formula in a list",
      "giveCorrectionNotice",
      { at: "2026-11-03 10:00", items: ["=1"] },
      "formula",
      "items",
    ],
    [
      "at a time to come",
      "giveCorrectionNotice",
      { at: "2030-01-01 10:00", items: ["照片"] },
      "in_the_future",
      "at",
    ],
    [
      "that ends in a far future",
      "beginSpecialProcedure",
      { ...endless, endsOn: "2199-12-31" },
      "too_far_ahead",
      "endsOn",
    ],
    [
      "that begins in a far future",
      "beginSpecialProcedure",
      { ...endless, startsOn: "2199-12-31" },
      "too_far_ahead",
      "startsOn",
    ],
    [
      "that ends before it begins",
      "beginSpecialProcedure",
      { ...endless, endsOn: "2026-11-02" },
      "ends_before_it_begins",
      "endsOn",
    ],
    [
      "that is not open in this status",
      "feedBack",
      { feedbackAt: "2026-11-03 10:00", feedbackChannel: "phone" },
      "not_allowed_in_status",
      "",
    ],
  ])("%s", async (_, action, given, code, field) => {
    const id = await accepted(world);
    const result = await sendOne(world, step(id, 1, action, given), "head");
    expect(result.status).toBe("refused");
    expect(result.problems.map((problem) => [problem.code, problem.field ?? ""])).toContainEqual([
      code,
      field,
    ]);
  });
});
