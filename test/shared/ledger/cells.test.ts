// Kinds of fields in cells, beside those that the ledgers use: the conformance suite tries every ledger's own.
import { describe, expect, test } from "vitest";
import type { Field } from "../../../shared/ledger/field.ts";
import { textList } from "../../../shared/ledger/fields/list.ts";
import { flag, integer } from "../../../shared/ledger/fields/number.ts";
import { longText, text } from "../../../shared/ledger/fields/text.ts";
import { date, dateTime } from "../../../shared/ledger/fields/time.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { expectCellIdentity } from "../../conformance/expect-cell-identity.ts";

describe("kinds that no ledger may use at present", () => {
  const label = { zh: "栏", en: "field" };
  test.each<[string, Field]>([
    ["flag", flag({ label })],
    ["integer", integer({ label, minimum: -5, maximum: 5 })],
    ["textList", textList({ label })],
    ["date", date({ label })],
    ["dateTime", dateTime({ label })],
    ["text with codes", text({ label, codes: { 匿名: "@anonymous" } })],
    ["longText", longText({ label })],
  ])("%s", (id, field) => {
    expectCellIdentity(id, field, "Asia/Shanghai");
  });
});

test("of an hour that occurs twice, a cell means the first", () => {
  const field = dateTime({ label: { zh: "时间", en: "time" } });
  const context = { id: "at", zone: "Europe/Amsterdam" };
  const second = field.accept("2026-10-25T02:30:00+01:00", context);
  if (!second.ok) throw new Error("refused");
  expect(field.toCell(second.value)).toBe("2026-10-25 02:30");
  expect(field.accept("2026-10-25 02:30", context)).toEqual({ ok: true, value: "2026-10-25T02:30:00+02:00" });
});

test("a headline item holds the counters of any one ledger in under 1 KB, and those that are zero take no room", () => {
  for (const { id, metrics } of LEDGERS) {
    const counters = Object.entries(metrics).flatMap(([metric, { combine }]) =>
      combine === "sum" ? [`${id}.${metric}`] : [],
    );
    // Nine digits of a counter take six bytes.
    const bytes = counters.reduce((total, name) => total + name.length + 6, 60);
    expect(bytes, id).toBeLessThan(1024);
  }
});
