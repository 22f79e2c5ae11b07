// Instants as a hall writes them down, in halls with and without summer time.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareDateTimes,
  dateOf,
  dateTime,
  dateTimeAt,
  dateTimeFromWall,
  instantOf,
  isDateTime,
  isTimeZone,
  minuteOfDay,
  parseInstant,
  showDateTime,
} from "../../../shared/kernel/date-time.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const SHANGHAI = "Asia/Shanghai";
const AMSTERDAM = "Europe/Amsterdam";

describe("an instant in a hall's zone", () => {
  test.each([
    ["Shanghai", "2026-11-02T01:05:59.999Z", SHANGHAI, "2026-11-02T09:05:00+08:00"],
    [
      "Shanghai after midnight, the day before in UTC",
      "2026-11-01T16:30:00Z",
      SHANGHAI,
      "2026-11-02T00:30:00+08:00",
    ],
    ["Shanghai at midnight", "2026-12-31T16:00:00Z", SHANGHAI, "2027-01-01T00:00:00+08:00"],
    ["Shanghai in its summer time of 1986", "1986-07-01T00:00:00Z", SHANGHAI, "1986-07-01T09:00:00+09:00"],
    ["Amsterdam in winter", "2026-01-15T08:00:00Z", AMSTERDAM, "2026-01-15T09:00:00+01:00"],
    ["Amsterdam in summer", "2026-07-15T08:00:00Z", AMSTERDAM, "2026-07-15T10:00:00+02:00"],
    [
      "Amsterdam, the minute before spring forward",
      "2026-03-29T00:59:00Z",
      AMSTERDAM,
      "2026-03-29T01:59:00+01:00",
    ],
    ["Amsterdam, the minute after", "2026-03-29T01:00:00Z", AMSTERDAM, "2026-03-29T03:00:00+02:00"],
    [
      "Amsterdam, the doubled hour for the first time",
      "2026-10-25T00:30:00Z",
      AMSTERDAM,
      "2026-10-25T02:30:00+02:00",
    ],
    [
      "Amsterdam, the doubled hour for the second time",
      "2026-10-25T01:30:00Z",
      AMSTERDAM,
      "2026-10-25T02:30:00+01:00",
    ],
    [
      "New York before midnight, the day after in UTC",
      "2026-02-28T04:50:00Z",
      "America/New_York",
      "2026-02-27T23:50:00-05:00",
    ],
    [
      "Kathmandu, three quarters of an hour",
      "2026-01-01T00:00:00Z",
      "Asia/Kathmandu",
      "2026-01-01T05:45:00+05:45",
    ],
    [
      "St John's, half an hour behind",
      "2026-01-01T00:00:00Z",
      "America/St_Johns",
      "2025-12-31T20:30:00-03:30",
    ],
    ["UTC", "2026-01-01T00:00:00Z", "UTC", "2026-01-01T00:00:00+00:00"],
    ["a time before 1970", "1969-12-31T23:59:30Z", "UTC", "1969-12-31T23:59:00+00:00"],
  ])("is written for %s", (_, instant, zone, expected) => {
    expect(dateTimeAt(Date.parse(instant), zone)).toBe(expected);
  });
});

describe("a wall time", () => {
  test.each([
    ["in Shanghai", "2026-11-02", 9, 5, SHANGHAI, "2026-11-02T09:05:00+08:00"],
    ["at the first minute of a day", "2026-11-02", 0, 0, SHANGHAI, "2026-11-02T00:00:00+08:00"],
    ["at the last minute of a year", "2026-12-31", 23, 59, SHANGHAI, "2026-12-31T23:59:00+08:00"],
    ["in Amsterdam before spring forward", "2026-03-29", 1, 59, AMSTERDAM, "2026-03-29T01:59:00+01:00"],
    ["skipped in Amsterdam: an hour later", "2026-03-29", 2, 30, AMSTERDAM, "2026-03-29T03:30:00+02:00"],
    ["at the first skipped minute", "2026-03-29", 2, 0, AMSTERDAM, "2026-03-29T03:00:00+02:00"],
    ["in Amsterdam after spring forward", "2026-03-29", 3, 0, AMSTERDAM, "2026-03-29T03:00:00+02:00"],
    ["just before the doubled hour", "2026-10-25", 1, 59, AMSTERDAM, "2026-10-25T01:59:00+02:00"],
    ["doubled in Amsterdam: the first", "2026-10-25", 2, 30, AMSTERDAM, "2026-10-25T02:30:00+02:00"],
    ["after the doubled hour", "2026-10-25", 3, 0, AMSTERDAM, "2026-10-25T03:00:00+01:00"],
    ["skipped in Shanghai in 1986", "1986-05-04", 2, 30, SHANGHAI, "1986-05-04T03:30:00+09:00"],
    ["far west of Greenwich", "2026-06-01", 23, 30, "Pacific/Pago_Pago", "2026-06-01T23:30:00-11:00"],
    ["far east of Greenwich", "2026-06-01", 0, 30, "Pacific/Kiritimati", "2026-06-01T00:30:00+14:00"],
  ])("%s becomes the date-time that its clock showed", (_, date, hour, minute, zone, expected) => {
    expect(dateTimeFromWall(plainDate(date), hour, minute, zone)).toBe(expected);
  });
});

describe("reading an instant", () => {
  test.each([
    [
      "an event log's time, with a space and microseconds",
      "2011-10-11 13:42:22.688000+02:00",
      "2011-10-11T11:42:22Z",
    ],
    ["RFC 3339", "2026-11-02T09:05:00+08:00", "2026-11-02T01:05:00Z"],
    ["UTC", "2026-11-02T09:05:00Z", "2026-11-02T09:05:00Z"],
    ["no seconds", "2026-11-02T09:05+08:00", "2026-11-02T01:05:00Z"],
    ["an offset without a colon", "2026-11-02T09:05:00-0330", "2026-11-02T12:35:00Z"],
  ])("accepts %s", (_, text, expected) => {
    expect(parseInstant(text)).toBe(Date.parse(expected));
  });

  test.each([
    ["no offset: it might be anywhere", "2026-11-02T09:05:00"],
    ["a day that does not exist", "2026-02-30T09:05:00+08:00"],
    ["hour 24", "2026-11-02T24:00:00+08:00"],
    ["minute 60", "2026-11-02T09:60:00+08:00"],
    ["second 60", "2026-11-02T09:05:60+08:00"],
    ["an offset that no place has", "2026-11-02T09:05:00+15:00"],
    ["sixty minutes of offset", "2026-11-02T09:05:00+08:60"],
    ["a date alone", "2026-11-02"],
    ["words", "yesterday"],
  ])("refuses %s", (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test("takes the local date of the place where it was written, not that of the reader", () => {
    const written = dateTimeAt(parseInstant("2011-10-11 23:42:22.688000+02:00") ?? 0, AMSTERDAM);
    expect(dateOf(written)).toBe("2011-10-11");
    expect(dateOf(dateTimeAt(instantOf(written), SHANGHAI))).toBe("2011-10-12");
  });
});

describe("a date-time", () => {
  const morning = dateTime("2026-11-02T09:05:00+08:00");

  test("gives its local date and minute of the day", () => {
    expect(dateOf(morning)).toBe("2026-11-02");
    expect(minuteOfDay(morning)).toBe(545);
    expect(minuteOfDay(dateTime("2026-11-02T00:00:00+08:00"))).toBe(0);
  });

  test("shows as cells and pages show it", () => {
    expect(showDateTime(morning)).toBe("2026-11-02 09:05");
  });

  test.each([
    "2026-11-02T09:05:30+08:00",
    "2026-11-02T09:05:00Z",
    "2026-11-02 09:05:00+08:00",
    "2026-11-02T09:05:00",
    "2026-02-30T09:05:00+08:00",
  ])("is not %s", (text) => {
    expect(isDateTime(text)).toBe(false);
    expect(() => dateTime(text)).toThrow("not a date-time");
  });

  test("is ordered by instant, not by what the clock shows", () => {
    const first = dateTime("2026-10-25T02:30:00+02:00");
    const second = dateTime("2026-10-25T02:15:00+01:00");
    expect(compareDateTimes(first, second)).toBeLessThan(0);
    expect(compareDateTimes(second, first)).toBeGreaterThan(0);
    expect(compareDateTimes(dateTime("2026-11-02T02:05:00+01:00"), morning)).toBe(0);
  });
});

describe("clocks that are put forward or back", () => {
  // By an hour, by half an hour, by a whole day, for good, and by a politician's decree.
  test.each([
    ["Europe/Amsterdam", "2026-03-29T01:00:00Z"],
    ["Europe/Amsterdam", "2026-10-25T01:00:00Z"],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z"],
    ["Asia/Pyongyang", "2015-08-14T15:00:00Z"],
    ["Asia/Shanghai", "1991-09-14T15:00:00Z"],
    ["America/Caracas", "2016-05-01T07:00:00Z"],
  ])("are read in %s around %s as the platform reads them", (zone, changed) => {
    const shown = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    for (let minute = -180; minute <= 180; minute++) {
      const instant = Date.parse(changed) + minute * 60_000;
      expect(showDateTime(dateTimeAt(instant, zone))).toBe(shown.format(instant));
    }
  });
});

describe("a time zone", () => {
  test.each([SHANGHAI, AMSTERDAM, "UTC"])("is %s", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  test.each(["Asia/Beijing Road", "", "Mars/Olympus"])("is not %j", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

describe("round trips", () => {
  const zones = fc.constantFrom(
    SHANGHAI,
    AMSTERDAM,
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "UTC",
  );
  const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2199, 0, 1) });

  test("an instant comes back from its date-time, less its seconds", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const written = dateTimeAt(instant, zone);
        expect(isDateTime(written)).toBe(true);
        expect(instantOf(written)).toBe(Math.floor(instant / 60_000) * 60_000);
      }),
      { seed: 4 },
    );
  });

  test("a wall time comes back from its date-time unless the clocks skipped it", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const written = dateTimeAt(instant, zone);
        const minute = minuteOfDay(written);
        const again = dateTimeFromWall(dateOf(written), Math.floor(minute / 60), minute % 60, zone);
        expect(showDateTime(again)).toBe(showDateTime(written));
        // Only in the doubled hour may it be another instant, and then the first is meant.
        expect(instantOf(again)).toBeLessThanOrEqual(instantOf(written));
        expect(instantOf(written) - instantOf(again)).toBeLessThanOrEqual(3_600_000);
      }),
      { seed: 5 },
    );
  });

  test("every minute of the nights on which Amsterdam changes its clocks is one that its clocks showed", () => {
    for (const day of ["2026-03-29", "2026-10-25"]) {
      for (let minute = 0; minute < 300; minute++) {
        const written = dateTimeFromWall(plainDate(day), Math.floor(minute / 60), minute % 60, AMSTERDAM);
        expect(dateTimeAt(instantOf(written), AMSTERDAM)).toBe(written);
      }
    }
  });
});
