// The clock of a case: when it is due, whether it was in time, and a line for every day that says why.
import { correctionOf, dayZero, type Exclusion, exclusionOf } from "./clock-stops.ts";
import { type DateTime, dateOf, instantOf } from "./date-time.ts";
import { type TraceLine, traceOf } from "./deadline-trace.ts";
import { addDays, type PlainDate, yearOf } from "./plain-date.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What happened to a case, as far as its clock cares. Everything is derived from these; nothing is counted. */
export type ClockEvent =
  | { readonly type: "received"; readonly at: DateTime }
  /** A list of what is missing. `breach`: it names something that could have been named the first time. */
  | { readonly type: "correctionNotice"; readonly at: DateTime; readonly breach: boolean }
  | { readonly type: "materialsComplete"; readonly at: DateTime }
  /** 特别程序 (hearing, testing, expert review): the days after `from` through `to` are not counted. */
  | { readonly type: "specialProcedure"; readonly from: PlainDate; readonly to: PlainDate | null }
  | { readonly type: "extension"; readonly askedAt: DateTime; readonly workingDays: number }
  | { readonly type: "forwarded"; readonly at: DateTime }
  | { readonly type: "upstreamResult"; readonly at: DateTime }
  | { readonly type: "completed"; readonly at: DateTime };

export interface ClockPolicy {
  /** The hall's limit in working days; null for a matter without one. */
  readonly workingDays: number | null;
  /** "After closing or on a day off counts as received on the next working day"; off unless a centre wants it. */
  readonly receiveNextDay: boolean;
  /** Closing time in minutes after local midnight. */
  readonly closesAt: number;
  /** Within how many working days a correction notice must be given (行政许可法 32(4): five). */
  readonly noticeWithin: number;
  /** A due date that came with the case (imports); it stands in place of a computed one. */
  readonly givenDueDate: PlainDate | null;
}

export type ClockState = "running" | "awaitingCorrection" | "paused" | "upstream" | "ended" | "notAssessable";

export interface Deadline {
  readonly state: ClockState;
  /** With every extension; null while it cannot be known (awaiting materials, open procedure, no limit). */
  readonly dueDate: PlainDate | null;
  /** Without extensions. */
  readonly originalDueDate: PlainDate | null;
  /** Day 0 of the count in force. */
  readonly startDate: PlainDate | null;
  /** True when the count goes past the calendar's last loaded year. */
  readonly provisional: boolean;
  /** The correction notice came too late: acceptance is deemed from receipt. */
  readonly deemedAccepted: boolean;
  /** When the hall's own part ended (forwarded or completed); null while it runs. */
  readonly endedOn: PlainDate | null;
  /** Null until the hall's part has ended, and when it is not assessable. */
  readonly onTime: boolean | null;
  readonly onTimeOriginal: boolean | null;
  readonly trace: readonly TraceLine[];
}

/**
 * Judges by the hall's local date: what ends on the due date is in time, whatever the hour.
 * Sources: 行政许可法 32(4), 45, 82; 民法典 201; D1 三5.
 */
export function deadline(
  log: readonly ClockEvent[],
  policy: ClockPolicy,
  calendar: WorkingCalendar,
): Deadline {
  const events = chronological(log);
  const received = events.find((event) => event.type === "received");
  const endedOn = endOf(events);
  const unknown: Deadline = {
    state: endedOn ? stateOf(events) : "notAssessable",
    dueDate: null,
    originalDueDate: null,
    startDate: null,
    provisional: false,
    deemedAccepted: false,
    endedOn,
    onTime: null,
    onTimeOriginal: null,
    trace: [],
  };
  if (!received) return unknown;
  const receivedOn = dateOf(received.at);
  const firstDay = dayZero(received.at, policy, calendar);
  const given = policy.givenDueDate;
  if (given) {
    const trace = traceOf({
      calendar,
      receivedOn,
      correction: null,
      exclusion: null,
      firstDay,
      start: firstDay,
      limit: 0,
      original: given,
      due: given,
      given: true,
    });
    return { ...unknown, ...judge(events, endedOn, given, given), startDate: firstDay, trace };
  }
  if (policy.workingDays === null || yearOf(receivedOn) < calendar.firstYear) return unknown;

  const counted = untilEnd(events);
  const correction = correctionOf(counted, firstDay, policy, calendar);
  const exclusion = exclusionOf(counted, endedOn);
  const start = correction.restartedOn ?? firstDay;
  const limit = policy.workingDays;
  const waiting = correction.waitingSince !== null;
  const original = waiting ? null : countFrom(start, limit, exclusion, calendar);
  const due = original && withExtensions(original, counted, exclusion, calendar);
  const facts = { calendar, receivedOn, correction, exclusion, firstDay, start, limit, original, due };
  const common = {
    startDate: start,
    originalDueDate: original,
    deemedAccepted: correction.deemedAccepted,
    trace: traceOf({ ...facts, given: false }),
  };
  if (!original || !due) {
    const stopped = waiting ? "awaitingCorrection" : "paused";
    return { ...unknown, ...common, state: endedOn ? stateOf(events) : stopped };
  }
  const provisional = yearOf(due) > calendar.lastYear;
  return { ...unknown, ...common, ...judge(events, endedOn, due, original), provisional };
}

/** True from the local day after the due date, while the hall's own part has not ended. */
export function isOverdue(clock: Pick<Deadline, "dueDate" | "endedOn">, today: PlainDate): boolean {
  return clock.dueDate !== null && clock.endedOn === null && clock.dueDate < today;
}

/** In the order in which things happened: entries made up for later stand last in a log. */
function chronological(log: readonly ClockEvent[]): ClockEvent[] {
  return [...log].sort((a, b) => momentOf(a) - momentOf(b));
}

/** Special procedures have days only, and no order to keep. */
function momentOf(event: ClockEvent): number {
  if (event.type === "specialProcedure") return 0;
  return instantOf(event.type === "extension" ? event.askedAt : event.at);
}

/** The event that ends the hall's own part. */
function endEvent(events: readonly ClockEvent[]) {
  return (
    events.find((event) => event.type === "forwarded") ?? events.find((event) => event.type === "completed")
  );
}

function endOf(events: readonly ClockEvent[]): PlainDate | null {
  const end = endEvent(events);
  return end ? dateOf(end.at) : null;
}

/** What an outside agency asks for after the hall's part has ended is no matter of the hall's clock. */
function untilEnd(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const end = endEvent(events);
  if (!end) return events;
  return events.filter((event) =>
    event.type === "specialProcedure" ? event.from <= dateOf(end.at) : momentOf(event) <= instantOf(end.at),
  );
}

function stateOf(events: readonly ClockEvent[]): ClockState {
  const has = (type: ClockEvent["type"]) => events.some((event) => event.type === type);
  if (has("completed") || has("upstreamResult")) return "ended";
  return has("forwarded") ? "upstream" : "running";
}

function judge(
  events: readonly ClockEvent[],
  endedOn: PlainDate | null,
  due: PlainDate,
  original: PlainDate,
) {
  return {
    state: stateOf(events),
    dueDate: due,
    originalDueDate: original,
    onTime: endedOn === null ? null : endedOn <= due,
    onTimeOriginal: endedOn === null ? null : endedOn <= original,
  };
}

/**
 * The date `count` working days after `from` that no special procedure takes out; null when a procedure that has
 * not ended holds it up. One that begins on the due date or later holds nothing up: what is late stays late.
 */
function countFrom(
  from: PlainDate,
  count: number,
  exclusion: Exclusion,
  calendar: WorkingCalendar,
): PlainDate | null {
  const counts = (date: PlainDate) => calendar.day(date).working && !exclusion.has(date);
  const held = (date: PlainDate) => exclusion.openSince !== null && date > exclusion.openSince;
  let date = from;
  if (count === 0) while (!held(date) && !counts(date)) date = addDays(date, 1);
  for (let left = count; left > 0 && !held(date); ) {
    date = addDays(date, 1);
    if (counts(date)) left--;
  }
  return held(date) ? null : date;
}

/** Each extension counts on from the due date then current; one asked for after expiry extends nothing. */
function withExtensions(
  original: PlainDate,
  events: readonly ClockEvent[],
  exclusion: Exclusion,
  calendar: WorkingCalendar,
): PlainDate | null {
  let due: PlainDate | null = original;
  for (const event of events) {
    if (due === null) return null;
    if (event.type !== "extension" || dateOf(event.askedAt) > due) continue;
    due = countFrom(due, event.workingDays, exclusion, calendar);
  }
  return due;
}
