// Working days: the notices of 2024 to 2026, and calendars that contradict themselves.
import independent from "chinese-days/dist/chinese-days.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHINA_CALENDAR_YEARS, chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import {
  addDays,
  datesBetween,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  plainDate,
  weekday,
} from "../../../shared/kernel/plain-date.ts";
import {
  addWorkingDays,
  type CalendarYear,
  workingCalendar,
  workingDaysBetween,
} from "../../../shared/kernel/working-calendar.ts";

const china = chinaCalendar();

/** Read from its data: its functions take the time zone of the machine for that of the date. */
function worksIndependently(date: PlainDate): boolean {
  return date in independent.workdays || (weekday(date) <= 5 && !(date in independent.holidays));
}

describe("the calendar of China", () => {
  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("of %i has %i working days", (year, count) => {
    const dates = datesBetween(plainDate(`${year}-01-01`), plainDate(`${year}-12-31`));
    expect(dates.filter((date) => china.day(date).working)).toHaveLength(count);
  });

  test("agrees with an independent calendar on every date that it covers", () => {
    const dates = datesBetween(plainDate("2024-01-01"), plainDate("2026-12-31"));
    expect(dates).toHaveLength(366 + 365 + 365);
    expect(dates.filter((date) => china.day(date).working !== worksIndependently(date))).toEqual([]);
  });

  test.each([
    ["2026-02-13", "workday"],
    ["2026-02-14", "makeUp"],
    ["2026-02-15", "holiday"],
    ["2026-02-23", "holiday"],
    ["2026-02-28", "makeUp"],
    ["2026-03-01", "weekend"],
    ["2025-01-26", "makeUp"],
    ["2025-06-02", "holiday"],
    ["2024-04-28", "makeUp"],
  ])("makes %s a %s", (date, kind) => {
    const day = china.day(plainDate(date));
    expect(day.kind).toBe(kind);
    expect(day.working).toBe(kind === "workday" || kind === "makeUp");
  });

  test("leaves week 2026-W08 without a working day", () => {
    const week = parsePeriod("2026-W08");
    if (!week) throw new Error("no week");
    expect(datesBetween(week.first, week.last).filter((date) => china.day(date).working)).toEqual([]);
  });

  test("names the notice that a date rests on", () => {
    expect(china.day(plainDate("2026-02-16")).source.zh).toBe("国务院办公厅关于2026年部分节假日安排的通知");
  });

  test("is provisional after its last year, and only then", () => {
    expect(china.day(plainDate("2026-12-31")).provisional).toBe(false);
    const next = china.day(plainDate("2027-01-01"));
    expect(next).toMatchObject({ kind: "workday", working: true, provisional: true });
    expect(next.source.zh).toContain("尚无放假通知");
    expect(china.day(plainDate("2027-01-02")).working).toBe(false);
    expect(china.day(plainDate("2023-12-29")).provisional).toBe(false);
  });

  test("says which years it knows, each with its version", () => {
    expect([china.firstYear, china.lastYear, china.version]).toEqual([2024, 2026, "2024v1,2025v1,2026v1"]);
  });
});

describe("a calendar is refused when", () => {
  const year = (changes: Partial<CalendarYear>): CalendarYear => ({
    year: 2030,
    source: { zh: "通知", en: "notice" },
    version: 1,
    off: [["2030-05-01", "2030-05-03"]],
    makeUp: ["2030-05-05"],
    ...changes,
  });

  test.each<readonly [string, CalendarYear[], string]>([
    ["it has no year", [], "at least one year"],
    [
      "a year is missing between two",
      [year({}), year({ year: 2032, off: [], makeUp: [] })],
      "follow one another",
    ],
    ["a year stands twice", [year({}), year({})], "follow one another"],
    [
      "one year stands in another's place",
      [year({}), year({}), year({ year: 2032, off: [], makeUp: [] })],
      "follow one another",
    ],
    ["a date off is also worked", [year({ makeUp: ["2030-05-02"] })], "2030-05-02 stands twice"],
    [
      "a make-up day stands twice",
      [year({ makeUp: ["2030-05-05", "2030-05-05"] })],
      "2030-05-05 stands twice",
    ],
    [
      "two ranges overlap",
      [
        year({
          off: [
            ["2030-05-01", "2030-05-03"],
            ["2030-05-03", "2030-05-04"],
          ],
        }),
      ],
      "2030-05-03 stands twice",
    ],
    ["a range runs backwards", [year({ off: [["2030-05-03", "2030-05-01"]] })], "no range"],
    [
      "a range ends on a day that does not exist",
      [year({ off: [["2030-02-28", "2030-02-30"]] })],
      "no range",
    ],
    ["a date belongs to another year", [year({ makeUp: ["2031-01-04"] })], "2031-01-04 is not in 2030"],
    ["a range leaves its year", [year({ off: [["2030-12-31", "2031-01-01"]] })], "2031-01-01 is not in 2030"],
    ["a make-up day is no date", [year({ makeUp: ["2030-02-30"] })], "2030-02-30 is not in 2030"],
    ["a make-up day is an ordinary weekday", [year({ makeUp: ["2030-05-06"] })], "no day of rest"],
  ])("%s", (_, years, message) => {
    expect(() => workingCalendar(years)).toThrow(message);
  });

  test("but not for the order in which its years stand", () => {
    const turned = workingCalendar([...CHINA_CALENDAR_YEARS].reverse());
    expect(turned.version).toBe(china.version);
    expect(turned.day(plainDate("2024-02-04")).kind).toBe("makeUp");
  });
});

describe("counting working days", () => {
  test.each([
    ["2026-02-13", 1, "2026-02-14"],
    ["2026-02-14", 1, "2026-02-24"],
    ["2026-05-02", 0, "2026-05-06"],
    ["2026-05-06", 0, "2026-05-06"],
    ["2026-10-10", 0, "2026-10-10"],
    ["2025-12-31", 1, "2026-01-04"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("%s plus %i is %s", (from, count, expected) => {
    expect(addWorkingDays(china, plainDate(from), count)).toBe(expected);
  });

  test.each([
    ["2026-02-13", "2026-02-27", 5],
    ["2026-03-02", "2026-03-02", 0],
    ["2026-03-03", "2026-03-02", 0],
    ["2026-05-01", "2026-05-05", 0],
  ])("after %s through %s there are %3$i", (from, to, count) => {
    expect(workingDaysBetween(china, plainDate(from), plainDate(to))).toBe(count);
  });

  const days = fc
    .integer({ min: dayNumber(plainDate("2024-01-01")), max: dayNumber(plainDate("2027-12-31")) })
    .map(fromDayNumber);
  const counts = fc.integer({ min: 0, max: 60 });

  test("never lands on a day off", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        expect(china.day(addWorkingDays(china, from, count)).working).toBe(true);
      }),
      { seed: 7 },
    );
  });

  test("lands later for one working day more", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const [less, more] = [addWorkingDays(china, from, count), addWorkingDays(china, from, count + 1)];
        // From a day off, 0 and 1 both give the next working day; otherwise one more is always later.
        if (count === 0 && !china.day(from).working) expect(more).toBe(less);
        else expect(more > less).toBe(true);
      }),
      { seed: 8 },
    );
  });

  test("never lands earlier for a later start", () => {
    fc.assert(
      fc.property(days, counts, fc.integer({ min: 0, max: 30 }), (from, count, delay) => {
        const delayed = addWorkingDays(china, addDays(from, delay), count);
        expect(delayed >= addWorkingDays(china, from, count)).toBe(true);
      }),
      { seed: 9 },
    );
  });

  test("passes exactly as many working days as were added", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        expect(workingDaysBetween(china, from, addWorkingDays(china, from, count))).toBe(count);
      }),
      { seed: 10 },
    );
  });
});
