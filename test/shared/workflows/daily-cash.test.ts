// Daily cash: what was taken, what the cases say and what lies in the drawer agree, or somebody says why not.
import fc from "fast-check";
import { expect, test } from "vitest";
import { SHIPPED_MATTERS } from "../../../shared/capabilities/catalogue/shipped-matters.ts";
import { cashOfDay } from "../../../shared/capabilities/daily-cash/cash-of-day.ts";
import { dailyCash } from "../../../shared/capabilities/daily-cash/daily-cash-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { testFacts } from "../../support/facts.ts";
import { asked, derivedOf, forbidden, rowFor } from "./row-trial.ts";

const findMatter = (id: string) => {
  const found = SHIPPED_MATTERS.find((matter) => matter.id === id);
  return found && { ...found, anonymous: false, fee: true, subtypes: [] };
};
const fee = (serial: string, matter: string, feeInFen: number, receiptNumber?: string) =>
  asked({ matter, feeInFen, ...(receiptNumber ? { receiptNumber } : {}) }, { serial });
const CASES = [
  fee("2026-00001", "electricity-fee", 5000, "A-1"),
  fee("2026-00002", "electricity-fee", 2550, "A-2"),
  fee("2026-00003", "water-fee", 1000, "A-3"),
  asked({ matter: "senior-card" }, { serial: "2026-00004" }),
];
const DAY = { day: "2026-11-18", cashier: "p-clerk", electricity: 7550, water: 1000, counted: 8550 };

function problems(values: Values, cases = CASES) {
  const people = [{ id: "p-clerk", name: "样例", roles: ["clerk" as const], halls: ["east"] }];
  const facts = { ...testFacts({ rows: { cases }, people }), findMatter };
  return dailyCash.check(rowFor({ values }), {}, facts);
}
const codes = (values: Values, cases = CASES) => problems(values, cases).map(({ code }) => code);

test("D1 三2 “用电业务受理和收费…”: each service's cash is that of the day's cases", () => {
  expect(codes(DAY)).toEqual([]);
  const short = { ...DAY, electricity: 7000, counted: 8000 };
  expect(problems(short)).toMatchObject([{ code: "differs_from_cases", field: "electricity" }]);
  expect(problems(short)[0]?.message.zh).toContain("“用电收费(元)”填 70.00 元,当天办件登记 75.50 元");
  expect(codes({ ...DAY, gas: 100, counted: 8650 })).toEqual(["differs_from_cases"]);
});

test("D1 三2: lines that are left open take the day's fees; what was counted is nobody's to fill in", () => {
  const { day, cashier } = DAY;
  const facts = { ...testFacts({ rows: { cases: CASES } }), findMatter };
  const filled = dailyCash.fill(rowFor({ values: { day, cashier } }), facts);
  expect(filled).toEqual({ electricity: 7550, water: 1000 });
  expect(codes({ day, cashier, ...filled, counted: 8550 })).toEqual([]);
  expect(codes({ day, cashier, ...filled })).toEqual(["differs_from_count"]);
});

test("the day is one row, and lies not in the future", () => {
  const people = [{ id: "p-clerk", name: "样例", roles: ["clerk" as const], halls: ["east"] }];
  const checked = (values: Values, others: ReturnType<typeof asked>[] = []) =>
    dailyCash
      .check(rowFor({ values }), {}, { ...testFacts({ rows: { "daily-cash": others }, people }), findMatter })
      .map(({ code }) => code);
  const nil = { day: "2026-11-18", cashier: "p-clerk", counted: 0 };
  expect(checked(nil, [asked({ day: "2026-11-17" })])).toEqual([]);
  expect(checked(nil, [asked({ day: "2026-11-18" })])).toEqual(["day_taken"]);
  expect(checked({ ...nil, day: "2026-11-21" })).toEqual(["in_the_future"]);
});

test("the drawer holds what was taken", () => {
  const less = { ...DAY, counted: 8500 };
  expect(problems(less)).toMatchObject([{ code: "differs_from_count", field: "counted" }]);
  expect(problems(less)[0]?.message.zh).toContain("相差 0.50 元");
});

test("every fee has a receipt of its own", () => {
  const [first, second, ...rest] = CASES;
  expect(codes(DAY, [fee("2026-00001", "electricity-fee", 5000), ...CASES.slice(1)])).toEqual(["no_receipt"]);
  const twice = [first, fee("2026-00002", "electricity-fee", 2550, "A-1"), ...rest].flatMap(
    (one) => one ?? [],
  );
  expect(second?.values.receiptNumber).toBe("A-2");
  expect(codes(DAY, twice)).toEqual(["receipt_twice"]);
});

test("[P] a day that does not balance is explained, one that does is not", () => {
  const short = { ...DAY, electricity: 7000, counted: 8000 };
  expect(codes({ ...short, explanation: "一笔退费" })).toEqual([]);
  expect(codes({ ...DAY, explanation: "一笔退费" })).toEqual(["nothing_to_explain"]);
  const status = (values: Values) => derivedOf(dailyCash, { values }).status;
  expect([status(DAY), status({ ...short, explanation: "一笔退费" })]).toEqual(["balanced", "explained"]);
});

test("[P] whoever took the money does not confirm it", () => {
  expect(forbidden(dailyCash, "confirm", { values: DAY }, "p-head", "hallHead")).toEqual([]);
  expect(forbidden(dailyCash, "confirm", { values: DAY }, "p-clerk", "hallHead")).toEqual(["confirms_own"]);
});

test("however the fees fall, the services add up to the total", () => {
  const matters = SHIPPED_MATTERS.map(({ id }) => id);
  const one = fc.record({ matter: fc.constantFrom(...matters), feeInFen: fc.nat({ max: 100_000 }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (rows) => {
      const day = cashOfDay(
        rows.map((values, at) => ({ serial: String(at), values })),
        findMatter,
      );
      const paid = rows.filter(({ feeInFen }) => feeInFen > 0);
      expect(Object.values(day.fees).reduce((sum, part) => sum + part, 0)).toBe(day.total);
      expect(day.total).toBe(rows.reduce((sum, { feeInFen }) => sum + feeInFen, 0));
      expect(day.withoutReceipt).toHaveLength(paid.length);
    }),
    { seed: 20_261_120, numRuns: 60 },
  );
});
