// Text columns: one line, several lines, or a fixed pattern such as the last four digits of a telephone.
import * as z from "zod/mini";
import type { Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type Field, type FieldOptions, fieldProblems } from "../field.ts";

interface TextOptions extends FieldOptions {
  /** In characters as people count them (code points), so that rare Han characters count once. */
  readonly maxLength?: number;
  readonly width?: number;
  /** Words that people type for a coded value, and the code. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** One for all: a cold start would build some hundreds of them otherwise. */
const SOME_TEXT = z.string().check(z.minLength(1));

const TEXT: Text = { zh: "文字", en: "text" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
/** Half of a character outside the basic plane, as a broken paste leaves it. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_BREAK = /[\n\t\u2028\u2029]/;

export function text(options: TextOptions): Field<string> {
  return textField("text", { maxLength: 100, ...options });
}

export function longText(options: TextOptions): Field<string> {
  return textField("longText", { maxLength: 1000, ...options });
}

function textField(kind: "text" | "longText", options: TextOptions & { maxLength: number }): Field<string> {
  const { maxLength, width, codes, ...rest } = options;
  return {
    ...rest,
    kind,
    shape: { control: kind, maxLength, format: "@", width: width ?? (kind === "text" ? 120 : 260) },
    schema: SOME_TEXT,
    accept(raw, { id }) {
      if (typeof raw !== "string" && typeof raw !== "number") {
        return err(fieldProblems.wrong_type({ field: id, label: rest.label, expected: TEXT }));
      }
      const value = tidyText(String(raw));
      const checked = checkText(value, { id, label: rest.label, maxLength, oneLine: kind === "text" });
      if (!checked.ok) return checked;
      const typed = value.toLowerCase();
      return ok(codes && Object.hasOwn(codes, typed) ? (codes[typed] ?? value) : value);
    },
    toCell: (value) => value,
  };
}

/** Unicode would turn these forms, which some people's names are written with, into other characters. */
const NOT_COMPATIBILITY_IDEOGRAPHS = /[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu;

/** One form (NFC) for what looks the same, one kind of line break, no spaces around it. */
export function tidyText(raw: string): string {
  const composed = raw.replace(NOT_COMPATIBILITY_IDEOGRAPHS, (part) => part.normalize("NFC"));
  return composed.replaceAll("\r\n", "\n").trim();
}

/** The rules for every text that people give: no control characters, no formula, not too long. */
export function checkText(
  value: string,
  rule: { readonly id: string; readonly label: Text; readonly maxLength: number; readonly oneLine: boolean },
): Result<string, Problem> {
  const { id: field, label, maxLength: max } = rule;
  if (CONTROL.test(value) || LONE_SURROGATE.test(value) || (rule.oneLine && LINE_BREAK.test(value))) {
    return err(fieldProblems.control_character({ field, label }));
  }
  if (/^[=＝]/.test(value)) return err(fieldProblems.formula({ field, label }));
  const length = [...value].length;
  return length > max ? err(fieldProblems.too_long({ field, label, max, length })) : ok(value);
}

/** Text of a fixed pattern, such as four digits. */
export function pattern(
  options: FieldOptions & { pattern: RegExp; expected: Text; width?: number },
): Field<string> {
  const { pattern: expression, expected, width, ...rest } = options;
  return {
    ...rest,
    kind: "pattern",
    shape: { control: "text", format: "@", width: width ?? 90 },
    schema: z.string().check(z.regex(expression)),
    accept(raw, { id }) {
      const value = typeof raw === "number" ? String(raw) : raw;
      if (typeof value !== "string") {
        return err(fieldProblems.wrong_type({ field: id, label: rest.label, expected: TEXT }));
      }
      const trimmed = value.trim();
      return expression.test(trimmed)
        ? ok(trimmed)
        : err(fieldProblems.invalid_format({ field: id, label: rest.label, expected }));
    },
    toCell: (value) => value,
  };
}
