// Number columns: whole numbers, money in fen, and yes or no.
import * as z from "zod/mini";
import { err, ok } from "../../kernel/result.ts";
import { type Field, type FieldOptions, fieldProblems } from "../field.ts";

interface RangeOptions extends FieldOptions {
  readonly minimum?: number;
  readonly maximum?: number;
}

export function integer(options: RangeOptions): Field<number> {
  const { minimum = 0, maximum = 1_000_000, ...rest } = options;
  const schema = z.int().check(z.gte(minimum), z.lte(maximum));
  return {
    ...rest,
    kind: "integer",
    shape: { control: "number", minimum, maximum, format: "0", width: 80 },
    schema,
    accept(raw, { id }) {
      const parsed = schema.safeParse(typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw);
      return parsed.success
        ? ok(parsed.data)
        : err(fieldProblems.out_of_range({ field: id, label: rest.label, minimum, maximum }));
    },
    toCell: (value) => value,
  };
}

/** Money in fen (1/100 yuan): whole numbers add up exactly. Cells show yuan; `"12.50"` as text is yuan too. */
export function fen(options: RangeOptions): Field<number> {
  const { minimum = 0, maximum = 10_000_000_00, ...rest } = options;
  const schema = z.int().check(z.gte(minimum), z.lte(maximum));
  return {
    ...rest,
    kind: "fen",
    shape: { control: "number", minimum, maximum, format: "#,##0.00", width: 100 },
    schema,
    accept(raw, { id }) {
      const yuan = typeof raw === "string" ? /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(raw.trim()) : null;
      const value = yuan ? Number(yuan[1]) * 100 + Number((yuan[2] ?? "").padEnd(2, "0")) : raw;
      const parsed = schema.safeParse(value);
      return parsed.success
        ? ok(parsed.data)
        : err(fieldProblems.out_of_range({ field: id, label: rest.label, minimum, maximum }));
    },
    toCell: (value) => (value / 100).toFixed(2),
  };
}

const YES = ["true", "yes", "y", "1", "是", "有", "√", "✓"];
const NO = ["false", "no", "n", "0", "否", "无", "×"];

export function flag(options: FieldOptions): Field<boolean> {
  return {
    ...options,
    kind: "flag",
    shape: { control: "checkbox", format: "General", width: 70 },
    schema: z.boolean(),
    accept(raw, { id }) {
      if (typeof raw === "boolean") return ok(raw);
      const typed =
        typeof raw === "string" || typeof raw === "number" ? String(raw).trim().toLowerCase() : "";
      if (YES.includes(typed)) return ok(true);
      if (NO.includes(typed)) return ok(false);
      const expected = { zh: "是或否", en: "yes or no" };
      return err(fieldProblems.wrong_type({ field: id, label: options.label, expected }));
    },
    toCell: (value) => value,
  };
}
