// The clock of a case: when it is due, whether it was in time, and a line for every day that says why.
import { type Correction, correctionOf, dayZero, type Exclusion, exclusionOf } from "./clock-stops.ts";
import { type DateTime, dateOf } from "./date-time.ts";
import { type TraceLine, traceOf } from "./deadline-trace.ts";
import { addDays, type PlainDate, yearOf } from "./plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "./working-calendar.ts";

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
  /** With every extension; null while it cannot be known (awaiting materials, procedure without end, no limit). */
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
  events: readonly ClockEvent[],
  policy: ClockPolicy,
  calendar: WorkingCalendar,
): Deadline {
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
      start: firstDay,
      original: given,
      due: given,
      given: true,
    });
    return { ...unknown, ...judge(events, endedOn, given, given), startDate: firstDay, trace };
  }
  if (policy.workingDays === null || yearOf(receivedOn) < calendar.firstYear) return unknown;

  const correction = correctionOf(events, firstDay, policy, calendar);
  const exclusion = exclusionOf(events, endedOn);
  const start = correction.restartedOn ?? firstDay;
  const common = { startDate: start, deemedAccepted: correction.deemedAccepted };
  const stopped = stateWhileStopped(correction, exclusion);
  if (stopped) {
    const trace = traceOf({
      calendar,
      receivedOn,
      correction,
      exclusion,
      start,
      original: null,
      due: null,
      given: false,
    });
    return { ...unknown, ...common, state: endedOn ? stateOf(events) : stopped, trace };
  }
  const original = countFrom(start, policy.workingDays, exclusion, calendar);
  const due = withExtensions(original, events, exclusion, calendar);
  return {
    ...unknown,
    ...common,
    ...judge(events, endedOn, due, original),
    provisional: yearOf(due) > calendar.lastYear,
    trace: traceOf({ calendar, receivedOn, correction, exclusion, start, original, due, given: false }),
  };
}

/** True from the local day after the due date, while the hall's own part has not ended. */
export function isOverdue(clock: Pick<Deadline, "dueDate" | "endedOn">, today: PlainDate): boolean {
  return clock.dueDate !== null && clock.endedOn === null && clock.dueDate < today;
}

function endOf(events: readonly ClockEvent[]): PlainDate | null {
  const forwarded = events.find((event) => event.type === "forwarded");
  const completed = events.find((event) => event.type === "completed");
  const end = forwarded ?? completed;
  return end ? dateOf(end.at) : null;
}

function stateOf(events: readonly ClockEvent[]): ClockState {
  const has = (type: ClockEvent["type"]) => events.some((event) => event.type === type);
  if (has("completed") || has("upstreamResult")) return "ended";
  return has("forwarded") ? "upstream" : "running";
}

function stateWhileStopped(correction: Correction, exclusion: Exclusion): ClockState | null {
  if (correction.waitingSince) return "awaitingCorrection";
  return exclusion.openSince ? "paused" : null;
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

/** The date `count` working days after `from` that no special procedure takes out. */
function countFrom(
  from: PlainDate,
  count: number,
  exclusion: Exclusion,
  calendar: WorkingCalendar,
): PlainDate {
  if (count === 0) return addWorkingDays(calendar, from, 0);
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (calendar.day(date).working && !exclusion.has(date)) left--;
  }
  return date;
}

/** Each extension counts on from the due date then current; one asked for after expiry extends nothing. */
function withExtensions(
  original: PlainDate,
  events: readonly ClockEvent[],
  exclusion: Exclusion,
  calendar: WorkingCalendar,
): PlainDate {
  let due = original;
  for (const event of events) {
    if (event.type !== "extension" || dateOf(event.askedAt) > due) continue;
    due = countFrom(due, event.workingDays, exclusion, calendar);
  }
  return due;
}
