// What stops and moves the clock of a case: correction of materials, special procedures, extensions.
import { describe, expect, test } from "vitest";
import { type ClockEvent, deadline, isOverdue } from "../../../shared/kernel/deadline.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import {
  CHINA,
  complete,
  completed,
  extension,
  notice,
  policy,
  procedure,
  received,
  runs,
} from "./clock-cases.ts";

const MONDAY = received("2026-03-02");

const clockOf = (...events: readonly ClockEvent[]) => deadline(events, policy(5), CHINA);

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
