// The worked examples of due dates, each with the reason for every day.
import { describe, expect, test } from "vitest";
import { type ClockEvent, deadline } from "../../../shared/kernel/deadline.ts";
import { CHINA, complete, extension, notice, policy, procedure, received, runs } from "./clock-cases.ts";

interface Vector {
  readonly name: string;
  readonly events: readonly ClockEvent[];
  readonly limit: number;
  readonly receiveNextDay?: true;
  readonly due: string;
  readonly trace: readonly string[];
  /** Working days used on the due date. */
  readonly used: number;
}

const VECTORS: readonly Vector[] = [
  {
    name: "received before the Spring Festival, whose make-up Saturday counts",
    events: [received("2026-02-13")],
    limit: 5,
    due: "2026-02-27",
    trace: ["start 02-13", "makeUp 02-14", "dayOff 02-15…02-23", "workday 02-24…02-27"],
    used: 5,
  },
  {
    name: "received before the National Day, due on a make-up Saturday",
    events: [received("2026-09-30")],
    limit: 3,
    due: "2026-10-10",
    trace: ["start 09-30", "dayOff 10-01…10-07", "workday 10-08…10-09", "makeUp 10-10"],
    used: 3,
  },
  {
    name: "received before the Spring Festival of 2025, with a make-up Sunday",
    events: [received("2025-01-24")],
    limit: 5,
    due: "2025-02-07",
    trace: [
      "start 01-24",
      "dayOff 01-25",
      "makeUp 01-26",
      "workday 01-27",
      "dayOff 01-28…02-04",
      "workday 02-05…02-07",
    ],
    used: 5,
  },
  {
    name: "received on a Friday before a make-up Sunday",
    events: [received("2025-09-26")],
    limit: 3,
    due: "2025-09-30",
    trace: ["start 09-26", "dayOff 09-27", "makeUp 09-28", "workday 09-29…09-30"],
    used: 3,
  },
  {
    name: "received on the last day of a year, due on a make-up Sunday of the next",
    events: [received("2025-12-31")],
    limit: 1,
    due: "2026-01-04",
    trace: ["start 12-31", "dayOff 01-01…01-03", "makeUp 01-04"],
    used: 1,
  },
  {
    name: "received on a day off, which is day 0 all the same",
    events: [received("2026-05-02")],
    limit: 3,
    due: "2026-05-08",
    trace: ["start 05-02", "dayOff 05-03…05-05", "workday 05-06…05-08"],
    used: 3,
  },
  {
    name: "received on a day off where that counts as the next working day",
    events: [received("2026-05-02")],
    limit: 3,
    receiveNextDay: true,
    due: "2026-05-09",
    trace: ["start 05-02", "dayOff 05-03…05-05", "start 05-06", "workday 05-07…05-08", "makeUp 05-09"],
    used: 3,
  },
  {
    name: "to be done at once, received on a day off",
    events: [received("2026-05-02")],
    limit: 0,
    due: "2026-05-06",
    trace: ["start 05-02", "dayOff 05-03…05-05", "workday 05-06"],
    used: 0,
  },
  {
    name: "a correction list in time: the count starts anew with complete materials",
    events: [received("2026-03-02"), notice("2026-03-03"), complete("2026-03-10")],
    limit: 5,
    due: "2026-03-17",
    trace: [
      "start 03-02",
      "workday 03-03",
      "stopped 03-04…03-09",
      "start 03-10",
      "workday 03-11…03-13",
      "dayOff 03-14…03-15",
      "workday 03-16…03-17",
    ],
    used: 5,
  },
  {
    name: "a first correction list on the sixth working day: deemed accepted from receipt",
    events: [received("2026-03-02"), notice("2026-03-10")],
    limit: 5,
    due: "2026-03-09",
    trace: ["start 03-02", "workday 03-03…03-06", "dayOff 03-07…03-08", "workday 03-09"],
    used: 5,
  },
  {
    name: "a special procedure, of which the first day counts and the last does not",
    events: [received("2026-03-02"), procedure("2026-03-04", "2026-03-06")],
    limit: 5,
    due: "2026-03-11",
    trace: [
      "start 03-02",
      "workday 03-03…03-04",
      "excluded 03-05…03-06",
      "dayOff 03-07…03-08",
      "workday 03-09…03-11",
    ],
    used: 5,
  },
  {
    name: "an extension of five working days",
    events: [received("2026-03-02"), extension("2026-03-06", 5)],
    limit: 5,
    due: "2026-03-16",
    trace: [
      "start 03-02",
      "workday 03-03…03-06",
      "dayOff 03-07…03-08",
      "workday 03-09",
      "extended 03-10…03-13",
      "dayOff 03-14…03-15",
      "extended 03-16",
    ],
    used: 10,
  },
  {
    name: "received on a Friday after closing, which is day 0 all the same",
    events: [received("2026-03-06 18:00")],
    limit: 3,
    due: "2026-03-11",
    trace: ["start 03-06", "dayOff 03-07…03-08", "workday 03-09…03-11"],
    used: 3,
  },
  {
    name: "received on a Friday after closing where that counts as the next working day",
    events: [received("2026-03-06 18:00")],
    limit: 3,
    receiveNextDay: true,
    due: "2026-03-12",
    trace: ["start 03-06", "dayOff 03-07…03-08", "start 03-09", "workday 03-10…03-12"],
    used: 3,
  },
];

describe("a case", () => {
  test.each(VECTORS)("$name: due $due", ({ events, limit, receiveNextDay, due, trace, used }) => {
    const clock = deadline(events, policy(limit, { receiveNextDay: receiveNextDay ?? false }), CHINA);
    expect(clock.dueDate).toBe(due);
    expect(runs(clock.trace)).toEqual(trace);
    expect(clock.trace.at(-1)).toMatchObject({ date: due, due: true, used });
    expect(clock.state).toBe("running");
    expect(clock.provisional).toBe(false);
  });

  test("received before closing is not moved by the switch", () => {
    const switched = policy(3, { receiveNextDay: true });
    expect(deadline([received("2026-03-06 17:29")], switched, CHINA).dueDate).toBe("2026-03-11");
    expect(deadline([received("2026-03-06 17:30")], switched, CHINA).dueDate).toBe("2026-03-12");
  });

  test("to be done at once is due on the working day on which it came, make-up days included", () => {
    const clock = deadline([received("2026-03-02")], policy(0), CHINA);
    expect(clock.dueDate).toBe("2026-03-02");
    expect(clock.trace).toHaveLength(1);
    expect(clock.trace[0]).toMatchObject({ kind: "start", used: 0, due: true, originalDue: true });
    expect(deadline([received("2026-10-10")], policy(0), CHINA).dueDate).toBe("2026-10-10");
  });
});

describe("the trace", () => {
  test("counts the days used, anew after a correction", () => {
    const events = [received("2026-03-02"), notice("2026-03-03"), complete("2026-03-05")];
    const { trace } = deadline(events, policy(2), CHINA);
    expect(trace.map(({ date, used }) => `${date.slice(5)} ${used}`)).toEqual([
      "03-02 0",
      "03-03 1",
      "03-04 1",
      "03-05 0",
      "03-06 1",
      "03-07 1",
      "03-08 1",
      "03-09 2",
    ]);
  });

  test("marks the due date in force and the original one", () => {
    const { trace } = deadline([received("2026-03-02"), extension("2026-03-03", 1)], policy(1), CHINA);
    const marks = trace.map(({ date, due, originalDue }) => [date.slice(8), due, originalDue]);
    expect(marks).toEqual([
      ["02", false, false],
      ["03", false, true],
      ["04", true, false],
    ]);
  });

  test("cites the notice where a date is not what its weekday says, and nowhere else", () => {
    const { trace } = deadline([received("2026-02-12")], policy(3), CHINA);
    const cited = trace.filter(({ source }) => source?.zh === "国务院办公厅关于2026年部分节假日安排的通知");
    expect(cited.map(({ date }) => date.slice(5))).toEqual([
      "02-14",
      "02-15",
      "02-16",
      "02-17",
      "02-18",
      "02-19",
      "02-20",
      "02-21",
      "02-22",
      "02-23",
    ]);
    expect(trace.filter(({ source }) => source !== undefined)).toEqual(cited);
  });

  test("says every day's reason in both languages", () => {
    const { trace } = deadline([received("2026-02-13")], policy(1), CHINA);
    expect(trace.map(({ label }) => label)).toEqual([
      { zh: "起算日(不计入)", en: "day 0, not counted" },
      { zh: "补班", en: "make-up working day" },
    ]);
  });
});
