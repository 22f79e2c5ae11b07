// Days, ISO weeks, months, quarters and years.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isInPeriod, monthsOf, parsePeriod, weekOf } from "../../../shared/kernel/period.ts";
import { addDays, dayNumber, fromDayNumber, plainDate, weekday } from "../../../shared/kernel/plain-date.ts";

describe("a period's id", () => {
  test.each([
    ["2026-11-02", "day", "2026-11-02", "2026-11-02"],
    ["2026-W45", "week", "2026-11-02", "2026-11-08"],
    ["2026-W01", "week", "2025-12-29", "2026-01-04"],
    ["2026-W53", "week", "2026-12-28", "2027-01-03"],
    ["2027-W01", "week", "2027-01-04", "2027-01-10"],
    ["2025-W52", "week", "2025-12-22", "2025-12-28"],
    ["2020-W53", "week", "2020-12-28", "2021-01-03"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["2025-02", "month", "2025-02-01", "2025-02-28"],
    ["2026-12", "month", "2026-12-01", "2026-12-31"],
    ["2026-Q1", "quarter", "2026-01-01", "2026-03-31"],
    ["2026-Q4", "quarter", "2026-10-01", "2026-12-31"],
    ["2026", "year", "2026-01-01", "2026-12-31"],
  ])("%s is a %s from %s to %s", (id, kind, first, last) => {
    expect(parsePeriod(id)).toEqual({ id, kind, first, last });
  });

  test.each([
    "2025-W53",
    "2024-W53",
    "2026-W54",
    "2026-W00",
    "2199-W53",
    "2199-W99",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-Q0",
    "2026-02-30",
    "2026-W1",
    "2026-1",
    "1899",
    "2200-01",
    "2026-W45-1",
    "",
    "november",
  ])("%j names no period", (id) => {
    expect(parsePeriod(id)).toBeUndefined();
  });
});

describe("the week of a date", () => {
  test.each([
    ["2026-11-02", "2026-W45"],
    ["2026-11-08", "2026-W45"],
    ["2025-12-28", "2025-W52"],
    ["2025-12-29", "2026-W01"],
    ["2026-01-01", "2026-W01"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
    ["2021-01-03", "2020-W53"],
    ["2023-01-01", "2022-W52"],
    ["2199-12-31", "2200-W01"],
  ])("of %s is %s", (date, week) => {
    expect(weekOf(plainDate(date))).toBe(week);
  });

  test("runs from Monday to Sunday and contains the date", () => {
    const days = fc.integer({
      min: dayNumber(plainDate("1901-01-01")),
      max: dayNumber(plainDate("2198-12-31")),
    });
    fc.assert(
      fc.property(days, (day) => {
        const date = fromDayNumber(day);
        const week = parsePeriod(weekOf(date));
        if (!week) throw new Error(`no week for ${date}`);
        expect(isInPeriod(date, week)).toBe(true);
        expect([weekday(week.first), weekday(week.last)]).toEqual([1, 7]);
        expect(weekOf(addDays(week.last, 1))).not.toBe(week.id);
      }),
      { seed: 6 },
    );
  });
});

describe("a period", () => {
  const months = (id: string) => {
    const period = parsePeriod(id);
    if (!period) throw new Error(`no period ${id}`);
    return monthsOf(period);
  };

  test("of whole months lists them", () => {
    expect(months("2026-11")).toEqual(["2026-11"]);
    expect(months("2026-Q3")).toEqual(["2026-07", "2026-08", "2026-09"]);
    expect(months("2026")).toHaveLength(12);
    expect(months("2026").at(-1)).toBe("2026-12");
  });

  test("of a day or a week lists no month", () => {
    expect(months("2026-11-02")).toEqual([]);
    expect(months("2026-W45")).toEqual([]);
  });

  test("includes its first and last day and neither neighbour", () => {
    const period = parsePeriod("2026-Q1");
    if (!period) throw new Error("no quarter");
    const inside = (date: string) => isInPeriod(plainDate(date), period);
    expect(["2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"].map(inside)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
