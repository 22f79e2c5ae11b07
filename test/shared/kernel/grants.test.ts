// Grants with dates: who holds a role on which day, and who never does.
import { describe, expect, test } from "vitest";
import { centreRoles, type Grant, type Principal, rolesAt } from "../../../shared/kernel/permissions.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const person = (grant: Partial<Grant>): Principal => ({
  id: "p-1",
  name: "测试",
  email: "p@example.test",
  grants: [{ role: "hallHead", centre: "c", hall: "h", ...grant }],
});

const FROM_TO = { from: "2026-11-02", to: "2026-11-06" };

describe("a role at a hall", () => {
  test.each<[string, Partial<Grant>, string | undefined, boolean]>([
    ["without dates counts every day", {}, "2026-11-01", true],
    ["without dates counts where no day is known", {}, undefined, true],
    ["counts on its first day", FROM_TO, "2026-11-02", true],
    ["counts on its last day", FROM_TO, "2026-11-06", true],
    ["does not count the day before", FROM_TO, "2026-11-01", false],
    ["does not count the day after", FROM_TO, "2026-11-07", false],
    ["with dates does not count where no day is known", FROM_TO, undefined, false],
    ["may be open towards the end", { from: "2026-11-02" }, "2030-01-01", true],
    ["of a deputy counts within its dates", { ...FROM_TO, deputyFor: "p-2" }, "2026-11-04", true],
    [
      "of a deputy without an end never counts",
      { from: "2026-11-02", deputyFor: "p-2" },
      "2026-11-04",
      false,
    ],
    ["of a deputy without dates never counts", { deputyFor: "p-2" }, "2026-11-04", false],
    ["of one's own deputy never counts", { ...FROM_TO, deputyFor: "p-1" }, "2026-11-04", false],
    ["in another hall does not count here", { hall: "other" }, "2026-11-04", false],
    ["in another centre does not count here", { centre: "other" }, "2026-11-04", false],
  ])("%s", (_, grant, today, expected) => {
    const place = { id: "h", centre: "c", ...(today ? { today: plainDate(today) } : {}) };
    expect(rolesAt(person(grant), place).includes("hallHead")).toBe(expected);
  });
});

test("a centre's role counts by the same dates", () => {
  const deputy = person({ role: "director", hall: undefined, ...FROM_TO, deputyFor: "p-2" });
  expect(centreRoles(deputy, "c", plainDate("2026-11-04"))).toEqual(["director"]);
  expect(centreRoles(deputy, "c", plainDate("2026-11-09"))).toEqual([]);
  expect(centreRoles(deputy, "c")).toEqual([]);
});
