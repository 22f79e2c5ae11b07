// What stops, moves and ends the clock of a case, and how the case is judged.
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

describe("correction of materials", () => {
  test("stops the clock from the day after the list until the materials are complete", () => {
    const waiting = clockOf(MONDAY, notice("2026-03-04"));
    expect(waiting).toMatchObject({
      state: "awaitingCorrection",
      dueDate: null,
      originalDueDate: null,
      deemedAccepted: false,
    });
    expect(runs(waiting.trace)).toEqual(["start 03-02", "workday 03-03…03-04"]);
  });

  test("is in time on the fifth working day", () => {
    expect(clockOf(MONDAY, notice("2026-03-09 23:59")).state).toBe("awaitingCorrection");
  });

  test("comes too late on the sixth, whatever follows", () => {
    const clock = clockOf(MONDAY, notice("2026-03-10"), complete("2026-03-12"), notice("2026-03-13"));
    expect(clock).toMatchObject({
      state: "running",
      dueDate: "2026-03-09",
      startDate: "2026-03-02",
      deemedAccepted: true,
    });
  });

  test("in breach of one-time notice stops nothing", () => {
    const events = [MONDAY, notice("2026-03-03"), complete("2026-03-05")];
    const once = clockOf(...events);
    const twice = clockOf(...events, notice("2026-03-06", true));
    expect(once.dueDate).toBe("2026-03-12");
    expect(twice).toEqual(once);
  });

  test("asked for again while the hall waits leaves the clock stopped since the first list", () => {
    const once = clockOf(MONDAY, notice("2026-03-03"));
    const again = clockOf(MONDAY, notice("2026-03-03"), notice("2026-03-12"));
    expect(again).toEqual(once);
    const done = clockOf(MONDAY, notice("2026-03-03"), notice("2026-03-12"), complete("2026-03-16"));
    expect(done).toMatchObject({ startDate: "2026-03-16", dueDate: "2026-03-23" });
  });

  test("asked for once more after a change of the law stops the clock a second time", () => {
    const clock = clockOf(
      MONDAY,
      notice("2026-03-03"),
      complete("2026-03-05"),
      notice("2026-03-09"),
      complete("2026-03-11"),
    );
    expect(clock.dueDate).toBe("2026-03-18");
    expect(runs(clock.trace)).toEqual([
      "start 03-02",
      "workday 03-03",
      "stopped 03-04",
      "start 03-05",
      "workday 03-06",
      "dayOff 03-07…03-08",
      "workday 03-09",
      "stopped 03-10",
      "start 03-11",
      "workday 03-12…03-13",
      "dayOff 03-14…03-15",
      "workday 03-16…03-18",
    ]);
  });

  test("materials that nobody asked for move nothing", () => {
    expect(clockOf(MONDAY, complete("2026-03-05"))).toEqual(clockOf(MONDAY));
  });

  test("complete on a day off restart the count there, or on the next working day where the centre says so", () => {
    const events = [MONDAY, notice("2026-03-03"), complete("2026-03-07")];
    expect(deadline(events, policy(1), CHINA)).toMatchObject({
      startDate: "2026-03-07",
      dueDate: "2026-03-09",
    });
    const switched = deadline(events, policy(1, { receiveNextDay: true }), CHINA);
    expect(switched).toMatchObject({ startDate: "2026-03-09", dueDate: "2026-03-10" });
    expect(runs(switched.trace)).toEqual([
      "start 03-02",
      "workday 03-03",
      "stopped 03-04…03-07",
      "dayOff 03-08",
      "start 03-09",
      "workday 03-10",
    ]);
  });

  test("never brought before the case ended leaves it unjudged", () => {
    expect(clockOf(MONDAY, notice("2026-03-03"), completed("2026-04-01"))).toMatchObject({
      state: "ended",
      endedOn: "2026-04-01",
      dueDate: null,
      onTime: null,
    });
  });

  test("is due within the days that the centre sets", () => {
    const strict = policy(5, { noticeWithin: 1 });
    expect(deadline([MONDAY, notice("2026-03-04")], strict, CHINA).deemedAccepted).toBe(true);
    expect(deadline([MONDAY, notice("2026-03-03")], strict, CHINA).deemedAccepted).toBe(false);
  });
});

describe("special procedures", () => {
  test("that overlap are counted once", () => {
    const clock = clockOf(
      MONDAY,
      procedure("2026-03-03", "2026-03-05"),
      procedure("2026-03-04", "2026-03-06"),
    );
    expect(clock.dueDate).toBe(clockOf(MONDAY, procedure("2026-03-03", "2026-03-06")).dueDate);
    expect(clock.dueDate).toBe("2026-03-12");
  });

  test("take no day off out twice", () => {
    const clock = clockOf(MONDAY, procedure("2026-03-06", "2026-03-09"));
    expect(clock.dueDate).toBe("2026-03-10");
    expect(runs(clock.trace)).toEqual([
      "start 03-02",
      "workday 03-03…03-06",
      "dayOff 03-07…03-08",
      "excluded 03-09",
      "workday 03-10",
    ]);
  });

  test("that begin and end on one day take nothing out", () => {
    expect(clockOf(MONDAY, procedure("2026-03-04", "2026-03-04")).dueDate).toBe("2026-03-09");
  });

  test("without an end pause the case", () => {
    const clock = clockOf(MONDAY, procedure("2026-03-04", null));
    expect(clock).toMatchObject({ state: "paused", dueDate: null, originalDueDate: null });
    expect(runs(clock.trace)).toEqual(["start 03-02", "workday 03-03…03-04"]);
  });

  test("without an end pause it from the earliest beginning", () => {
    const clock = clockOf(MONDAY, procedure("2026-03-05", null), procedure("2026-03-03", null));
    expect(runs(clock.trace)).toEqual(["start 03-02", "workday 03-03"]);
  });

  test("begun when the case was late do not make it less so", () => {
    const clock = clockOf(MONDAY, procedure("2026-03-10", null));
    expect(clock).toMatchObject({ state: "running", dueDate: "2026-03-09" });
    expect(isOverdue(clock, plainDate("2026-03-11"))).toBe(true);
  });

  test("begun on the due date do not move it", () => {
    expect(clockOf(MONDAY, procedure("2026-03-09", null)).dueDate).toBe("2026-03-09");
    expect(clockOf(MONDAY, procedure("2026-03-09", "2026-03-20")).dueDate).toBe("2026-03-09");
  });

  test("that hold up an extension leave the original due date known", () => {
    const clock = clockOf(MONDAY, extension("2026-03-09", 5), procedure("2026-03-10", null));
    expect(clock).toMatchObject({ state: "paused", dueDate: null, originalDueDate: "2026-03-09" });
    expect(runs(clock.trace).at(-1)).toBe("extended 03-10");
  });

  test("never declared ended are over when the case is", () => {
    expect(clockOf(MONDAY, procedure("2026-03-04", null), completed("2026-03-20"))).toMatchObject({
      state: "ended",
      // 5 to 20 March are out; 03-03, 03-04 and three more make five.
      dueDate: "2026-03-25",
      onTime: true,
    });
  });

  test("hold up what is to be done at once, too", () => {
    const events = [
      MONDAY,
      procedure("2026-03-03", "2026-03-06"),
      notice("2026-03-03"),
      complete("2026-03-05"),
    ];
    expect(deadline(events, policy(0), CHINA).dueDate).toBe("2026-03-09");
  });

  test("open before the case came pause it from its first day", () => {
    const clock = clockOf(MONDAY, procedure("2026-02-27", null));
    expect(clock.state).toBe("paused");
    expect(runs(clock.trace)).toEqual(["start 03-02"]);
  });
});

describe("an extension", () => {
  test("asked for on the due date counts, asked for the day after does not", () => {
    expect(clockOf(MONDAY, extension("2026-03-09 23:59", 2)).dueDate).toBe("2026-03-11");
    const late = clockOf(MONDAY, extension("2026-03-10 00:00", 2));
    expect(late).toMatchObject({ dueDate: "2026-03-09", originalDueDate: "2026-03-09" });
  });

  test("counts on from the one before, and may be asked for before that expires", () => {
    const clock = clockOf(MONDAY, extension("2026-03-06", 2), extension("2026-03-11", 3));
    expect(clock).toMatchObject({ originalDueDate: "2026-03-09", dueDate: "2026-03-16" });
    expect(clock.trace.at(-1)?.used).toBe(10);
  });

  test("skips the days of a special procedure", () => {
    const clock = clockOf(MONDAY, extension("2026-03-06", 2), procedure("2026-03-09", "2026-03-11"));
    expect(clock.dueDate).toBe("2026-03-13");
    expect(runs(clock.trace).slice(-2)).toEqual(["excluded 03-10…03-11", "extended 03-12…03-13"]);
  });

  test("given before the materials were complete still counts after", () => {
    const clock = clockOf(MONDAY, extension("2026-03-03", 1), notice("2026-03-04"), complete("2026-03-10"));
    expect(clock).toMatchObject({ originalDueDate: "2026-03-17", dueDate: "2026-03-18" });
  });
});
