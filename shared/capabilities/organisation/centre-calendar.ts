// A centre's calendar: the years that are shipped, with the centre's own in their place or after them.
import { CHINA_CALENDAR_YEARS } from "../../kernel/china-calendar.ts";
import { parseInstant } from "../../kernel/date-time.ts";
import { type CalendarYear, type WorkingCalendar, workingCalendar } from "../../kernel/working-calendar.ts";
import type { Centre, CentreCalendarYear } from "./centre.ts";

/** The years in force, one version of each. */
export function calendarYearsOf(centre: Centre): readonly CalendarYear[] {
  const own = new Set(centre.calendarYears.map(({ year }) => year));
  return [...CHINA_CALENDAR_YEARS.filter(({ year }) => !own.has(year)), ...centre.calendarYears].sort(
    (a, b) => a.year - b.year,
  );
}

export function calendarOf(centre: Centre): WorkingCalendar {
  return workingCalendar(calendarYearsOf(centre));
}

/** The calendar as it was known at an instant (milliseconds since 1970): of each year the latest version then. */
export function calendarAsOf(centre: Centre, instant: number): WorkingCalendar {
  const known = everyVersion(centre).filter(
    ({ appliedAt }) => appliedAt === undefined || (parseInstant(appliedAt) ?? 0) <= instant,
  );
  return workingCalendar(latestOfEachYear(known));
}

/** The calendar of a name such as `2025v1,2026v2`; nothing when one of its versions is not kept here. */
export function findCalendar(centre: Centre, version: string): WorkingCalendar | undefined {
  const all = everyVersion(centre);
  const years = version.split(",").map((name) => all.find((year) => `${year.year}v${year.version}` === name));
  return years.every((year) => year !== undefined) && years.length > 0
    ? workingCalendar(years.filter((year) => year !== undefined))
    : undefined;
}

function everyVersion(centre: Centre): readonly (CalendarYear & Pick<CentreCalendarYear, "appliedAt">)[] {
  return [...CHINA_CALENDAR_YEARS, ...(centre.formerCalendarYears ?? []), ...centre.calendarYears];
}

/** Of two with the same number the one that came later stands: the centre's own goes before the shipped one. */
function latestOfEachYear<Y extends CalendarYear>(versions: readonly Y[]): Y[] {
  const latest = new Map<number, Y>();
  for (const one of versions) {
    const found = latest.get(one.year);
    if (!found || one.version >= found.version) latest.set(one.year, one);
  }
  return [...latest.values()];
}
