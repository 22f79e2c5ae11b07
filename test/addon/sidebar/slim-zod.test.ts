// The slim stand-in for zod/mini: fields judge alike whichever of the two they are built on.
import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { SLIM_ZOD } from "../../../addon/sidebar/build.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Field } from "../../../shared/ledger/field.ts";
import { bookings } from "./support/toy-ledger.ts";

const CASES = new URL("../../../shared/capabilities/cases/cases-ledger.ts", import.meta.url).pathname;
const TOY = new URL("support/toy-ledger.ts", import.meta.url).pathname;
let slim: Readonly<Record<string, Field>> = {};

const real: Readonly<Record<string, Field>> = { ...cases.fields, ...bookings.fields };

beforeAll(async () => {
  const contents = `import { cases } from "${CASES}"; import { bookings } from "${TOY}";
    export const fields = { ...cases.fields, ...bookings.fields };`;
  const built = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    write: false,
    format: "esm",
    alias: { "zod/mini": SLIM_ZOD },
  });
  const text = built.outputFiles[0]?.text ?? "";
  expect(text).not.toContain("$ZodType");
  slim = (await import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`)).fields;
});

const SAMPLES: readonly unknown[] = [
  ...["", " ", "1234", "12345", "12.50", "3", "-1", "是", "small", "小场", "2026-11-02", "2026-02-30"],
  ...["2026-11-02 09:05", "2026-11-02T09:05:00+08:00", "甲\n乙", "=1", "senior-card", "x".repeat(101)],
  ...[0, 1, 4, 5, 1.5, Number.NaN, true, false, null, [], ["甲", "乙"], [1], {}],
  [{ at: "2026-11-02T09:05:00+08:00", name: "收件", by: null, more: 1 }],
  [{ at: "2026-11-02T09:05:00+08:00" }],
];

test("every kind of field is compared", () => {
  expect(Object.keys(slim)).toEqual(Object.keys(real));
  expect(new Set(Object.values(real).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(11);
});

test.each(Object.keys(real))("%s accepts and refuses the same", (id) => {
  const given = fc.oneof(fc.constantFrom(...SAMPLES), fc.jsonValue());
  fc.assert(
    fc.property(given, (raw) => {
      const context = { id, zone: "Asia/Shanghai" };
      expect(slim[id]?.accept(raw, context)).toEqual(real[id]?.accept(raw, context));
      expect(slim[id]?.schema.safeParse(raw).success).toBe(real[id]?.schema.safeParse(raw).success);
    }),
    { numRuns: 150 },
  );
});
