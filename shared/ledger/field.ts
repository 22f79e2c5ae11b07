// One column of a ledger: what it is called, which values it takes, and how they look in a cell.
import type * as z from "zod/mini";
import { defineProblems, type Problem } from "../kernel/problem.ts";
import type { Result } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";

/** What a spreadsheet cell holds; an empty cell is an empty string. */
export type Cell = string | number | boolean;

export interface FieldContext {
  readonly id: string;
  /** The hall's IANA time zone: a wall time without an offset is meant there. */
  readonly zone: string;
}

export interface FieldOptions {
  readonly label: Text;
  readonly help?: Text;
  /** Every row needs it. What only closing needs is a rule of the ledger. */
  readonly required?: boolean;
  /** Personal information: kept in an item of its own, so that it can be erased while the history stays. */
  readonly personal?: boolean;
  /** Not shown as a column: too large or too structured for a cell. */
  readonly hidden?: boolean;
  /** What an empty form offers for it: the present moment, or the person who fills it in. */
  readonly offers?: "now" | "self";
}

/** How a form asks for a value, and how a column shows it. */
export interface FieldShape {
  readonly control:
    | "text"
    | "longText"
    | "choice"
    | "reference"
    | "date"
    | "dateTime"
    | "number"
    | "checkbox"
    | "list"
    | "checklist"
    | "attachments";
  readonly choices?: readonly { readonly code: string; readonly label: Text }[];
  /** Of a reference: where its values come from. */
  readonly refersTo?: "matter" | "person";
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A Sheets number format. */
  readonly format: string;
  /** Column width in pixels. */
  readonly width: number;
}

export interface Field<T = unknown> extends FieldOptions {
  readonly kind: string;
  readonly shape: FieldShape;
  /** The value as stored and as the API gives it. */
  readonly schema: z.ZodMiniType<T>;
  /** Takes what a person, a cell or a client gives; dates and spaces may still be in their own style. */
  accept(raw: unknown, context: FieldContext): Result<T, Problem>;
  toCell(value: T): Cell;
}

export type Fields = Readonly<Record<string, Field>>;

/** The values of a row by field id; a field without a value is absent. */
export type ValuesOf<F extends Fields> = {
  readonly [Id in keyof F]?: F[Id] extends Field<infer T> ? T : never;
};

export type Values = Readonly<Record<string, unknown>>;

export const fieldProblems = defineProblems({
  wrong_type: {
    status: 422,
    zh: "“{label}”的值类型不对:应为{expected}。",
    en: "{label}: wrong type; expected {expected}.",
  },
  required: { status: 422, zh: "请填写“{label}”。", en: "{label} is required: please fill it in." },
  too_long: {
    status: 422,
    zh: "“{label}”最多 {max} 个字,现有 {length} 个;请缩短。",
    en: "{label}: at most {max} characters, now {length}; please shorten it.",
  },
  control_character: {
    status: 422,
    zh: "“{label}”里有看不见的控制字符;请删去后重新输入。",
    en: "{label} contains invisible control characters; please remove them.",
  },
  formula: {
    status: 422,
    zh: "“{label}”不能以等号开头(会被当作公式);请去掉等号。",
    en: "{label} must not begin with an equals sign (it would become a formula); please remove it.",
  },
  invalid_date: {
    status: 422,
    zh: "“{label}”的“{value}”不是真实存在的日期;请按 2026-11-02 的样子填写。",
    en: "{label}: “{value}” is not an existing date; please write it like 2026-11-02.",
  },
  invalid_date_time: {
    status: 422,
    zh: "“{label}”的“{value}”不是真实存在的时间;请按 2026-11-02 09:05 的样子填写。",
    en: "{label}: “{value}” is not an existing time; please write it like 2026-11-02 09:05.",
  },
  unknown_choice: {
    status: 422,
    zh: "“{label}”没有“{value}”这一项;可选:{choices}。",
    en: "{label}: “{value}” is not a choice; choose one of: {choices}.",
  },
  out_of_range: {
    status: 422,
    zh: "“{label}”应为 {minimum} 到 {maximum} 之间的数。",
    en: "{label} must be a number from {minimum} to {maximum}.",
  },
  invalid_format: {
    status: 422,
    zh: "“{label}”的格式不对:{expected}。",
    en: "{label} has the wrong format: {expected}.",
  },
  unknown_field: {
    status: 422,
    zh: "这本台账没有“{name}”这一栏;请核对栏名。",
    en: "This ledger has no field “{name}”; please check the name.",
  },
});

/** What a person typed, short enough to be quoted back. */
export function quote(raw: unknown): string {
  const text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? String(raw));
  const points = [...text];
  return points.length > 40 ? `${points.slice(0, 40).join("")}…` : text;
}

/** True for what means "nothing here": absent, null, or only spaces. */
export function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");
}

export interface Accepted {
  /** Values given, by field id; a value cleared on purpose is null. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** Of a row with thousands of unknown names, so many are named. */
const UNKNOWN_NAMED = 5;

/** Runs raw values through their fields; blank means cleared, an unknown name is a problem of its own. */
export function acceptValues(fields: Fields, raw: Values, zone: string): Accepted {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  let unknown = 0;
  for (const [id, given] of Object.entries(raw)) {
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (!field) {
      if (unknown++ >= UNKNOWN_NAMED) continue;
      problems.push(fieldProblems.unknown_field({ field: quote(id), name: quote(id) }));
    } else if (isBlank(given)) {
      values[id] = null;
    } else {
      const accepted = field.accept(given, { id, zone });
      if (accepted.ok) values[id] = accepted.value;
      else problems.push(accepted.error);
    }
  }
  return { values, problems };
}

/** One problem for each required field without a value. */
export function missingFields(fields: Fields, values: Values): Problem[] {
  return Object.entries(fields)
    .filter(([id, field]) => field.required && isBlank(values[id]))
    .map(([id, field]) => fieldProblems.required({ field: id, label: field.label }));
}

/** Checks values against the fields' schemas: the boundary between stored JSON and typed code. */
export function isValuesOf<F extends Fields>(fields: F, values: Values): values is ValuesOf<F> {
  return Object.entries(values).every(([id, value]) => fields[id]?.schema.safeParse(value).success);
}
