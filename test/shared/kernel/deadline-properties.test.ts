// What holds for every case, whatever happens to it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DateTime, dateTime } from "../../../shared/kernel/date-time.ts";
import { type ClockEvent, deadline } from "../../../shared/kernel/deadline.ts";
import {
  addDays,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  plainDate,
} from "../../../shared/kernel/plain-date.ts";
import { CHINA, policy } from "./clock-cases.ts";

const day = fc
  .integer({ min: dayNumber(plainDate("2024-01-01")), max: dayNumber(plainDate("2026-12-31")) })
  .map(fromDayNumber);
const limit = fc.integer({ min: 0, max: 30 });
const minute = fc.integer({ min: 0, max: 23 * 60 + 59 });

const two = (value: number) => String(value).padStart(2, "0");
const when = (date: string, minutes: number) =>
  dateTime(`${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`);

/** Days after receipt at which things happen, and what happens. */
const happening = fc.oneof(
  fc.record({ type: fc.constant("notice" as const), after: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ type: fc.constant("complete" as const), after: fc.integer({ min: 0, max: 20 }) }),
  fc.record({
    type: fc.constant("procedure" as const),
    after: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 0, max: 15 }),
  }),
  fc.record({
    type: fc.constant("extension" as const),
    after: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 10 }),
  }),
);

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

function eventOf(one: Happening, date: PlainDate, moment: DateTime): ClockEvent {
  switch (one.type) {
    case "notice":
      return { type: "correctionNotice", at: moment, breach: false };
    case "complete":
      return { type: "materialsComplete", at: moment };
    case "procedure":
      return { type: "specialProcedure", from: date, to: addDays(date, one.length) };
    case "extension":
      return { type: "extension", askedAt: moment, workingDays: one.days };
  }
}

/** Each event at a minute of its own, later than receipt, so that no two stand in an order of chance. */
const log = fc
  .record({
    on: day,
    at: fc.integer({ min: 0, max: 23 * 60 }),
    happenings: fc.array(happening, { maxLength: 6 }),
  })
  .map(({ on, at, happenings }): ClockEvent[] => [
    { type: "received", at: when(on, at) },
    ...happenings.map((one, index) => {
      const date = addDays(on, one.after);
      return eventOf(one, date, when(date, at + 1 + index));
    }),
  ]);

const switched = fc.boolean();

describe("for every case", () => {
  test("the due date is a working day", () => {
    fc.assert(
      fc.property(log, limit, switched, (events, days, receiveNextDay) => {
        const { dueDate } = deadline(events, policy(days, { receiveNextDay }), CHINA);
        fc.pre(dueDate !== null);
        expect(CHINA.day(dueDate).working).toBe(true);
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test("the days used on the due date are the limit and the extensions that counted", () => {
    fc.assert(
      fc.property(log, limit, switched, (events, days, receiveNextDay) => {
        const clock = deadline(events, policy(days, { receiveNextDay }), CHINA);
        const { dueDate, trace } = clock;
        fc.pre(dueDate !== null);
        const original = trace.find(({ originalDue }) => originalDue);
        expect(original?.used).toBe(days);
        const extended = trace.filter(({ kind }) => kind === "extended").length;
        expect(trace.at(-1)).toMatchObject({ date: dueDate, used: days + extended });
        const asked = events.reduce((sum, one) => sum + (one.type === "extension" ? one.workingDays : 0), 0);
        expect(extended).toBeLessThanOrEqual(asked);
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  test("an extension granted at receipt is used up to its last day", () => {
    fc.assert(
      fc.property(day, minute, limit, fc.integer({ min: 1, max: 20 }), (on, at, days, more) => {
        const askedAt = when(on, at);
        const events: ClockEvent[] = [
          { type: "received", at: askedAt },
          { type: "extension", askedAt, workingDays: more },
        ];
        expect(deadline(events, policy(days), CHINA).trace.at(-1)?.used).toBe(days + more);
      }),
      { seed: 22 },
    );
  });

  test("the trace has one line for every day from receipt through the due date", () => {
    fc.assert(
      fc.property(log, limit, switched, (events, days, receiveNextDay) => {
        const { trace, dueDate } = deadline(events, policy(days, { receiveNextDay }), CHINA);
        const [received] = events;
        if (received?.type !== "received") throw new Error("a log begins with receipt");
        expect(trace[0]).toMatchObject({ date: received.at.slice(0, 10), kind: "start", used: 0 });
        trace.forEach(({ date }, index) => {
          if (index > 0) expect(date).toBe(addDays(trace[index - 1]?.date ?? date, 1));
        });
        expect(trace.filter(({ due }) => due).map(({ date }) => date)).toEqual(dueDate ? [dueDate] : []);
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  test("the order in which its events were entered makes no difference", () => {
    fc.assert(
      fc.property(
        log.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        limit,
        ([events, shuffled], days) => {
          expect(deadline(shuffled, policy(days), CHINA)).toEqual(deadline(events, policy(days), CHINA));
        },
      ),
      { seed: 24, numRuns: 300 },
    );
  });

  test("more extension, a longer limit or a special procedure never makes it due earlier", () => {
    fc.assert(
      fc.property(log, limit, fc.integer({ min: 1, max: 10 }), day, (events, days, more, from) => {
        const before = deadline(events, policy(days), CHINA).dueDate;
        const [received] = events;
        fc.pre(before !== null && received?.type === "received");
        const extended: ClockEvent = { type: "extension", askedAt: received.at, workingDays: more };
        const held: ClockEvent = { type: "specialProcedure", from, to: addDays(from, more) };
        const variants = [
          deadline([...events, extended], policy(days), CHINA),
          deadline(events, policy(days + more), CHINA),
          deadline([...events, held], policy(days), CHINA),
        ];
        for (const { dueDate } of variants) expect(dueDate !== null && dueDate >= before).toBe(true);
      }),
      { seed: 25, numRuns: 300 },
    );
  });

  test("a day later received is never due earlier", () => {
    fc.assert(
      fc.property(day, minute, limit, switched, (on, at, days, receiveNextDay) => {
        const due = (date: string) =>
          deadline([{ type: "received", at: when(date, at) }], policy(days, { receiveNextDay }), CHINA)
            .dueDate;
        const [today, tomorrow] = [due(on), due(addDays(on, 1))];
        expect(today !== null && tomorrow !== null && tomorrow >= today).toBe(true);
      }),
      { seed: 26 },
    );
  });

  test("it is in time exactly when its local date of completion is no later than its due date", () => {
    fc.assert(
      fc.property(day, limit, fc.integer({ min: 0, max: 60 }), minute, (on, days, after, at) => {
        const date = addDays(on, after);
        const clock = deadline(
          [
            { type: "received", at: when(on, 0) },
            { type: "completed", at: when(date, at) },
          ],
          policy(days),
          CHINA,
        );
        expect(clock.onTime).toBe(clock.dueDate !== null && date <= clock.dueDate);
      }),
      { seed: 27 },
    );
  });
});
