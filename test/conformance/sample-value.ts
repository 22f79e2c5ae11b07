// Values for any field, made from its shape alone: one that is surely sound, and many of which some are.
import fc from "fast-check";
import type { Field, Fields, Values } from "../../shared/ledger/field.ts";

/** A value that the field takes; undefined where its shape does not say enough, so that an example has to. */
export function sampleValue(field: Field): unknown {
  const { control, choices = [], minimum = 0 } = field.shape;
  switch (control) {
    case "choice":
      return choices[0]?.code;
    case "date":
      return "2026-11-18";
    case "dateTime":
      return "2026-11-18T10:00:00+08:00";
    case "number":
      return Math.max(1, minimum);
    case "checkbox":
      return true;
    case "text":
    case "longText":
      return `${field.label.zh}样例`.slice(0, field.shape.maxLength ?? 20);
    default:
      return field.kind === "textList" ? [`${field.label.zh}样例`] : undefined;
  }
}

export function sampleValues(fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => {
      const value = sampleValue(field);
      return value === undefined || !field.accept(value, { id, zone: "Asia/Shanghai" }).ok
        ? []
        : [[id, value]];
    }),
  );
}

const line = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const han = fc.array(fc.constantFrom("张", "𠮷", "㐂", "é", "👨‍👩‍👧", "·", " ", "；", ";", "，"), {
  maxLength: 20,
});
const words = fc.oneof(
  line,
  han.map((parts) => parts.join("")),
);
const isoDay = fc
  .date({ min: new Date("1900-01-02"), max: new Date("2199-12-30"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const two = (part: number) => String(part).padStart(2, "0");
const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map((parts) => parts.map(two).join(":"));
const when = fc.tuple(isoDay, clock);

const file = fc.record({
  key: fc.uuid().map((id) => `${id}.jpg`),
  name: line,
  type: fc.constant("image/jpeg"),
  bytes: fc.integer({ min: 1, max: 4_000_000 }),
});

/** What people and clients give for a field; not all of it is accepted. */
export function givenValues(field: Field): fc.Arbitrary<unknown> {
  const { control, choices = [], minimum = 0, maximum = 1_000_000 } = field.shape;
  const codes = choices.map(({ code }) => code);
  switch (control) {
    case "text":
    case "longText":
      return fc.oneof(
        words,
        fc.tuple(words, words).map((parts) => parts.join("\r\n")),
        fc.nat({ max: 9999 }).map((number) => String(number).padStart(4, "0")),
        fc.integer(),
        fc.constant("匿名"),
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
        when.map((parts) => parts.join(" ")),
        when.map(([day, time]) => `${day}T${time}:59.5Z`),
        when.map(([day, time]) => `${day} ${time.replace(":", "：")}`),
      );
    case "number":
      return fc.oneof(
        fc.integer({ min: minimum, max: maximum }),
        fc.integer({ min: minimum, max: maximum }).map(String),
        fc.integer({ min: 0, max: 99_999_99 }).map((fen) => (fen / 100).toFixed(2)),
        fc.constantFrom("0", "12.5", "100"),
      );
    case "checkbox":
      return fc.constantFrom(true, false, "是", "否", "yes", "N", 1, 0);
    case "attachments":
      return fc.array(file, { minLength: 1, maxLength: Math.min(3, maximum) });
    default:
      return givenLists(codes);
  }
}

/** Lists: of texts, of steps, and of entries about fixed items. */
function givenLists(codes: readonly string[]): fc.Arbitrary<unknown> {
  const at = when.map(([day, time]) => `${day}T${time}:00Z`);
  const texts = fc.oneof(fc.array(words, { maxLength: 6 }), words);
  const steps = fc.array(fc.record({ at, name: words }), { maxLength: 6 });
  if (codes.length === 0) return fc.oneof(texts, steps);
  const entry = fc.record(
    { item: fc.constantFrom(...codes), ok: fc.boolean(), note: words },
    { requiredKeys: ["item", "ok"] },
  );
  return fc.uniqueArray(entry, { maxLength: codes.length, selector: ({ item }) => item });
}
