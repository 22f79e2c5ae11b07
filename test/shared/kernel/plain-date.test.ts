// Dates without a time.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  datesBetween,
  dayNumber,
  daysInMonth,
  earlier,
  fromDayNumber,
  isPlainDate,
  later,
  monthOf,
  plainDate,
  weekday,
  yearOf,
} from "../../../shared/kernel/plain-date.ts";

const anyDay = fc.integer({
  min: dayNumber(plainDate("1900-01-01")),
  max: dayNumber(plainDate("2199-12-31")),
});

describe("a plain date", () => {
  test.each(["2026-11-02", "2024-02-29", "2000-02-29", "1900-01-01", "2199-12-31"])("is %s", (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  test.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-11-00",
    "1899-12-31",
    "2200-01-01",
    "2026-1-2",
    "2026/11/02",
    "2026-11-02T00:00",
    " 2026-11-02",
    "",
  ])("is not %j", (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow("not a date");
  });

  test("knows its year and month", () => {
    expect(yearOf(plainDate("2026-11-02"))).toBe(2026);
    expect(monthOf(plainDate("2026-11-02"))).toBe("2026-11");
  });

  test.each([
    ["2026-11-02", 1],
    ["2026-02-13", 5],
    ["2026-10-10", 6],
    ["2026-01-04", 7],
    ["1969-12-31", 3],
    ["1900-01-01", 1],
  ])("%s falls on weekday %i", (text, expected) => {
    expect(weekday(plainDate(text))).toBe(expected);
  });

  test.each([
    [2024, 2, 29],
    [2025, 2, 28],
    [2000, 2, 29],
    [1900, 2, 28],
    [2026, 4, 30],
    [2026, 12, 31],
  ])("month %i-%i has %i days", (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe("reckoning with dates", () => {
  test.each([
    ["2025-12-31", 1, "2026-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["1970-01-01", -1, "1969-12-31"],
    ["2026-03-28", 2, "2026-03-30"],
    ["2026-11-02", 0, "2026-11-02"],
  ])("%s plus %i days is %s", (from, days, expected) => {
    expect(addDays(plainDate(from), days)).toBe(expected);
  });

  test("counts days from 1970-01-01", () => {
    expect(dayNumber(plainDate("1970-01-01"))).toBe(0);
    expect(dayNumber(plainDate("1970-01-31"))).toBe(30);
    expect(dayNumber(plainDate("1969-12-31"))).toBe(-1);
  });

  test("refuses to leave the years 1900 to 2199", () => {
    expect(() => addDays(plainDate("2199-12-31"), 1)).toThrow("not a date");
  });

  test("lists both ends, and nothing when the last is before the first", () => {
    expect(datesBetween(plainDate("2026-02-27"), plainDate("2026-03-02"))).toEqual([
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
    expect(datesBetween(plainDate("2026-03-02"), plainDate("2026-03-02"))).toEqual(["2026-03-02"]);
    expect(datesBetween(plainDate("2026-03-02"), plainDate("2026-03-01"))).toEqual([]);
  });

  test("tells the earlier and the later of two", () => {
    const [a, b] = [plainDate("2025-12-31"), plainDate("2026-01-01")];
    expect([earlier(a, b), earlier(b, a), later(a, b), later(b, a)]).toEqual([a, a, b, b]);
  });

  test("turns every day number into a date and back", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(fromDayNumber(day))).toBe(day);
      }),
      { seed: 1 },
    );
  });

  test("orders dates as text as it orders their day numbers", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(fromDayNumber(a) < fromDayNumber(b)).toBe(a < b);
      }),
      { seed: 2 },
    );
  });

  test("moves the weekday on by one every day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        fc.pre(day < dayNumber(plainDate("2199-12-31")));
        expect(weekday(fromDayNumber(day + 1)) % 7).toBe((weekday(fromDayNumber(day)) + 1) % 7);
      }),
      { seed: 3 },
    );
  });
});
