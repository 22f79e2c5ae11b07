// What one hall owes for one period: when it is due, and how it stands.
import { type DateTime, dateOf, dateTimeFromWall, instantOf } from "../../kernel/date-time.ts";
import { isInPeriod, type Period, parsePeriod, weekOf } from "../../kernel/period.ts";
import {
  addDays,
  datesBetween,
  monthOf,
  type PlainDate,
  plainDate,
  yearOf,
} from "../../kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../kernel/working-calendar.ts";
import type { DueRule, ObligationRule } from "./obligation-rule.ts";

/** When a hall works, and what it is excused from; each with dates. */
export interface HallDuty {
  readonly id: string;
  readonly zone: string;
  /** `17:30`: hours may change with a date. */
  closesAtOn(day: PlainDate): string;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate | null;
  /** Spans without work (rebuilding, flood); whole periods inside are not owed. */
  readonly suspensions: readonly Span[];
  readonly exemptions: readonly (Span & { readonly rule: string })[];
}

export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
}

export interface Obligation {
  /** `monthly-report/2026-11`. */
  readonly id: string;
  readonly hall: string;
  readonly rule: ObligationRule;
  readonly period: Period;
  readonly dueAt: DateTime;
  /** Due past the calendar's last loaded year. */
  readonly provisional: boolean;
  readonly excused: string | null;
}

/** First and latest completion are both kept: what is sent again never destroys what was in time. */
export interface Completion {
  readonly first: DateTime;
  readonly latest: DateTime;
}

export type ObligationStatus = "pending" | "dueSoon" | "overdue" | "met" | "metLate" | "missed" | "excused";

/**
 * Everything that a hall owes for the periods that end within a span of days (a rule with a date of its own: that
 * fall due within it), in the order of their due times. Before the calendar's first year nothing is assessable.
 */
export function obligationsOf(
  hall: HallDuty,
  rules: readonly ObligationRule[],
  calendar: WorkingCalendar,
  first: PlainDate,
  last: PlainDate,
): Obligation[] {
  const found = rules.flatMap((rule) =>
    periodsIn(rule, first, last).flatMap((period) => {
      if (!isInForce(rule, period) || !isOwed(hall, rule, period, calendar)) return [];
      const dueAt = dueTime(rule.due, period, hall, calendar);
      const exemption = hall.exemptions.find(
        (span) => span.rule === rule.id && isInPeriod(period.first, asPeriod(span)),
      );
      return [
        {
          id: `${rule.id}/${period.id}`,
          hall: hall.id,
          rule,
          period,
          dueAt,
          provisional: yearOf(dateOf(dueAt)) > calendar.lastYear,
          excused: exemption?.reason ?? null,
        },
      ];
    }),
  );
  const due = new Map(found.map((obligation) => [obligation, instantOf(obligation.dueAt)]));
  return found.sort((a, b) => (due.get(a) ?? 0) - (due.get(b) ?? 0) || (a.id < b.id ? -1 : 1));
}

/**
 * How an obligation stands at a moment. Complete, in time and locked are three things: `met` and `metLate` speak of
 * the first completion; `missed` is said only when the period was locked without one, or grace has run out.
 */
export function obligationStatus(
  obligation: Obligation,
  completion: Completion | null,
  locked: boolean,
  now: DateTime,
  calendar: WorkingCalendar,
): ObligationStatus {
  if (obligation.excused !== null) return "excused";
  const due = instantOf(obligation.dueAt);
  if (completion) return instantOf(completion.first) <= due ? "met" : "metLate";
  if (locked) return "missed";
  const { graceWorkingDays, warnWorkingDays } = obligation.rule;
  const dueDate = dateOf(obligation.dueAt);
  if (instantOf(now) > due) {
    return dateOf(now) > addWorkingDays(calendar, dueDate, graceWorkingDays) ? "missed" : "overdue";
  }
  return dateOf(now) >= workingDaysBefore(calendar, dueDate, warnWorkingDays) ? "dueSoon" : "pending";
}

function asPeriod({ from, to }: Span): Period {
  return { id: `${from}/${to}`, kind: "day", first: from, last: to };
}

/** The rule in force on a period's first day holds for the whole period. */
function isInForce(rule: ObligationRule, period: Period): boolean {
  return rule.from <= period.first && (rule.to === null || period.first <= rule.to);
}

/** A period is owed when the hall works on at least one working day of it; a day off owes no daily summary. */
function isOwed(hall: HallDuty, rule: ObligationRule, period: Period, calendar: WorkingCalendar): boolean {
  if (yearOf(period.first) < calendar.firstYear) return false;
  const last = anchorOf(rule, period);
  // What is asked by a date is asked of those that were at work before it and are there still.
  if (rule.due.kind === "dateOfPeriod" && hall.closesOn !== null && hall.closesOn < last) return false;
  return datesBetween(period.first, last).some((day) => calendar.day(day).working && works(hall, day));
}

function works(hall: HallDuty, day: PlainDate): boolean {
  if (day < hall.opensOn || (hall.closesOn !== null && day > hall.closesOn)) return false;
  return !hall.suspensions.some(({ from, to }) => day >= from && day <= to);
}

function dueTime(due: DueRule, period: Period, hall: HallDuty, calendar: WorkingCalendar): DateTime {
  const at = (day: PlainDate, time: string) =>
    dateTimeFromWall(day, Number(time.slice(0, 2)), Number(time.slice(3, 5)), hall.zone);
  switch (due.kind) {
    case "workingDaysAfterPeriod":
      return at(addWorkingDays(calendar, period.last, due.count), due.at);
    case "closingOfLastWorkingDay": {
      const days = datesBetween(period.first, period.last).filter(
        (day) => calendar.day(day).working && works(hall, day),
      );
      const last = days.at(-1) ?? period.last;
      return at(last, hall.closesAtOn(last));
    }
    case "dateOfNextYear":
      return at(addWorkingDays(calendar, plainDate(`${yearOf(period.last) + 1}-${due.monthDay}`), 0), due.at);
    case "dateOfPeriod":
      return at(plainDate(`${yearOf(period.first)}-${due.monthDay}`), due.at);
  }
}

function workingDaysBefore(calendar: WorkingCalendar, day: PlainDate, count: number): PlainDate {
  let date = day;
  for (let left = count; left > 0; ) {
    date = addDays(date, -1);
    if (calendar.day(date).working) left--;
  }
  return date;
}

/** The day by which a period is looked up: its last one, or the date that its rule names. */
export function anchorOf({ due }: ObligationRule, period: Period): PlainDate {
  return due.kind === "dateOfPeriod" ? plainDate(`${yearOf(period.first)}-${due.monthDay}`) : period.last;
}

function periodsIn(rule: ObligationRule, first: PlainDate, last: PlainDate): Period[] {
  const ids = new Set(datesBetween(first, last).map((day) => idOf(rule.period, day)));
  return [...ids].flatMap((id) => {
    const period = parsePeriod(id);
    if (!period) return [];
    const anchor = anchorOf(rule, period);
    return anchor >= first && anchor <= last ? [period] : [];
  });
}

function idOf(kind: ObligationRule["period"], day: PlainDate): string {
  switch (kind) {
    case "day":
      return day;
    case "week":
      return weekOf(day);
    case "month":
      return monthOf(day);
    case "quarter":
      return `${yearOf(day)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case "year":
      return String(yearOf(day));
  }
}
