// When people may be disturbed: in the hall's opening hours, on the days on which it works.
import { type DateTime, dateOf, dateTimeAt, dateTimeFromWall, instantOf } from "../../kernel/date-time.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../kernel/working-calendar.ts";

export interface Hours {
  /** IANA zone. */
  readonly zone: string;
  /** `09:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
}

/** `[P]`: the centre's own office has no hours in the source documents; those of the halls by default. */
export const CENTRE_HOURS: Hours = { zone: "Asia/Shanghai", opensAt: "09:00", closesAt: "17:30" };

export interface WorkingSpan {
  readonly day: PlainDate;
  /** Milliseconds since 1970; `closes` is the first moment that is too late. */
  readonly opens: number;
  readonly closes: number;
}

export function spanOn(day: PlainDate, hours: Hours): WorkingSpan {
  return { day, opens: instantAt(day, hours.opensAt, hours), closes: instantAt(day, hours.closesAt, hours) };
}

/** The span that an instant lies in; nothing when the hall is closed then. */
export function spanAt(now: number, hours: Hours, calendar: WorkingCalendar): WorkingSpan | undefined {
  const day = dateOf(dateTimeAt(now, hours.zone));
  const span = spanOn(day, hours);
  return calendar.day(day).working && now >= span.opens && now < span.closes ? span : undefined;
}

/** The instant itself in working hours, else the next opening. */
export function nextWorkingMoment(now: number, hours: Hours, calendar: WorkingCalendar): number {
  if (spanAt(now, hours, calendar)) return now;
  const today = dateOf(dateTimeAt(now, hours.zone));
  const from = now < spanOn(today, hours).opens ? today : addDays(today, 1);
  return spanOn(addWorkingDays(calendar, from, 0), hours).opens;
}

function instantAt(day: PlainDate, time: string, { zone }: Hours): number {
  const at: DateTime = dateTimeFromWall(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)), zone);
  return instantOf(at);
}
