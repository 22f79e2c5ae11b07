// Columns with a fixed set of values, and columns that refer to the hall's reference data.
import * as z from "zod/mini";
import { err, ok } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type Field, type FieldOptions, fieldProblems, quote } from "../field.ts";

/** One of a few codes; a cell shows the Chinese label, and either label or the code is understood. */
export function choice<const Code extends string>(
  options: FieldOptions & { readonly choices: Readonly<Record<Code, Text>>; readonly width?: number },
): Field<Code> {
  const { choices, width, ...rest } = options;
  const isCode = (value: string): value is Code => Object.hasOwn(choices, value);
  const list = Object.entries<Text>(choices).map(([code, label]) => ({ code, label }));
  const labels: Text = {
    zh: list.map(({ label }) => label.zh).join("、"),
    en: list.map(({ label }) => label.en).join(", "),
  };
  return {
    ...rest,
    kind: "choice",
    shape: { control: "choice", choices: list, format: "@", width: width ?? 100 },
    schema: z.custom<Code>((value) => typeof value === "string" && isCode(value)),
    accept(raw, { id }) {
      const typed = typeof raw === "string" ? raw.trim() : "";
      const code = isCode(typed)
        ? typed
        : list.find(({ label }) => label.zh === typed || label.en.toLowerCase() === typed.toLowerCase())
            ?.code;
      return code !== undefined && isCode(code)
        ? ok(code)
        : err(
            fieldProblems.unknown_choice({
              field: id,
              label: rest.label,
              value: quote(raw),
              choices: labels,
            }),
          );
    },
    toCell: (value) => choices[value].zh,
  };
}

/** An id; one schema for all references. */
const REFERENCE = z.string().check(z.minLength(1), z.maxLength(80));

/** The id of something in the reference data (a matter); whether it exists is a rule of the ledger. */
export function reference(
  options: FieldOptions & { readonly refersTo: "matter" | "person"; readonly width?: number },
): Field<string> {
  const { refersTo, width, ...rest } = options;
  const schema = REFERENCE;
  return {
    ...rest,
    kind: "reference",
    shape: { control: "reference", refersTo, format: "@", width: width ?? 160 },
    schema,
    accept(raw, { id }) {
      const parsed = schema.safeParse(typeof raw === "string" ? raw.trim() : raw);
      const expected: Text = { zh: "事项或人员的编号", en: "the id of an entry" };
      return parsed.success
        ? ok(parsed.data)
        : err(fieldProblems.wrong_type({ field: id, label: rest.label, expected }));
    },
    toCell: (value) => value,
  };
}
