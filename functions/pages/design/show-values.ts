// How numbers, money, rates and dates read on a page.
import { type PlainDate, weekday } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";

const WEEKDAYS: readonly Text[] = [
  { zh: "周一", en: "Mon" },
  { zh: "周二", en: "Tue" },
  { zh: "周三", en: "Wed" },
  { zh: "周四", en: "Thu" },
  { zh: "周五", en: "Fri" },
  { zh: "周六", en: "Sat" },
  { zh: "周日", en: "Sun" },
];

export function weekdayName(date: PlainDate): Text {
  return WEEKDAYS[weekday(date) - 1] ?? { zh: "", en: "" };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026年11月`, `Nov 2026`. */
export function monthName(month: string): Text {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))];
  return { zh: `${year}年${number}月`, en: `${MONTHS[number - 1] ?? ""} ${year}` };
}
