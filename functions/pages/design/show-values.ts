// How numbers, money, rates and dates read on a page.
import { type PlainDate, weekday } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";

/** `1,234`. */
export function showCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** `1,234.50`, from fen. */
export function showYuan(fen: number): string {
  return (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `93.3%`; never rounded up to 100 % while something is missing. */
export function showRate(rate: number): string {
  const tenths = Math.round(rate * 1000);
  return `${((rate < 1 ? Math.min(tenths, 999) : tenths) / 10).toFixed(1)}%`;
}

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
