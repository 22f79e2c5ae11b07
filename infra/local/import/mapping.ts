// The mapping file: which column of an old ledger goes into which field, and how its cells are read.
import { readFile } from "node:fs/promises";
import * as z from "zod";
import { isTimeZone } from "../../../shared/kernel/date-time.ts";
import { StartFailure } from "../start-failure.mjs";
import { isEncoding } from "./text-encoding.ts";
import { compileFormat } from "./time-format.ts";

const columnName = z.string().trim().min(1).max(200);
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1).max(10)]);
/** What a field is given: null means "nothing here". */
const given = z.union([z.string(), z.number(), z.boolean()]);
const timeFormat = z.string().refine((format) => compileFormat(format) !== undefined, {
  error: "yyyy yy MM M dd d HH H hh h a mm m ss s S XXX; 其他字母放在单引号里 other letters in single quotes",
});
const encoding = z
  .string()
  .refine(isEncoding, { error: "没有这种编码 there is no such encoding: utf-8, gb18030, windows-1252 …" });

const FromColumn = z.strictObject({
  /** Several columns are joined by a space: a date in one, the time in the next. */
  column: oneOrMore(columnName),
  format: oneOrMore(timeFormat).optional(),
  /** What the old ledger says, and what it means; null means nothing. */
  values: z.record(z.string(), given.nullable()).optional(),
  /** Used where the cell is empty. */
  default: given.optional(),
  /** Used where the cell holds a date without a time: `09:00`. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

/** A value for the rows in which a column is filled: the outcome of those that have a date of completion. */
const WhenFilled = z.strictObject({ whenFilled: columnName, value: given });

const Steps = z.strictObject({
  /** Beside the mapping file, unless it is an absolute path. */
  file: z.string().min(1),
  sheet: z.string().min(1).optional(),
  encoding: encoding.optional(),
  /** The column of the steps' file that names the row, and the row's own column that it matches. */
  match: columnName,
  matchWith: columnName.optional(),
  at: columnName,
  name: columnName,
  by: columnName.optional(),
  formats: oneOrMore(timeFormat).optional(),
  field: z.string().default("steps"),
});

export const Mapping = z.strictObject({
  /** The columns that tell one row from another; the row's id is made of them. */
  id: oneOrMore(columnName),
  /** Tells this old ledger from another of the same hall whose numbers are the same. */
  source: z.string().min(1).max(100).optional(),
  /** Of a workbook; without it the first sheet. */
  sheet: z.string().min(1).optional(),
  /** Where it should not be guessed: `utf-8`, `gb18030`, `windows-1252` … */
  encoding: encoding.optional(),
  /** The zone of times that carry no offset; without it the hall's. */
  timeZone: z.string().refine(isTimeZone, { error: "Asia/Shanghai, Europe/Amsterdam …" }).optional(),
  /** Tried in this order for every date and time; ISO 8601 and 2026年11月2日 are always understood. */
  formats: oneOrMore(timeFormat).optional(),
  columns: z.record(z.string(), z.union([columnName, FromColumn, WhenFilled])),
  constants: z.record(z.string(), given).default({}),
  steps: Steps.optional(),
});
export type Mapping = z.infer<typeof Mapping>;
export type ColumnRule = z.infer<typeof FromColumn> | z.infer<typeof WhenFilled>;

/** @throws StartFailure naming the place in the file */
export async function readMapping(path: string): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new StartFailure({
      zh: `读不了映射文件 ${path}:${reason}`,
      en: `The mapping file ${path} cannot be read: ${reason}`,
    });
  }
  const parsed = Mapping.safeParse(json);
  if (parsed.success) return parsed.data;
  const [zh, en] = [z.locales.zhCN(), z.locales.en()].map(({ localeError }) =>
    explain(Mapping.safeParse(json, { error: localeError }).error?.issues[0]),
  );
  throw new StartFailure({
    zh: `映射文件 ${path} 的“${zh?.path}”不对:${zh?.message}`,
    en: `“${en?.path}” in the mapping file ${path} is wrong: ${en?.message}`,
  });
}

/** Of a choice between shapes, the one that came nearest: its first complaint lies deepest. */
function explain(issue: z.core.$ZodIssue | undefined): { path: string; message: string } {
  if (issue?.code === "invalid_union") {
    const inner = issue.errors
      .flatMap(([first]) => (first ? [first] : []))
      .sort((a, b) => b.path.length - a.path.length || rank(a) - rank(b))[0];
    if (inner) return explain({ ...inner, path: [...issue.path, ...inner.path] });
  }
  return { path: issue?.path.join(".") || "/", message: issue?.message ?? "" };
}

function rank(issue: z.core.$ZodIssue): number {
  return issue.code === "unrecognized_keys" ? 0 : 1;
}

/** Every rule in its long form. */
export function rulesOf(mapping: Mapping): [field: string, rule: ColumnRule][] {
  return Object.entries(mapping.columns).map(([field, rule]) => [
    field,
    typeof rule === "string" ? { column: rule } : rule,
  ]);
}

export function listOf<T>(oneOrSeveral: T | readonly T[] | undefined): readonly T[] {
  if (oneOrSeveral === undefined) return [];
  return isList(oneOrSeveral) ? oneOrSeveral : [oneOrSeveral];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** The columns that the file must have. */
export function columnsOf(mapping: Mapping): string[] {
  const named = rulesOf(mapping).flatMap(([, rule]) =>
    "column" in rule ? listOf(rule.column) : [rule.whenFilled],
  );
  const matched = mapping.steps?.matchWith;
  return [...new Set([...listOf(mapping.id), ...named, ...(matched ? [matched] : [])])];
}
