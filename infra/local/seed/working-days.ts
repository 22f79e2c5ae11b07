// The working days of the demonstration, its weeks with their last day of work, and the days after a date.
import { parsePeriod, weekOf } from "../../../shared/kernel/period.ts";
import { datesBetween, type PlainDate, plainDate } from "../../../shared/kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../../shared/kernel/working-calendar.ts";

export function chineseWorkingDays(calendar: WorkingCalendar, first: PlainDate, last: PlainDate) {
  const list = datesBetween(first, last).filter((day) => calendar.day(day).working);
  const weeks = [...new Set(list.map(weekOf))].flatMap((week) => {
    const period = parsePeriod(week);
    if (!period || period.first < first) return [];
    const days = datesBetween(period.first, period.last).filter((day) => calendar.day(day).working);
    const end = days.at(-1);
    return end ? [{ week, last: end }] : [];
  });
  return {
    list,
    weeks,
    /** The nth working day after a date. */
    after: (day: string, count: number): PlainDate => addWorkingDays(calendar, plainDate(day), count),
  };
}
