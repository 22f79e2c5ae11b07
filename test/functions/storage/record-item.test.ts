// What is written as an item is read back as it was, whatever is left out on the way.
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  readRecord,
  readRevision,
  recordItem,
  revisionItem,
} from "../../../functions/storage/record-item.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { LedgerRecord, Revision } from "../../../shared/ledger/record.ts";

const SEED = { seed: 20_261_120, numRuns: 300 };
const at = fc.constantFrom(dateTime("2026-11-02T09:05:00+08:00"), dateTime("2026-03-29T03:30:00+02:00"));
const day = fc.constantFrom(plainDate("2026-11-02"), plainDate("2024-02-29"));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
const values = fc.dictionary(
  name,
  fc.oneof(text, fc.integer(), fc.boolean(), fc.constant([]), fc.constant(null)),
);
const amounts = fc.dictionary(name, fc.integer({ min: 1, max: 1e9 }));

const record: fc.Arbitrary<LedgerRecord> = fc.record({
  id: fc.uuid(),
  hall: fc.constantFrom("east", "west"),
  ledger: fc.constantFrom("cases", "toys"),
  version: fc.integer({ min: 1 }),
  seq: fc.integer({ min: 1 }),
  serial: fc.constant("2026-00001"),
  definitionVersion: fc.nat(),
  values,
  personalFields: fc.array(name),
  personalToken: maybe(text),
  events: fc.array(fc.record({ action: name, data: values, enteredAt: at, by: text }), { maxLength: 3 }),
  enteredAt: at,
  derived: fc.record({
    status: name,
    open: fc.boolean(),
    businessDay: day,
    closingDay: maybe(day),
    dueDate: maybe(day),
    originalDueDate: maybe(day),
    endedOn: maybe(day),
    provisional: fc.boolean(),
    onTime: maybe(fc.boolean()),
    onTimeOriginal: maybe(fc.boolean()),
    marks: fc.array(name),
  }),
  contributions: fc.array(fc.record({ day, dimension: maybe(text), amounts }), { maxLength: 2 }),
  metricsVersion: fc.nat(),
  updatedAt: at,
  enteredBy: maybe(text),
  syncedBy: text,
  voided: maybe(fc.record({ reason: text, at, by: text })),
  revisions: fc.array(fc.nat()),
});

const revision: fc.Arbitrary<Revision> = fc.record({
  seq: fc.integer({ min: 1, max: 1e9 }),
  recordId: fc.uuid(),
  version: fc.nat(),
  action: name,
  at,
  syncedBy: text,
  enteredBy: maybe(text),
  batchId: text,
  before: values,
  after: values,
  personalChanged: fc.array(name),
  personalToken: maybe(text),
  data: maybe(values),
  reason: maybe(text),
});

test("a record survives the way into its item and back", () => {
  fc.assert(
    fc.property(record, (one) => {
      expect(readRecord(unmarshall(marshall(recordItem(one))))).toEqual(one);
    }),
    SEED,
  );
});

test("a revision survives the way into its item and back", () => {
  fc.assert(
    fc.property(revision, (one) => {
      expect(readRevision(unmarshall(marshall(revisionItem("east", "cases", one))))).toEqual(one);
    }),
    SEED,
  );
});

test("an item that was written whole, as at first, is read as well", () => {
  const [one] = fc.sample(record, { numRuns: 1, seed: 7 });
  if (!one) throw new Error("no sample");
  expect(readRecord({ ...recordItem(one), json: JSON.stringify(one) })).toEqual(one);
});

test("an item that is not a record is no record", () => {
  const [one] = fc.sample(record, { numRuns: 1, seed: 7 });
  if (!one) throw new Error("no sample");
  const item = recordItem(one);
  for (const broken of [{ json: "{}" }, { json: 5 }, { json: "[]" }, { hall: 7 }, { json: "{" }]) {
    expect(() => readRecord({ ...item, ...broken })).toThrow();
  }
});
