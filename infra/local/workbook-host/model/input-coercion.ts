// How a typed or scripted string becomes an entry: number, date, boolean, formula or text, as Sheets reads it.
import { getFormatFromId, parseValue } from "numfmt";
import type { Scalar } from "./cell.ts";
import { isDatePattern, isTextPattern } from "./number-format.ts";
import { serialOfCivilDate } from "./serial-date.ts";

export interface Entry {
  readonly value?: Scalar | undefined;
  readonly formula?: string | undefined;
  /** The number format that the entry brings along, when the cell does not already have a fitting one. */
  readonly numberFormat?: string | undefined;
}

const civilPattern =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Year-first dates (2026-11-02, 2026/11/2, 2026年11月2日), with or without a time. */
function findCivilDate(text: string): { serial: number; pattern: string } | undefined {
  const match = civilPattern.exec(text);
  if (!match) return undefined;
  const [, yearText = "", separator, m1, d1, m2, d2, hour, minute, second] = match;
  const monthText = m1 ?? m2 ?? "";
  const dayText = d1 ?? d2 ?? "";
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const [h, m, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  const padded = monthText.length === 2 && dayText.length === 2;
  const [mm, dd] = padded ? ["mm", "dd"] : ["m", "d"];
  const datePattern =
    separator === undefined ? `yyyy"年"${mm}"月"${dd}"日"` : `yyyy${separator}${mm}${separator}${dd}`;
  const timePattern = hour === undefined ? "" : second === undefined ? " hh:mm" : " hh:mm:ss";
  return {
    serial: serialOfCivilDate(year, month, day) + (h * 3600 + m * 60 + s) / 86_400,
    pattern: datePattern + timePattern,
  };
}

/** Amounts in yuan: ¥12.5, -￥1,200. */
const yuanPattern = /^(-?)[¥￥]\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)$/;

/** A format of its own that a number typed into the cell does not replace. */
const isKept = (format: string | undefined): boolean => format !== undefined && format !== "General";

/** The number format that a script's Date brings into an unformatted cell. */
export function defaultDateFormat(locale: string, hasTime: boolean): string {
  const date = locale.startsWith("zh") ? "yyyy/m/d" : "m/d/yyyy";
  return hasTime ? `${date} h:mm:ss` : date;
}

/**
 * Reads a string as if it were typed into a cell with this number format.
 * An empty string clears the cell. An apostrophe in front keeps the rest as text.
 */
export function entryOfText(text: string, currentFormat: string | undefined): Entry {
  if (text === "") return {};
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (isTextPattern(currentFormat)) return { value: text };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  const civil = findCivilDate(trimmed);
  if (civil) {
    return isDatePattern(currentFormat)
      ? { value: civil.serial }
      : { value: civil.serial, numberFormat: civil.pattern };
  }
  const money = yuanPattern.exec(trimmed);
  if (money) {
    const value = Number(`${money[1]}${money[2]}`.replaceAll(",", ""));
    return isKept(currentFormat) ? { value } : { value, numberFormat: "[$¥-804]#,##0.00" };
  }
  // Nothing without a digit is a number; this also keeps month names out, which depend on the locale.
  if (!/\d/.test(trimmed) || /[\p{Script=Han}A-DF-Za-df-z_]/u.test(trimmed.replace(/\s?[ap]m$/i, ""))) {
    return { value: text };
  }
  const parsed = parseValue(trimmed);
  if (!parsed || typeof parsed.value !== "number") return { value: text };
  const pattern = parsed.formatId === undefined ? undefined : getFormatFromId(parsed.formatId);
  if (!pattern || pattern === "General" || pattern === "0") return { value: parsed.value };
  const fits = isKept(currentFormat) && isDatePattern(currentFormat) === isDatePattern(pattern);
  return fits ? { value: parsed.value } : { value: parsed.value, numberFormat: pattern };
}
