// Columns that hold several entries: missing materials, process steps.
import * as z from "zod/mini";
import { type DateTime, isDateTime } from "../../kernel/date-time.ts";
import { err, ok } from "../../kernel/result.ts";
import { type Field, type FieldOptions, fieldProblems, isBlank, quote } from "../field.ts";
import { checkText, tidyText } from "./text.ts";
import { tidyDateTime } from "./time.ts";

const MAX_ENTRIES = 200;
const SEPARATOR = /[\n;；]/;

/** Short texts, one per line or separated by ； in a cell. */
export function textList(options: FieldOptions & { readonly maxLength?: number }): Field<readonly string[]> {
  const { maxLength = 100, ...rest } = options;
  return {
    ...rest,
    kind: "textList",
    shape: { control: "list", maxLength, format: "@", width: 220 },
    schema: z.readonly(
      z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(MAX_ENTRIES)),
    ),
    accept(raw, { id }) {
      // An entry holds no separator, whichever way it came, so that a cell reads back as what it shows.
      const parts = textsOf(raw)?.flatMap((part) => part.split(SEPARATOR));
      const entries: string[] = [];
      for (const part of parts ?? []) {
        const entry = tidyText(part);
        if (entry === "" || entries.includes(entry)) continue;
        const checked = checkText(entry, { id, label: rest.label, maxLength, oneLine: true });
        if (!checked.ok) return checked;
        entries.push(entry);
      }
      if (!parts || entries.length > MAX_ENTRIES) {
        const expected = {
          zh: `不超过 ${MAX_ENTRIES} 项的文字列表`,
          en: `a list of at most ${MAX_ENTRIES} texts`,
        };
        return err(fieldProblems.wrong_type({ field: id, label: rest.label, expected }));
      }
      return entries.length > 0 ? ok(entries) : err(fieldProblems.required({ field: id, label: rest.label }));
    },
    toCell: (value) => value.join("\n"),
  };
}

function textsOf(raw: unknown): readonly string[] | undefined {
  if (typeof raw === "string") return [raw];
  const isText = (part: unknown): part is string => typeof part === "string";
  return Array.isArray(raw) && raw.every(isText) ? raw : undefined;
}

/** One thing done on a case, by whom and when; shown in its timeline, without effect on the clock. */
export interface ProcessStep {
  readonly at: DateTime;
  readonly name: string;
  readonly by?: string | undefined;
}

export function processSteps(options: FieldOptions): Field<readonly ProcessStep[]> {
  const step = z.object({
    at: z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value)),
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    by: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  });
  const given = z
    .array(z.strictObject({ at: z.string(), name: z.string(), by: z.nullish(z.string()) }))
    .check(z.maxLength(MAX_ENTRIES));
  return {
    ...options,
    hidden: true,
    kind: "processSteps",
    shape: { control: "list", format: "@", width: 200 },
    schema: z.readonly(z.array(step).check(z.maxLength(MAX_ENTRIES))),
    accept(raw, { id, zone }) {
      const parsed = given.safeParse(raw);
      if (!parsed.success || parsed.data.some(({ name }) => isBlank(name))) {
        const expected = { zh: "步骤列表(时间、名称、经办人)", en: "a list of steps (at, name, by)" };
        return err(fieldProblems.wrong_type({ field: id, label: options.label, expected }));
      }
      const steps: ProcessStep[] = [];
      for (const { at, name, by } of parsed.data) {
        const time = tidyDateTime(at.trim(), zone);
        if (!time) {
          return err(fieldProblems.invalid_date_time({ field: id, label: options.label, value: quote(at) }));
        }
        const checked = checkText(tidyText(name), {
          id,
          label: options.label,
          maxLength: 200,
          oneLine: true,
        });
        if (!checked.ok) return checked;
        const person = isBlank(by) ? undefined : tidyText(by ?? "");
        const who = person && checkText(person, { id, label: options.label, maxLength: 100, oneLine: true });
        if (who && !who.ok) return who;
        steps.push({ at: time, name: checked.value, ...(person ? { by: person } : {}) });
      }
      return ok(steps);
    },
    toCell: (value) => value.map(({ at, name }) => `${at.slice(0, 16)} ${name}`).join("\n"),
  };
}
