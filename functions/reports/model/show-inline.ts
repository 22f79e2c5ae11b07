// How figures, dates and texts of a report read: the same words in every rendering.
import { isDateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { type Cell, type Figure, isText, type Unit } from "./report.ts";

// Made once: to make one takes longer than to show a hundred numbers.
const counts = new Intl.NumberFormat("en-US");
const hundredths = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenths = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1,234`. */
export function showCount(count: number): string {
  return counts.format(count);
}

/** `1,234.50`, from fen. */
export function showYuan(fen: number): string {
  return hundredths.format(fen / 100);
}

/** `93.3%`; never rounded up to 100 % while something is missing. */
export function showRate(rate: number): string {
  const thousandths = Math.round(rate * 1000);
  return `${((rate < 1 ? Math.min(thousandths, 999) : thousandths) / 10).toFixed(1)}%`;
}

/** `3.5`, for days and for points of a score. */
export function showTenths(value: number): string {
  return tenths.format(value);
}

const SHOW: Readonly<Record<Unit, (value: number) => string>> = {
  count: showCount,
  fen: showYuan,
  rate: showRate,
  days: (days) => (Number.isInteger(days) ? showCount(days) : showTenths(days)),
  points: showTenths,
};

export const NOTHING = "—";
export const HIDDEN = "*";

export function showFigure({ unit, value, below, hidden }: Omit<Figure, "kind" | "metric" | "rows">): string {
  if (below !== undefined) return `<${below}`;
  if (hidden) return HIDDEN;
  return value === null ? NOTHING : SHOW[unit](value);
}

export function showInline(inline: Cell, locale: Locale): string {
  if (inline === null) return "";
  if (isText(inline)) return say(inline, locale);
  if (inline.kind === "figure") return showFigure(inline);
  if (inline.kind === "link") return say(inline.text, locale);
  return showDate(inline.date);
}

/** Dates stay as they are; date-times are shown to the minute, as in cells. */
export function showDate(date: string): string {
  return isDateTime(date) ? showDateTime(date) : date;
}
