// How figures, dates and texts of a report read: the same words in every rendering.
import { isDateTime, showDateTime } from "../../../shared/kernel/date-time.ts";
import { type Locale, say } from "../../../shared/kernel/text.ts";
import { type Cell, type Figure, isText, type Unit } from "./report.ts";

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

/** `3.5`, for days and for points of a score. */
export function showTenths(value: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
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
