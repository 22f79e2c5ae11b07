// Dates and times, all as serial numbers on the spreadsheet's wall clock.
import { dayMs, serialOfCivilDate, serialOfInstant, wallTimeOfSerial } from "../model/serial-date.ts";
import type { Argument, FormulaFunction, ScalarFunction } from "./formula-context.ts";
import { FormulaFailure, type FormulaValue, findNumberInText, toNumber, toText } from "./formula-value.ts";

const wall = (value: FormulaValue): Date => new Date(wallTimeOfSerial(toNumber(value)));
const wholeDay = (value: FormulaValue): number => Math.floor(toNumber(value));

/** The same day of month, `months` later; the month's last day where it has fewer days. */
function addMonths(serial: number, months: number): number {
  const date = wall(serial);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return serialOfCivilDate(
    target.getUTCFullYear(),
    target.getUTCMonth() + 1,
    Math.min(date.getUTCDate(), lastDay),
  );
}

function weekday(value: FormulaValue, type: FormulaValue): number {
  const day = wall(value).getUTCDay();
  const kind = type === undefined ? 1 : toNumber(type);
  if (kind === 1) return day + 1;
  if (kind === 2) return day === 0 ? 7 : day;
  if (kind === 3) return day === 0 ? 6 : day - 1;
  throw new FormulaFailure("#NUM!", "WEEKDAY takes type 1, 2 or 3");
}

function isoWeek(value: FormulaValue): number {
  const serial = wholeDay(value);
  const thursday = serial - (weekday(serial, 2) - 1) + 3;
  const year = wall(thursday).getUTCFullYear();
  return Math.floor((thursday - serialOfCivilDate(year, 1, 1)) / 7) + 1;
}

function dateDifference(from: number, to: number, unit: string): number {
  if (to < from) throw new FormulaFailure("#NUM!", "DATEDIF ends before it starts");
  const [a, b] = [wall(from), wall(to)];
  const months =
    (b.getUTCFullYear() - a.getUTCFullYear()) * 12 +
    b.getUTCMonth() -
    a.getUTCMonth() -
    (b.getUTCDate() < a.getUTCDate() ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "D":
      return to - from;
    case "M":
      return months;
    case "Y":
      return Math.floor(months / 12);
    case "YM":
      return months % 12;
    case "MD":
      return to - addMonths(from, months);
    case "YD":
      return to - addMonths(from, Math.floor(months / 12) * 12);
    default:
      throw new FormulaFailure("#NUM!", "Unknown unit in DATEDIF");
  }
}

function holidaysOf(arg: Argument | undefined): Set<number> {
  const days = new Set<number>();
  for (const line of arg && !arg.isOmitted ? arg.matrix() : []) {
    for (const value of line) if (value !== undefined && value !== "") days.add(wholeDay(value));
  }
  return days;
}

/** Which weekdays are off, Monday first: "0000011", or the numbered patterns of NETWORKDAYS.INTL. */
function weekendOf(value: FormulaValue): readonly boolean[] {
  if (typeof value === "string" && /^[01]{7}$/.test(value)) return [...value].map((digit) => digit === "1");
  const number = value === undefined ? 1 : toNumber(value);
  const pair = number >= 11 ? [(number - 11 + 6) % 7] : [(number + 4) % 7, (number + 5) % 7];
  return [0, 1, 2, 3, 4, 5, 6].map((day) => pair.includes(day));
}

function isWorkday(serial: number, weekend: readonly boolean[], holidays: Set<number>): boolean {
  return weekend[weekday(serial, 2) - 1] !== true && !holidays.has(serial);
}

function countWorkdays(from: number, to: number, weekend: readonly boolean[], off: Set<number>): number {
  const sign = to < from ? -1 : 1;
  let days = 0;
  for (let day = Math.min(from, to); day <= Math.max(from, to); day += 1) {
    if (isWorkday(day, weekend, off)) days += 1;
  }
  return sign * days;
}

function workdayAfter(from: number, count: number, weekend: readonly boolean[], off: Set<number>): number {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    if (isWorkday(day, weekend, off)) left -= 1;
    if (Math.abs(day - from) > 200_000) throw new FormulaFailure("#NUM!", "No working day found");
  }
  return day;
}

export const dateFunctions: Readonly<Record<string, FormulaFunction>> = {
  TODAY: (_, context) => Math.floor(serialOfInstant(context.now, context.workbook.facts.timeZone)),
  NOW: (_, context) => serialOfInstant(context.now, context.workbook.facts.timeZone),
  NETWORKDAYS: ([from, to, off]) =>
    countWorkdays(wholeDay(from?.single()), wholeDay(to?.single()), weekendOf(1), holidaysOf(off)),
  "NETWORKDAYS.INTL": ([from, to, weekend, off]) =>
    countWorkdays(
      wholeDay(from?.single()),
      wholeDay(to?.single()),
      weekendOf(weekend?.single()),
      holidaysOf(off),
    ),
  WORKDAY: ([from, count, off]) =>
    workdayAfter(wholeDay(from?.single()), toNumber(count?.single()), weekendOf(1), holidaysOf(off)),
  "WORKDAY.INTL": ([from, count, weekend, off]) =>
    workdayAfter(
      wholeDay(from?.single()),
      toNumber(count?.single()),
      weekendOf(weekend?.single()),
      holidaysOf(off),
    ),
};

export const dateScalars: Readonly<Record<string, ScalarFunction>> = {
  DATE: ([year, month, day]) => {
    const y = Math.trunc(toNumber(year));
    return serialOfCivilDate(y < 1900 ? y + 1900 : y, Math.trunc(toNumber(month)), Math.trunc(toNumber(day)));
  },
  TIME: ([hour, minute, second]) =>
    ((toNumber(hour) * 3600 + toNumber(minute) * 60 + toNumber(second)) / 86_400) % 1,
  YEAR: ([value]) => wall(value).getUTCFullYear(),
  MONTH: ([value]) => wall(value).getUTCMonth() + 1,
  DAY: ([value]) => wall(value).getUTCDate(),
  HOUR: ([value]) => wall(value).getUTCHours(),
  MINUTE: ([value]) => wall(value).getUTCMinutes(),
  SECOND: ([value]) => wall(value).getUTCSeconds(),
  WEEKDAY: ([value, type]) => weekday(value, type),
  ISOWEEKNUM: ([value]) => isoWeek(value),
  WEEKNUM: ([value, type]) => {
    if (type !== undefined && toNumber(type) === 21) return isoWeek(value);
    const firstDay = type === undefined || toNumber(type) === 1 ? 0 : 1;
    const serial = wholeDay(value);
    const start = serialOfCivilDate(wall(serial).getUTCFullYear(), 1, 1);
    const lead = (wall(start).getUTCDay() - firstDay + 7) % 7;
    return Math.floor((serial - start + lead) / 7) + 1;
  },
  EDATE: ([value, months]) => addMonths(wholeDay(value), Math.trunc(toNumber(months))),
  EOMONTH: ([value, months]) => {
    const date = wall(wholeDay(value));
    const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + Math.trunc(toNumber(months)), 0);
    return end / dayMs + 25_569;
  },
  DATEDIF: ([from, to, unit]) => dateDifference(wholeDay(from), wholeDay(to), toText(unit)),
  DAYS: ([end, start]) => wholeDay(end) - wholeDay(start),
  DATEVALUE: ([value]) => {
    const number = typeof value === "number" ? value : findNumberInText(toText(value));
    if (number === undefined) throw new FormulaFailure("#VALUE!", "DATEVALUE needs a date");
    return Math.floor(number);
  },
  TIMEVALUE: ([value]) => {
    const number = typeof value === "number" ? value : findNumberInText(toText(value));
    if (number === undefined) throw new FormulaFailure("#VALUE!", "TIMEVALUE needs a time");
    return number % 1;
  },
};
