// How the deadline tests write down cases: events in a hall in China, and traces as runs of days.
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { type DateTime, dateTime } from "../../../shared/kernel/date-time.ts";
import type { ClockEvent, ClockPolicy } from "../../../shared/kernel/deadline.ts";
import type { TraceLine } from "../../../shared/kernel/deadline-trace.ts";
import { addDays, type PlainDate, plainDate } from "../../../shared/kernel/plain-date.ts";

export const CHINA = chinaCalendar();

/** `2026-03-02` (at ten in the morning) or `2026-03-02 18:00`, in China. */
export function at(text: string): DateTime {
  const [date = "", time = "10:00"] = text.split(" ");
  return dateTime(`${date}T${time}:00+08:00`);
}

export const received = (when: string): ClockEvent => ({ type: "received", at: at(when) });
export const notice = (when: string, breach = false): ClockEvent => ({
  type: "correctionNotice",
  at: at(when),
  breach,
});
export const complete = (when: string): ClockEvent => ({ type: "materialsComplete", at: at(when) });
export const procedure = (from: string, to: string | null): ClockEvent => ({
  type: "specialProcedure",
  from: plainDate(from),
  to: to === null ? null : plainDate(to),
});
export const extension = (askedAt: string, workingDays: number): ClockEvent => ({
  type: "extension",
  askedAt: at(askedAt),
  workingDays,
});
export const forwarded = (when: string): ClockEvent => ({ type: "forwarded", at: at(when) });
export const upstreamResult = (when: string): ClockEvent => ({ type: "upstreamResult", at: at(when) });
export const completed = (when: string): ClockEvent => ({ type: "completed", at: at(when) });

export function policy(workingDays: number | null, changes: Partial<ClockPolicy> = {}): ClockPolicy {
  return {
    workingDays,
    receiveNextDay: false,
    closesAt: 17 * 60 + 30,
    noticeWithin: 5,
    givenDueDate: null,
    ...changes,
  };
}

/** A trace in short, losing nothing: `workday 03-03…03-04` for every run of days of one kind. */
export function runs(trace: readonly TraceLine[]): string[] {
  const found: { kind: string; first: PlainDate; last: PlainDate }[] = [];
  for (const { date, kind } of trace) {
    const run = found.at(-1);
    if (run && run.kind === kind && addDays(run.last, 1) === date) run.last = date;
    else found.push({ kind, first: date, last: date });
  }
  return found.map(({ kind, first, last }) =>
    first === last ? `${kind} ${first.slice(5)}` : `${kind} ${first.slice(5)}…${last.slice(5)}`,
  );
}
