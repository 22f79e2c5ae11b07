// Refusals as data: a code, an HTTP status (RFC 9457), and a sentence naming the field and the remedy.
import type { Text } from "./text.ts";

export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly field?: string;
  /** From when on it is worth asking again. */
  readonly retryAfterSeconds?: number;
  readonly message: Text;
}

export interface ProblemTemplate {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Details<T extends ProblemTemplate> = { readonly field?: string | undefined } & {
  readonly [Name in Names<T["zh"]> | Names<T["en"]>]: string | number | Text;
};

export type ProblemCatalogue<T extends Record<string, ProblemTemplate>> = {
  readonly [Code in keyof T]: (details: Details<T[Code]>) => Problem;
};

/**
 * Turns templates with `{placeholders}` into functions that make problems.
 *
 * @example
 * const problems = defineProblems({ too_long: { status: 422, zh: "{label}最多 {max} 字。", en: "{label}: at most {max}." } });
 * problems.too_long({ field: "note", label: { zh: "备注", en: "Note" }, max: 200 });
 */
export function defineProblems<const T extends Record<string, ProblemTemplate>>(
  templates: T,
): ProblemCatalogue<T> {
  const entries = Object.entries(templates).map(([code, template]) => [
    code,
    (details: Record<string, string | number | Text | undefined>): Problem => ({
      code,
      status: template.status,
      ...(typeof details.field === "string" ? { field: details.field } : {}),
      message: { zh: fill(template.zh, details, "zh"), en: fill(template.en, details, "en") },
    }),
  ]);
  return Object.fromEntries(entries);
}

function fill(
  template: string,
  details: Record<string, string | number | Text | undefined>,
  locale: "zh" | "en",
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    if (value === undefined) throw new Error(`problem template lacks a value for {${name}}`);
    return typeof value === "object" ? value[locale] : String(value);
  });
}
