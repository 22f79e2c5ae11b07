// Rules as data: the one in force on a period's first day holds; a centre replaces, adds and ends them with dates.
import { describe, expect, test } from "vitest";
import { type HallDuty, obligationsOf } from "../../../shared/capabilities/obligations/obligation.ts";
import { rulesOf, SHIPPED_RULES } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const hall: HallDuty = {
  id: "east",
  zone: "Asia/Shanghai",
  closesAtOn: () => "17:30",
  opensOn: plainDate("2020-01-01"),
  closesOn: null,
  suspensions: [],
  exemptions: [],
};

const monthly = SHIPPED_RULES.find(({ id }) => id === "monthly-report");
const daily = SHIPPED_RULES.find(({ id }) => id === "daily-summary");

function owed(
  own: readonly unknown[],
  first: string,
  last: string,
  programmes: Parameters<typeof rulesOf>[1] = [],
) {
  const rules = rulesOf(own, programmes);
  return obligationsOf(hall, rules, chinaCalendar(), plainDate(first), plainDate(last));
}

const due = (own: readonly unknown[], id: string) =>
  owed(own, "2026-01-01", "2026-12-31").find((one) => one.id === id)?.dueAt;

describe("a centre's own rule", () => {
  const earlier = {
    ...monthly,
    due: { kind: "workingDaysAfterPeriod", count: 1, at: "12:00" },
    from: "2026-09-01",
  };

  test("holds for periods that begin on or after its first day; before, the old one does", () => {
    expect(due([earlier], "monthly-report/2026-08")).toBe("2026-09-03T17:00:00+08:00");
    expect(due([earlier], "monthly-report/2026-09")).toBe("2026-10-08T12:00:00+08:00");
    expect(due([{ ...earlier, from: "2026-09-02" }], "monthly-report/2026-09")).toBe(
      "2026-10-10T17:00:00+08:00",
    );
  });

  test("never makes a period owed twice", () => {
    const ids = owed([earlier, { ...earlier, from: "2026-11-01" }], "2026-01-01", "2026-12-31").map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("ends a duty by its last day", () => {
    const ended = { ...daily, from: "2026-09-01", to: "2026-09-10" };
    const days = owed([ended], "2026-09-09", "2026-09-14").filter(({ rule }) => rule.id === "daily-summary");
    expect(days.map(({ period }) => period.id)).toEqual(["2026-09-09", "2026-09-10"]);
  });

  test("adds a report for another recipient beside the shipped ones", () => {
    const own = {
      ...monthly,
      id: "monthly-report-finance",
      recipient: { zh: "财务室", en: "Finance" },
      locks: false,
    };
    expect(due([own], "monthly-report-finance/2026-10")).toBe("2026-11-04T17:00:00+08:00");
    expect(due([own], "monthly-report/2026-10")).toBe("2026-11-04T17:00:00+08:00");
  });

  test.each([
    ["an id that is none", { id: "Monthly Report" }],
    ["a time that is none", { due: { kind: "workingDaysAfterPeriod", count: 3, at: "25:00" } }],
    ["a date that is none", { from: "2026-02-30" }],
    ["a role that is none", { mustAct: "king" }],
  ])("is refused with %s", (_, change) => {
    expect(() => rulesOf([{ ...monthly, ...change }], [])).toThrow();
  });
});

describe("a programme", () => {
  const programme = {
    id: "std",
    name: { zh: "规范化建设", en: "Standardisation" },
    year: 2026,
    submissionsDueOn: "2026-07-15",
  };

  test("asks for two papers by its date, in its year only (D1 四(一): 15 July)", () => {
    const july = owed([], "2026-07-01", "2026-07-31", [programme]).filter(
      ({ period }) => period.kind === "year",
    );
    expect(july.map(({ id, dueAt }) => [id, dueAt])).toEqual([
      ["funding-plan/2026", "2026-07-15T17:00:00+08:00"],
      ["implementation-scheme/2026", "2026-07-15T17:00:00+08:00"],
    ]);
    expect(
      owed([], "2025-07-01", "2025-07-31", [programme]).some(({ period }) => period.kind === "year"),
    ).toBe(false);
  });
});

test("nothing is owed for years before the calendar's first, which nobody could judge", () => {
  expect(owed([], "2023-11-01", "2023-12-31")).toEqual([]);
});
