// One text for what a cell shows, so that equal content compares equal whatever the format added.
import type { Field } from "../../shared/ledger/field.ts";

const YES = "是";
const NO = "否";
export const FLAG_CHOICES: readonly string[] = [YES, NO];

/** What a cell shows, without what formats, fonts and pasting add. */
export function plainCell(shown: string, field: Field | null): string {
  let text = shown.replaceAll("\r\n", "\n").normalize("NFC").trim();
  // The apostrophe that keeps a text from becoming a formula.
  if (/^'[=＝]/.test(text)) text = text.slice(1);
  if (field?.shape.control === "number") return text.replaceAll(",", "");
  if (field?.shape.control === "checkbox") return flagCell(text);
  return text;
}

function flagCell(text: string): string {
  if (text === "TRUE" || text === "true") return YES;
  return text === "FALSE" || text === "false" ? NO : text;
}

/** A value's cell as text. */
export function cellText(cell: string | number | boolean): string {
  return typeof cell === "boolean" ? (cell ? YES : NO) : String(cell);
}

/** True where a personal value stands behind a mask: `张**`, `***`. */
export function isMasked(text: string, field: Field | null): boolean {
  return field?.personal === true && text.endsWith("**");
}
