// Spans of half days: the unit in which leave is asked for, counted and laid over the days of a calendar.
import { dayNumber, fromDayNumber, type PlainDate } from "../../kernel/plain-date.ts";
import type { WorkingCalendar } from "../../kernel/working-calendar.ts";

export const HALVES = {
  morning: { zh: "上午", en: "morning" },
  afternoon: { zh: "下午", en: "afternoon" },
} as const;
export type Half = keyof typeof HALVES;

/** First and last half day, both included. */
export interface HalfDaySpan {
  readonly from: PlainDate;
  readonly fromHalf: Half;
  readonly to: PlainDate;
  readonly toHalf: Half;
}

export interface HalfDay {
  readonly day: PlainDate;
  readonly half: Half;
}

/** Half days since 1970-01-01: the afternoon of a day is one more than its morning. */
export function halfNumber({ day, half }: HalfDay): number {
  return dayNumber(day) * 2 + (half === "afternoon" ? 1 : 0);
}

export function firstOf({ from, fromHalf }: HalfDaySpan): number {
  return halfNumber({ day: from, half: fromHalf });
}

export function lastOf({ to, toHalf }: HalfDaySpan): number {
  return halfNumber({ day: to, half: toHalf });
}

export function halfDayOf(number: number): HalfDay {
  const day = Math.floor(number / 2);
  return { day: fromDayNumber(day), half: number % 2 === 0 ? "morning" : "afternoon" };
}

/** The half days of a span on which the hall works: days off cost nothing. */
export function workingHalves(span: HalfDaySpan, calendar: WorkingCalendar): HalfDay[] {
  const halves: HalfDay[] = [];
  for (let number = firstOf(span); number <= lastOf(span); number++) {
    const one = halfDayOf(number);
    if (calendar.day(one.day).working) halves.push(one);
  }
  return halves;
}

/** A leave split by day: which halves of each working day it takes. */
export function splitByDay(span: HalfDaySpan, calendar: WorkingCalendar): Map<PlainDate, Half[]> {
  const days = new Map<PlainDate, Half[]>();
  for (const { day, half } of workingHalves(span, calendar)) {
    days.set(day, [...(days.get(day) ?? []), half]);
  }
  return days;
}

export function doOverlap(a: HalfDaySpan, b: HalfDaySpan): boolean {
  return firstOf(a) <= lastOf(b) && firstOf(b) <= lastOf(a);
}

export function covers(span: HalfDaySpan, half: HalfDay): boolean {
  const number = halfNumber(half);
  return firstOf(span) <= number && number <= lastOf(span);
}

/** Whether no working half day lies between the end of one span and the beginning of the other. */
export function isAdjacent(earlier: HalfDaySpan, later: HalfDaySpan, calendar: WorkingCalendar): boolean {
  const end = lastOf(earlier);
  const start = firstOf(later);
  if (start <= end) return false;
  for (let number = end + 1; number < start; number++) {
    if (calendar.day(halfDayOf(number).day).working) return false;
  }
  return true;
}

/** `2026-11-20 上午 – 2026-11-23 下午`. */
export function showSpan(span: HalfDaySpan): { readonly zh: string; readonly en: string } {
  const { from, to } = span;
  const [first, last] = [HALVES[span.fromHalf], HALVES[span.toHalf]];
  const show = (locale: "zh" | "en") => `${from} ${first[locale]} – ${to} ${last[locale]}`;
  return { zh: show("zh"), en: show("en") };
}
