// Row → cells → row: what a field accepted, its cell says, and the cell is accepted as the same value.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field } from "../../../shared/ledger/field.ts";
import { isBlank } from "../../../shared/ledger/field.ts";
import { textList } from "../../../shared/ledger/fields/list.ts";
import { flag, integer } from "../../../shared/ledger/fields/number.ts";
import { longText, text } from "../../../shared/ledger/fields/text.ts";
import { date, dateTime } from "../../../shared/ledger/fields/time.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";

const SEED = { seed: 20_261_120, numRuns: 120 };
const ZONES = ["Asia/Shanghai", "Asia/Urumqi", "America/St_Johns"] as const;

const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const han = fc.array(fc.constantFrom("张", "𠮷", "㐂", "é", "👨‍👩‍👧", "·", " ", "；", ";", "，"), {
  maxLength: 20,
});
const plain = fc.date({ min: new Date("1900-01-02"), max: new Date("2199-12-30"), noInvalidDate: true });
const isoDay = plain.map((day) => day.toISOString().slice(0, 10));
const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map((parts) => parts.map(two).join(":"));
const two = (part: number) => String(part).padStart(2, "0");
const words = fc.oneof(
  line,
  han.map((parts) => parts.join("")),
);

/** What people and clients give for a kind of field; not all of it is accepted. */
function given(field: Field): fc.Arbitrary<unknown> {
  const { choices = [], minimum = 0, maximum = 1_000_000 } = field.shape;
  switch (field.kind) {
    case "text":
    case "longText":
      return fc.oneof(
        words,
        fc.tuple(words, words).map((parts) => parts.join("\r\n")),
        fc.integer(),
        fc.constant("匿名"),
      );
    case "pattern":
      return fc.oneof(
        fc.nat({ max: 9999 }).map((n) => String(n).padStart(4, "0")),
        fc.nat({ max: 9999 }),
        words,
      );
    case "choice":
      return fc.constantFrom(
        ...choices.flatMap(({ code, label }) => [code, label.zh, label.en, ` ${label.en.toUpperCase()} `]),
      );
    case "reference":
      return fc.oneof(fc.constantFrom("senior-card", " legal-advice "), line);
    case "date":
      return fc.oneof(
        isoDay,
        isoDay.map((day) => day.replaceAll("-", "/")),
        isoDay.map((day) => day.replace("-0", ".")),
      );
    case "dateTime":
      return fc.oneof(
        fc.tuple(isoDay, clock).map((parts) => parts.join(" ")),
        fc.tuple(isoDay, clock).map(([day, time]) => `${day}T${time}:59.5Z`),
        fc.tuple(isoDay, clock).map(([day, time]) => `${day} ${time.replace(":", "：")}`),
      );
    case "integer":
      return fc.oneof(
        fc.integer({ min: minimum, max: maximum }),
        fc.integer({ min: minimum, max: maximum }).map(String),
      );
    case "fen":
      return fc.oneof(
        fc.integer({ min: minimum, max: maximum }),
        fc.integer({ min: 0, max: 99_999_99 }).map((fen) => (fen / 100).toFixed(2)),
        fc.constantFrom("0", "12.5", "100"),
      );
    case "flag":
      return fc.constantFrom(true, false, "是", "否", "yes", "N", 1, 0);
    case "textList":
      return fc.oneof(fc.array(words, { maxLength: 6 }), words);
    case "processSteps":
      return fc.array(
        fc.record({ at: fc.tuple(isoDay, clock).map(([day, time]) => `${day}T${time}:00Z`), name: words }),
      );
    default:
      return fc.constant([]);
  }
}

function expectIdentity(id: string, field: Field, zone: string): void {
  let accepted = 0;
  fc.assert(
    fc.property(given(field), (raw) => {
      if (isBlank(raw)) return;
      const first = field.accept(raw, { id, zone });
      if (!first.ok) return;
      accepted++;
      expect(field.schema.safeParse(first.value).success).toBe(true);
      // What does not fit a cell comes back as the API gives it.
      const again = field.accept(field.hidden ? first.value : field.toCell(first.value), { id, zone });
      expect(again).toEqual(first);
      expect(field.accept(JSON.parse(JSON.stringify(first.value)), { id, zone })).toEqual(first);
    }),
    SEED,
  );
  expect(accepted).toBeGreaterThan(5);
}

/** Written by steps of the system only, never by people. */
const OF_THE_SYSTEM = ["closedRounds", "figures"];

const everyField = LEDGERS.flatMap((ledger) => [
  ...Object.entries(ledger.fields).map(([id, field]) => [`${ledger.id}.${id}`, id, field] as const),
  ...Object.entries(ledger.transitions).flatMap(([action, { fields }]) =>
    Object.entries(fields).map(([id, field]) => [`${ledger.id}.${action}.${id}`, id, field] as const),
  ),
]).filter(([, , field]) => !OF_THE_SYSTEM.includes(field.kind));

describe("every field of every ledger", () => {
  test.each(everyField)("%s", (_, id, field) => {
    for (const zone of ZONES) expectIdentity(id, field, zone);
  });
});

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
    expectIdentity(id, field, "Asia/Shanghai");
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

describe("every ledger", () => {
  test.each(LEDGERS.map((ledger) => [ledger.id, ledger] as const))(
    "%s: labels of a choice differ",
    (_, ledger) => {
      const fields = [ledger.fields, ...Object.values(ledger.transitions).map((one) => one.fields)].flatMap(
        Object.entries,
      );
      for (const [id, field] of fields) {
        const labels: string[] = [];
        for (const { label } of field.shape.choices ?? []) labels.push(label.zh);
        expect([id, new Set(labels).size]).toEqual([id, labels.length]);
      }
    },
  );

  test("all counters of all ledgers fit into one headline item of under 1 KB", () => {
    const counters = LEDGERS.flatMap(({ id, metrics }) =>
      Object.entries(metrics).flatMap(([metric, { combine }]) =>
        combine === "sum" ? [`${id}.${metric}`] : [],
      ),
    );
    // Nine digits of a counter take six bytes.
    const bytes = counters.reduce((total, name) => total + name.length + 6, 60);
    expect(bytes).toBeLessThan(1024);
  });
});
