// Whether a holiday notice makes sense, by itself and after the years that are loaded.
import {
  datesBetween,
  isPlainDate,
  type PlainDate,
  plainDate,
  weekday,
  yearOf,
} from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CalendarYear } from "../../kernel/working-calendar.ts";
import type { GivenNotice, Notice } from "./notice.ts";
import { noticeProblems } from "./notice-problems.ts";

/** Holidays with a fixed date that every year's notice names (全国年节及纪念日放假办法, 2024): the rest follow the moon. */
const STATUTORY = [
  { monthDay: "01-01", name: { zh: "元旦", en: "New Year" } },
  { monthDay: "05-01", name: { zh: "劳动节", en: "Labour Day" } },
  { monthDay: "10-01", name: { zh: "国庆节", en: "National Day" } },
  { monthDay: "10-02", name: { zh: "国庆节", en: "National Day" } },
  { monthDay: "10-03", name: { zh: "国庆节", en: "National Day" } },
] as const;

/** The notice, or everything that is wrong with it. */
export function checkNotice(
  given: GivenNotice,
  loaded: readonly CalendarYear[],
): Result<Notice, readonly Problem[]> {
  const problems = [...checkYear(given, loaded), ...checkDates(given)];
  return problems.length > 0 ? err(problems) : ok(given);
}

function checkYear({ year, version }: GivenNotice, loaded: readonly CalendarYear[]): Problem[] {
  const years = loaded.map((one) => one.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (year < first) return [noticeProblems.notice_before_calendar({ field: "year", year, first })];
  if (year > last + 1) return [noticeProblems.notice_year_gap({ field: "year", year, last, next: last + 1 })];
  const present = loaded.find((one) => one.year === year)?.version ?? 0;
  const next = present + 1;
  if (present > 0 && version <= present) {
    return [noticeProblems.notice_year_loaded({ field: "version", year, version: present, next })];
  }
  return version > next ? [noticeProblems.notice_version_skipped({ field: "version", year, next })] : [];
}

function checkDates({ year, off, makeUp }: GivenNotice): Problem[] {
  if (off.length === 0) return [noticeProblems.notice_empty({ field: "off" })];
  const problems: Problem[] = [];
  const isDay = (field: string, date: string): date is PlainDate => {
    if (isPlainDate(date)) return true;
    problems.push(noticeProblems.notice_date({ field, date }));
    return false;
  };
  const inYear = (field: string, date: PlainDate): boolean => {
    if (yearOf(date) === year) return true;
    problems.push(noticeProblems.notice_other_year({ field, date, year }));
    return false;
  };
  const daysOff = new Set<string>();
  for (const [first, last] of off) {
    if (!isDay("off", first) || !isDay("off", last)) continue;
    if (last < first) problems.push(noticeProblems.notice_range({ field: "off", first, last }));
    else if (inYear("off", first) && (first === last || inYear("off", last))) {
      for (const date of datesBetween(first, last)) {
        if (daysOff.has(date)) problems.push(noticeProblems.notice_overlap({ field: "off", date }));
        daysOff.add(date);
      }
    }
  }
  const daysAtWork = new Set<string>();
  for (const date of makeUp) {
    if (!isDay("makeUp", date) || !inYear("makeUp", date)) continue;
    if (daysAtWork.has(date)) problems.push(noticeProblems.notice_overlap({ field: "makeUp", date }));
    else if (daysOff.has(date)) problems.push(noticeProblems.notice_off_and_work({ field: "makeUp", date }));
    else if (weekday(date) <= 5) {
      problems.push(noticeProblems.notice_make_up_on_workday({ field: "makeUp", date }));
    }
    daysAtWork.add(date);
  }
  const missing = STATUTORY.filter(({ monthDay }) => !daysOff.has(plainDate(`${year}-${monthDay}`)));
  // What is wrong with the dates given says more than what is missing because of it.
  return problems.length > 0
    ? problems
    : missing.map(({ monthDay, name }) =>
        noticeProblems.notice_statutory_day_missing({ field: "off", date: `${year}-${monthDay}`, name }),
      );
}
