// What stops or restarts a case's clock: correction of materials (补正) and special procedure (特别程序).
import { type DateTime, dateOf, minuteOfDay } from "./date-time.ts";
import type { ClockEvent, ClockPolicy } from "./deadline.ts";
import { later, type PlainDate } from "./plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "./working-calendar.ts";

export interface Correction {
  /** The day of the notice that stopped the clock. */
  readonly noticedOn: PlainDate | null;
  /** Since when the hall waits for materials; null when it does not. */
  readonly waitingSince: PlainDate | null;
  /** Day 0 of the new count: the day on which complete materials arrived. */
  readonly restartedOn: PlainDate | null;
  readonly deemedAccepted: boolean;
  /** Every stop: the day of its notice, and the day on which the materials arrived (null while waiting). */
  readonly stops: readonly { readonly noticedOn: PlainDate; readonly arrivedOn: PlainDate | null }[];
  /** Every day 0 that a stop ended in; the last one is `restartedOn`. */
  readonly restarts: readonly PlainDate[];
}

export interface Exclusion {
  has(date: PlainDate): boolean;
  /** The earliest beginning of a special procedure that has not ended. */
  readonly openSince: PlainDate | null;
}

/** Day 0 of a count that begins at an instant: 民法典 201, and the centre's switch. */
export function dayZero(at: DateTime, policy: ClockPolicy, calendar: WorkingCalendar): PlainDate {
  const date = dateOf(at);
  if (!policy.receiveNextDay) return date;
  const closed = minuteOfDay(at) >= policy.closesAt;
  if (calendar.day(date).working && !closed) return date;
  return addWorkingDays(calendar, date, calendar.day(date).working ? 1 : 0);
}

/**
 * 行政许可法 32(4): a list given within five working days stops the clock until the materials are complete, and
 * that day becomes day 0; given later, acceptance is deemed from receipt and nothing stops. A notice in breach of
 * one-time notice (D1 annex cl. 2) stops nothing.
 */
export function correctionOf(
  events: readonly ClockEvent[],
  firstDay: PlainDate,
  policy: ClockPolicy,
  calendar: WorkingCalendar,
): Correction {
  const lastDayForNotice = addWorkingDays(calendar, firstDay, policy.noticeWithin);
  let noticedOn: PlainDate | null = null;
  let waitingSince: PlainDate | null = null;
  let deemedAccepted = false;
  const ended: { noticedOn: PlainDate; arrivedOn: PlainDate }[] = [];
  const restarts: PlainDate[] = [];
  for (const event of events) {
    if (event.type === "correctionNotice" && !event.breach) {
      const date = dateOf(event.at);
      if (noticedOn === null && date > lastDayForNotice) deemedAccepted = true;
      if (deemedAccepted) continue;
      noticedOn ??= date;
      waitingSince ??= date;
    }
    if (event.type === "materialsComplete" && waitingSince !== null) {
      ended.push({ noticedOn: waitingSince, arrivedOn: dateOf(event.at) });
      waitingSince = null;
      restarts.push(dayZero(event.at, policy, calendar));
    }
  }
  return {
    noticedOn,
    waitingSince,
    restartedOn: restarts.at(-1) ?? null,
    deemedAccepted,
    stops: waitingSince === null ? ended : [...ended, { noticedOn: waitingSince, arrivedOn: null }],
    restarts,
  };
}

/** 行政许可法 45: the days after a procedure's beginning through its last day; overlaps count once. */
export function exclusionOf(events: readonly ClockEvent[], endedOn: PlainDate | null): Exclusion {
  const spans = events.flatMap((event) => {
    if (event.type !== "specialProcedure") return [];
    // A procedure never declared ended is over when the hall's part is.
    const to = event.to ?? (endedOn === null ? null : later(event.from, endedOn));
    return [{ from: event.from, to }];
  });
  const open = spans.flatMap(({ from, to }) => (to === null ? [from] : []));
  return {
    has: (date) => spans.some(({ from, to }) => date > from && (to === null || date <= to)),
    openSince: open.sort()[0] ?? null,
  };
}
