// How a case is judged, and what ends its clock or keeps it from having one.
import { describe, expect, test } from "vitest";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { type ClockEvent, deadline, isOverdue } from "../../../shared/kernel/deadline.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import {
  CHINA,
  complete,
  completed,
  extension,
  forwarded,
  notice,
  policy,
  procedure,
  received,
  runs,
  upstreamResult,
} from "./clock-cases.ts";

const MONDAY = received("2026-03-02");

const clockOf = (...events: readonly ClockEvent[]) => deadline(events, policy(5), CHINA);

describe("judging by the hall's local date", () => {
  test("finds what ends in the last minute of the due date in time", () => {
    expect(clockOf(MONDAY, completed("2026-03-09 23:59"))).toMatchObject({
      state: "ended",
      endedOn: "2026-03-09",
      onTime: true,
      onTimeOriginal: true,
    });
  });

  test("finds what ends a minute later late, though it is still the due date in UTC", () => {
    expect(clockOf(MONDAY, completed("2026-03-10 00:00"))).toMatchObject({
      endedOn: "2026-03-10",
      onTime: false,
      onTimeOriginal: false,
    });
  });

  test("finds what ends on the due date in a hall west of Greenwich in time, though UTC is a day on", () => {
    const events: ClockEvent[] = [
      { type: "received", at: dateTime("2026-03-02T10:00:00-05:00") },
      { type: "completed", at: dateTime("2026-03-09T23:50:00-05:00") },
    ];
    expect(deadline(events, policy(5), CHINA)).toMatchObject({ endedOn: "2026-03-09", onTime: true });
  });

  test("does not judge while the case runs", () => {
    expect(clockOf(MONDAY)).toMatchObject({
      state: "running",
      endedOn: null,
      onTime: null,
      onTimeOriginal: null,
    });
  });

  test("judges an extended case against both due dates", () => {
    expect(clockOf(MONDAY, extension("2026-03-06", 5), completed("2026-03-12"))).toMatchObject({
      originalDueDate: "2026-03-09",
      dueDate: "2026-03-16",
      onTime: true,
      onTimeOriginal: false,
    });
  });
});

describe("a running case", () => {
  test("is overdue from the day after its due date until the hall's part ends", () => {
    const running = clockOf(MONDAY);
    expect(isOverdue(running, plainDate("2026-03-09"))).toBe(false);
    expect(isOverdue(running, plainDate("2026-03-10"))).toBe(true);
    expect(isOverdue(clockOf(MONDAY, completed("2026-03-12")), plainDate("2026-03-13"))).toBe(false);
  });

  test("is never overdue while its due date cannot be known", () => {
    const waiting = clockOf(MONDAY, notice("2026-03-03"));
    expect(isOverdue(waiting, plainDate("2026-12-31"))).toBe(false);
  });

  test("is provisional when its due date lies past the last loaded year, and says so on those days", () => {
    const clock = deadline([received("2026-12-30")], policy(2), CHINA);
    expect(clock).toMatchObject({ dueDate: "2027-01-01", provisional: true });
    expect(clock.trace.map(({ provisional }) => provisional)).toEqual([false, false, true]);
    expect(clock.trace.at(-1)?.source?.zh).toContain("尚无放假通知");
  });

  test("whose log is out of order has the due date of the same log in order", () => {
    const inOrder = clockOf(
      MONDAY,
      notice("2026-03-03"),
      complete("2026-03-05"),
      extension("2026-03-06", 2),
      completed("2026-03-16"),
    );
    const madeUpLater = clockOf(
      completed("2026-03-16"),
      extension("2026-03-06", 2),
      complete("2026-03-05"),
      notice("2026-03-03"),
      MONDAY,
    );
    expect(inOrder.dueDate).toBe("2026-03-16");
    expect(madeUpLater).toEqual(inOrder);
  });
});

describe("a case that cannot be assessed", () => {
  test("has no limit", () => {
    expect(deadline([MONDAY], policy(null), CHINA)).toMatchObject({
      state: "notAssessable",
      dueDate: null,
      trace: [],
    });
  });

  test("is never counted as in time when it has ended", () => {
    expect(deadline([MONDAY, completed("2026-03-02")], policy(null), CHINA)).toMatchObject({
      state: "ended",
      endedOn: "2026-03-02",
      onTime: null,
    });
  });

  test("came before the first year of the calendar", () => {
    const before = deadline([received("2023-12-29")], policy(5), CHINA);
    expect(before).toMatchObject({ state: "notAssessable", dueDate: null });
    expect(deadline([received("2024-01-01")], policy(5), CHINA).dueDate).toBe("2024-01-08");
  });

  test("was never received", () => {
    expect(clockOf(completed("2026-03-09"))).toMatchObject({ state: "ended", dueDate: null, onTime: null });
    expect(clockOf()).toMatchObject({ state: "notAssessable", dueDate: null });
  });
});

describe("a due date given with the case", () => {
  const given = policy(null, { givenDueDate: plainDate("2011-10-21") });

  test("stands in place of a computed one, even before the first year of the calendar", () => {
    const clock = deadline([received("2011-10-11"), completed("2011-10-21")], given, CHINA);
    expect(clock).toMatchObject({ state: "ended", dueDate: "2011-10-21", onTime: true });
    expect(runs(clock.trace)).toEqual(["start 10-11", "given 10-21"]);
  });

  test("is judged like any other", () => {
    expect(deadline([received("2011-10-11"), completed("2011-10-22")], given, CHINA).onTime).toBe(false);
    expect(deadline([received("2011-10-11")], given, CHINA)).toMatchObject({
      state: "running",
      onTime: null,
    });
  });

  test("prevails over a limit and over extensions", () => {
    const both = policy(5, { givenDueDate: plainDate("2026-03-04") });
    expect(deadline([MONDAY, extension("2026-03-03", 5)], both, CHINA).dueDate).toBe("2026-03-04");
  });

  test("may be the day of receipt, or before it", () => {
    const sameDay = deadline([received("2011-10-21")], given, CHINA);
    expect(sameDay.trace).toHaveLength(1);
    expect(sameDay.trace[0]).toMatchObject({ date: "2011-10-21", kind: "start", due: true });
    const late = deadline([received("2011-10-25"), completed("2011-10-25")], given, CHINA);
    expect(late.onTime).toBe(false);
    expect(late.trace[0]).toMatchObject({ date: "2011-10-21", due: true });
  });
});

describe("an outside agency's part", () => {
  test("begins where the hall's clock ends: the case is upstream and judged by the day it was forwarded", () => {
    const clock = clockOf(MONDAY, forwarded("2026-03-09"));
    expect(clock).toMatchObject({ state: "upstream", endedOn: "2026-03-09", onTime: true });
    expect(isOverdue(clock, plainDate("2026-12-31"))).toBe(false);
  });

  test("is not charged to the hall, however long it takes", () => {
    expect(
      clockOf(MONDAY, forwarded("2026-03-05"), upstreamResult("2026-06-01"), completed("2026-06-02")),
    ).toMatchObject({ state: "ended", endedOn: "2026-03-05", onTime: true });
  });

  test("does not make up for forwarding late", () => {
    expect(clockOf(MONDAY, forwarded("2026-03-10"), upstreamResult("2026-03-11"))).toMatchObject({
      state: "ended",
      endedOn: "2026-03-10",
      onTime: false,
    });
  });

  test("leaves the hall's judgement alone when the agency asks for more materials", () => {
    const asked = clockOf(MONDAY, forwarded("2026-03-05"), notice("2026-03-06"), complete("2026-03-20"));
    expect(asked).toMatchObject({ state: "upstream", dueDate: "2026-03-09", onTime: true });
    const waiting = clockOf(MONDAY, forwarded("2026-03-05"), notice("2026-03-06"));
    expect(waiting).toMatchObject({ state: "upstream", dueDate: "2026-03-09", onTime: true });
  });

  test("lends the hall no special procedure", () => {
    for (const to of ["2026-03-10", null]) {
      const clock = clockOf(MONDAY, forwarded("2026-03-04"), procedure("2026-03-05", to));
      expect(clock).toMatchObject({ state: "upstream", dueDate: "2026-03-09" });
      expect(clock.trace.some(({ kind }) => kind === "excluded")).toBe(false);
    }
  });
});
