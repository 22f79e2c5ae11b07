// Which dates are working days: one row per date, with the notice it rests on.
import { addDays, datesBetween, isPlainDate, type PlainDate, weekday, yearOf } from "./plain-date.ts";
import type { Text } from "./text.ts";

/** A year of a calendar as a notice states it: ranges off, single make-up working days. */
export interface CalendarYear {
  readonly year: number;
  /** The notice, as a person would cite it. */
  readonly source: Text;
  /** Grows with every change of this year's dates. */
  readonly version: number;
  /** Statutory days off, first and last date of each range. */
  readonly off: readonly (readonly [first: string, last: string])[];
  /** Days of rest on which work is done (调休上班日). */
  readonly makeUp: readonly string[];
}

export type CalendarDayKind = "workday" | "weekend" | "holiday" | "makeUp";

export interface CalendarDay {
  readonly date: PlainDate;
  readonly kind: CalendarDayKind;
  readonly working: boolean;
  readonly source: Text;
  /** True past the last loaded year: Monday to Friday is only assumed. */
  readonly provisional: boolean;
}

export interface WorkingCalendar {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Names every loaded year with its version, so that a judgement can say what it rested on. */
  readonly version: string;
  day(date: PlainDate): CalendarDay;
}

const ASSUMED: Text = {
  zh: "尚无放假通知,暂按周一至周五",
  en: "no holiday notice yet; Monday to Friday assumed",
};

/** Builds a calendar from years without a gap between them; throws when the data contradicts itself. */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new Error("a calendar needs at least one year");
  const byYear = new Map(sorted.map((year) => [year.year, { source: year.source, days: rowsOf(year) }]));
  if (sorted.some(({ year }, index) => year !== first.year + index)) {
    throw new Error("a calendar's years follow one another, each once");
  }
  return {
    firstYear: first.year,
    lastYear: last.year,
    version: sorted.map((year) => `${year.year}v${year.version}`).join(","),
    day(date) {
      const loaded = byYear.get(yearOf(date));
      const kind = loaded?.days.get(date) ?? (weekday(date) <= 5 ? "workday" : "weekend");
      return {
        date,
        kind,
        working: kind === "workday" || kind === "makeUp",
        source: loaded?.source ?? ASSUMED,
        provisional: yearOf(date) > last.year,
      };
    },
  };
}

/** Shipped years come by again with every call. */
const rowsByYear = new WeakMap<CalendarYear, ReadonlyMap<string, CalendarDayKind>>();

function rowsOf(year: CalendarYear): ReadonlyMap<string, CalendarDayKind> {
  const rows = rowsByYear.get(year) ?? readRows(year);
  rowsByYear.set(year, rows);
  return rows;
}

/** The dates of one year that are not what their weekday says, or are named by the notice all the same. */
function readRows(year: CalendarYear): ReadonlyMap<string, CalendarDayKind> {
  const rows = new Map<string, CalendarDayKind>();
  const put = (date: string, kind: CalendarDayKind) => {
    if (!isPlainDate(date) || yearOf(date) !== year.year) throw new Error(`${date} is not in ${year.year}`);
    if (rows.has(date)) throw new Error(`${date} stands twice in the calendar of ${year.year}`);
    rows.set(date, kind);
  };
  for (const [from, to] of year.off) {
    if (!isPlainDate(from) || !isPlainDate(to) || to < from) throw new Error(`no range: ${from} to ${to}`);
    for (const date of datesBetween(from, to)) put(date, "holiday");
  }
  for (const date of year.makeUp) {
    put(date, "makeUp");
    if (isPlainDate(date) && weekday(date) <= 5) throw new Error(`${date} is no day of rest to make up for`);
  }
  return rows;
}

/** The working day that is `count` working days after a date; 0 gives the date itself if it is one, else the next. */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): PlainDate {
  let date = from;
  if (count === 0) {
    while (!calendar.day(date).working) date = addDays(date, 1);
    return date;
  }
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    if (calendar.day(date).working) left--;
  }
  return date;
}

/** Working days after `from`, up to and including `to`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  return datesBetween(addDays(from, 1), to).filter((date) => calendar.day(date).working).length;
}
