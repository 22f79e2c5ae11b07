// The hall's hours of a day, cut into the two halves that leave and attendance are counted in.
import { type DateTime, dateTimeFromWall, minuteOfDay } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { LedgerFacts, Timetable } from "../../ledger/facts.ts";
import type { Half, HalfDaySpan } from "./half-days.ts";

/** When a half begins and ends, in minutes after local midnight. */
export function hoursOf(
  timetable: Timetable,
  half: Half,
): { readonly begins: number; readonly ends: number } {
  return half === "morning"
    ? { begins: timetable.opensAt, ends: timetable.breakFrom }
    : { begins: timetable.breakTo, ends: timetable.closesAt };
}

export function momentOn(day: PlainDate, minutes: number, zone: string): DateTime {
  return dateTimeFromWall(day, Math.floor(minutes / 60), minutes % 60, zone);
}

/** The minute in which the first half of a span begins. */
export function beginOf(span: HalfDaySpan, facts: LedgerFacts): DateTime {
  const { begins } = hoursOf(facts.timetableOn(span.from), span.fromHalf);
  return momentOn(span.from, begins, facts.zone);
}

/** The halves of a day that a stretch of time touches. */
export function halvesTouched(from: DateTime, to: DateTime, timetable: Timetable): Half[] {
  const [start, end] = [minuteOfDay(from), minuteOfDay(to)];
  const halves: Half[] = ["morning", "afternoon"];
  return halves.filter((half) => {
    const { begins, ends } = hoursOf(timetable, half);
    return start < ends && end > begins;
  });
}
