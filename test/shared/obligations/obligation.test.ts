// Who owes what by when: the due times that the documents' rules give, worked out by hand around the holidays.
import { describe, expect, test } from "vitest";
import {
  type HallDuty,
  obligationStatus,
  obligationsOf,
} from "../../../shared/capabilities/obligations/obligation.ts";
import { SHIPPED_RULES } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const calendar = chinaCalendar();
const hall: HallDuty = {
  id: "east",
  zone: "Asia/Shanghai",
  closesAtOn: () => "17:30",
  opensOn: plainDate("2020-01-01"),
  closesOn: null,
  suspensions: [],
  exemptions: [],
};

function owed(first: string, last: string, who: HallDuty = hall) {
  return obligationsOf(who, SHIPPED_RULES, calendar, plainDate(first), plainDate(last));
}

/** Worked out on paper from `[P]`: daily next working day 10:00; weekly closing of the last working day; … */
const DUE: readonly (readonly [obligation: string, due: string])[] = [
  ["daily-summary/2026-09-20", "2026-09-21T10:00:00+08:00"],
  ["daily-summary/2026-09-24", "2026-09-28T10:00:00+08:00"],
  ["daily-summary/2026-09-30", "2026-10-08T10:00:00+08:00"],
  ["daily-summary/2026-10-09", "2026-10-10T10:00:00+08:00"],
  ["daily-summary/2026-10-10", "2026-10-12T10:00:00+08:00"],
  ["weekly-supervision/2026-W38", "2026-09-20T17:30:00+08:00"],
  ["weekly-supervision/2026-W39", "2026-09-24T17:30:00+08:00"],
  ["weekly-supervision/2026-W40", "2026-09-30T17:30:00+08:00"],
  ["weekly-supervision/2026-W41", "2026-10-10T17:30:00+08:00"],
  ["monthly-report/2026-01", "2026-02-04T17:00:00+08:00"],
  ["monthly-report/2026-09", "2026-10-10T17:00:00+08:00"],
  ["monthly-report/2026-10", "2026-11-04T17:00:00+08:00"],
  ["quarterly-report/2026-Q3", "2026-10-13T17:00:00+08:00"],
  ["annual-report/2025", "2026-01-12T17:00:00+08:00"],
];

describe("due times", () => {
  test.each(DUE)("%s is due %s", (id, due) => {
    const found = owed("2025-12-01", "2026-12-31").find((obligation) => obligation.id === id);
    expect(found?.dueAt).toBe(due);
  });

  test.each(["daily-summary/2026-10-01", "daily-summary/2026-09-26", "weekly-supervision/2026-W08"])(
    "%s is not owed: there is no working day in it",
    (id) => {
      expect(owed("2026-01-01", "2026-12-31").some((obligation) => obligation.id === id)).toBe(false);
    },
  );

  test("a week is due when the hall closes by the hours of its own last working day", () => {
    const winter = { ...hall, closesAtOn: (day: string) => (day < "2026-11-16" ? "17:30" : "17:00") };
    const weeks = owed("2026-11-09", "2026-11-22", winter).filter(({ period }) => period.kind === "week");
    expect(weeks.map(({ dueAt }) => dueAt)).toEqual([
      "2026-11-13T17:30:00+08:00",
      "2026-11-20T17:00:00+08:00",
    ]);
  });

  test("the report of the last loaded year's last month is due on a date that is only provisional", () => {
    const found = owed("2026-12-01", "2026-12-31").find(({ id }) => id === "monthly-report/2026-12");
    expect(found).toMatchObject({ dueAt: "2027-01-05T17:00:00+08:00", provisional: true });
  });
});

describe("halls that open, pause or are exempt", () => {
  const ids = (who: HallDuty) => owed("2026-11-01", "2026-11-30", who).map(({ id }) => id);

  test("a hall owes nothing for days before it opened", () => {
    expect(ids({ ...hall, opensOn: plainDate("2026-11-27") })).toEqual([
      "weekly-supervision/2026-W48",
      "daily-summary/2026-11-27",
      "daily-summary/2026-11-30",
      "monthly-report/2026-11",
    ]);
  });

  test("a week wholly within a suspension is not owed, a week partly within it is due at its last working day", () => {
    const suspended = {
      ...hall,
      suspensions: [{ from: plainDate("2026-11-09"), to: plainDate("2026-11-18"), reason: "rebuilding" }],
    };
    expect(ids(suspended)).not.toContain("weekly-supervision/2026-W46");
    expect(ids(suspended)).toContain("weekly-supervision/2026-W47");
    expect(ids(suspended)).not.toContain("daily-summary/2026-11-18");
  });

  test("an exemption is shown as excused with its reason", () => {
    const exempt = {
      ...hall,
      exemptions: [
        {
          rule: "monthly-report",
          from: plainDate("2026-11-01"),
          to: plainDate("2026-11-30"),
          reason: "new hall",
        },
      ],
    };
    const found = owed("2026-11-01", "2026-11-30", exempt).find(({ id }) => id === "monthly-report/2026-11");
    expect(found?.excused).toBe("new hall");
  });
});

describe("how an obligation stands", () => {
  const report = owed("2026-10-01", "2026-10-31").find(({ id }) => id === "monthly-report/2026-10");
  if (!report) throw new Error("the October report is owed");
  const done = (first: string, latest = first) => ({ first: dateTime(first), latest: dateTime(latest) });
  const IN_TIME = "2026-11-03T09:00:00+08:00";
  const LATE = "2026-11-04T17:01:00+08:00";

  test.each([
    ["before the warning band", null, false, "2026-11-02T12:00:00+08:00", "pending"],
    ["one working day before it is due", null, false, "2026-11-03T12:00:00+08:00", "dueSoon"],
    ["at the very minute it is due", null, false, "2026-11-04T17:00:00+08:00", "dueSoon"],
    ["a minute later", null, false, LATE, "overdue"],
    ["when the grace has run out", null, false, "2026-11-19T09:00:00+08:00", "missed"],
    ["locked without a completion", null, true, "2026-11-05T09:00:00+08:00", "missed"],
    ["completed in time", done(IN_TIME), false, "2026-12-01T09:00:00+08:00", "met"],
    ["completed late", done(LATE), false, "2026-12-01T09:00:00+08:00", "metLate"],
    [
      "completed in time and sent again after a return",
      done(IN_TIME, LATE),
      true,
      "2026-12-01T09:00:00+08:00",
      "met",
    ],
  ] as const)("%s", (_, completion, locked, now, status) => {
    expect(obligationStatus(report, completion, locked, dateTime(now), calendar)).toBe(status);
  });

  test("excused stays excused, whatever happens", () => {
    expect(obligationStatus({ ...report, excused: "flood" }, null, true, dateTime(LATE), calendar)).toBe(
      "excused",
    );
  });
});
