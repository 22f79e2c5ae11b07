// Number formats: which ones mean a date or text, and how a value looks under one.
import { format, isDateFormat, isTextFormat } from "numfmt";
import { CellError, type CellValue } from "./cell.ts";

const dateFormats = new Map<string, boolean>();

/** True for patterns that show a date or a time of day; such numbers are dates to a script. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (pattern === undefined || pattern === "General" || pattern === "") return false;
  const known = dateFormats.get(pattern);
  if (known !== undefined) return known;
  let result = false;
  try {
    result = isDateFormat(pattern);
  } catch {
    result = false;
  }
  dateFormats.set(pattern, result);
  return result;
}

export const isTextPattern = (pattern: string | undefined): boolean =>
  pattern === "@" || (pattern?.includes("@") === true && isTextFormat(pattern));

/** A number in the General format, with at most ten significant decimals as a sheet shows it. */
function generalNumber(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-9))
    return value.toExponential(4).replace("e", "E");
  return String(Number(value.toPrecision(12)));
}

/** What a cell shows for a value under a number format. */
export function displayText(value: CellValue | undefined, pattern: string | undefined): string {
  if (value === undefined) return "";
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (pattern === undefined || pattern === "" || pattern === "General" || pattern === "0.###############") {
    return typeof value === "number" ? generalNumber(value) : value;
  }
  if (pattern === "@") return typeof value === "number" ? generalNumber(value) : value;
  try {
    return format(pattern, value, { locale: "zh-CN", throws: true });
  } catch {
    return String(value);
  }
}
