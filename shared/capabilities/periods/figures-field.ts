// A column that holds the figures somebody signed for: amounts by counter, `cases.received`.
import * as z from "zod/mini";
import { err, ok } from "../../kernel/result.ts";
import { type Field, type FieldOptions, fieldProblems } from "../../ledger/field.ts";

export type Figures = Readonly<Record<string, number>>;

export function figures(options: FieldOptions): Field<Figures> {
  const schema = z.record(z.string(), z.number());
  return {
    ...options,
    hidden: true,
    kind: "figures",
    shape: { control: "list", format: "@", width: 220 },
    schema,
    accept(raw, { id }) {
      const parsed = schema.safeParse(raw);
      const expected = { zh: "数字表", en: "figures by name" };
      return parsed.success
        ? ok(parsed.data)
        : err(fieldProblems.wrong_type({ field: id, label: options.label, expected }));
    },
    toCell: (value) =>
      Object.entries(value)
        .map(([name, amount]) => `${name} ${amount}`)
        .join("\n"),
  };
}
