// Integrity signals: shown from the threshold on and not below it, each with its rows, in words that accuse nobody.
import { describe, expect, test } from "vitest";
import { findSignals } from "../../../shared/capabilities/integrity/find-signals.ts";
import type { IntegrityRow } from "../../../shared/capabilities/integrity/integrity-row.ts";
import { SIGNAL_KINDS } from "../../../shared/capabilities/integrity/signal-kinds.ts";
import { thresholdsOn } from "../../../shared/capabilities/integrity/thresholds.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";

const day = plainDate;
const november = parsePeriod("2026-11");
if (!november) throw new Error("no month");
const row = (number: number, more: Partial<IntegrityRow> = {}): IntegrityRow => ({
  id: `id-${number}`,
  serial: `2026-${String(number).padStart(5, "0")}`,
  enteredAt: dateTime("2026-11-02T10:00:00+08:00"),
  enteredBy: "p-clerk",
  imported: false,
  receivedOn: day("2026-11-02"),
  closedOn: day("2026-11-04"),
  dueDate: day("2026-11-09"),
  dueAtOnce: false,
  stops: [],
  reopenings: [],
  textToken: null,
  ...more,
});
const many = (count: number, more: (at: number) => Partial<IntegrityRow>) =>
  Array.from({ length: count }, (_, at) => row(at, more(at)));
const found = (rows: IntegrityRow[]) =>
  findSignals(rows, thresholdsOn(day("2026-11-01")), chinaCalendar(), november).map(
    ({ kind, rows: own }) => `${kind} ${own.length}`,
  );
const minute = (at: number) => dateTime(`2026-11-06T10:${String(at).padStart(2, "0")}:00+08:00`);

test("an ordinary month shows nothing", () => {
  expect(found(many(40, (at) => ({ textToken: `t${at}` })))).toEqual([]);
});

describe("entered together, some time after", () => {
  test.each([
    ["ten by one account within the hour", many(10, (at) => ({ enteredAt: minute(at) })), ["bulkEntry 10"]],
    ["nine", many(9, (at) => ({ enteredAt: minute(at) })), []],
    ["ten by two accounts", many(10, (at) => ({ enteredAt: minute(at), enteredBy: `p${at % 2}` })), []],
    [
      "ten on the second working day",
      many(10, (at) => ({ enteredAt: minute(at), receivedOn: day("2026-11-04") })),
      [],
    ],
    ["ten taken over from an old ledger", many(10, (at) => ({ enteredAt: minute(at), imported: true })), []],
    [
      "ten over five hours",
      many(10, (at) => ({ enteredAt: dateTime(`2026-11-06T${10 + Math.floor(at / 2)}:00:00+08:00`) })),
      [],
    ],
  ])("%s", (_, rows, signals) => {
    expect(found(rows)).toEqual(signals);
  });

  test("each bulk is one signal, and no row stands in two", () => {
    const morning = many(12, (at) => ({ enteredAt: minute(at) }));
    const evening = many(11, (at) => ({ enteredAt: dateTime(`2026-11-06T16:${10 + at}:00+08:00`) }));
    expect(found([...morning, ...evening])).toEqual(["bulkEntry 12", "bulkEntry 11"]);
  });
});

describe("stopped shortly before the due date", () => {
  const stop = (on: string, dueBefore: string | null) => ({
    stops: [{ on: day(on), dueBefore: dueBefore === null ? null : day(dueBefore) }],
  });
  test.each([
    [
      "three on the last working day but one",
      many(3, () => stop("2026-11-06", "2026-11-09")),
      ["lateStop 3"],
    ],
    ["three on the due date", many(3, () => stop("2026-11-09", "2026-11-09")), ["lateStop 3"]],
    ["two", many(2, () => stop("2026-11-06", "2026-11-09")), []],
    ["three in good time", many(3, () => stop("2026-11-04", "2026-11-09")), []],
    ["three after it ran out", many(3, () => stop("2026-11-10", "2026-11-09")), []],
    ["three without a due date", many(3, () => stop("2026-11-06", null)), []],
  ])("%s", (_, rows, signals) => {
    expect(found(rows)).toEqual(signals);
  });
});

describe("closings on the due date", () => {
  const onTheDay = { closedOn: day("2026-11-09") };
  test.each([
    ["ten of twenty", [...many(10, () => onTheDay), ...many(10, () => ({}))], ["dueDayClosing 10"]],
    ["ten of twenty-one", [...many(10, () => onTheDay), ...many(11, () => ({}))], []],
    ["nine of nine", many(9, () => onTheDay), []],
    ["ten due on the day of receipt", many(10, () => ({ ...onTheDay, dueAtOnce: true })), []],
    [
      "ten closed in another month",
      many(10, () => ({ closedOn: day("2026-12-01"), dueDate: day("2026-12-01") })),
      [],
    ],
  ])("%s", (_, rows, signals) => {
    expect(found(rows)).toEqual(signals);
  });
});

describe("reopened soon, and identical texts", () => {
  const again = (closedOn: string, reopenedOn: string) => ({
    reopenings: [{ closedOn: day(closedOn), reopenedOn: day(reopenedOn) }],
  });
  test.each([
    ["two within three working days", many(2, () => again("2026-11-04", "2026-11-09")), ["soonReopened 2"]],
    ["one", many(1, () => again("2026-11-04", "2026-11-05")), []],
    ["two after four working days", many(2, () => again("2026-11-04", "2026-11-10")), []],
    ["five with one text", many(5, () => ({ textToken: "t" })), ["sameText 5"]],
    ["four with one text", many(4, () => ({ textToken: "t" })), []],
    ["two texts of five", many(10, (at) => ({ textToken: `t${at % 2}` })), ["sameText 5", "sameText 5"]],
  ])("%s", (_, rows, signals) => {
    expect(found(rows)).toEqual(signals);
  });
});

test("the words accuse nobody, in both languages", () => {
  for (const { label, note } of Object.values(SIGNAL_KINDS)) {
    const words = `${label.zh}${note.zh}${label.en}${note.en}`;
    expect(words).not.toMatch(/造假|虚假|作弊|违规|舞弊|fraud|fake|cheat|manipulat|violat|suspicious/i);
    expect(note.zh).toMatch(/请/);
    expect(note.en).toMatch(/please|perhaps/);
  }
});

test("thresholds hold from their date on", () => {
  const early = { ...thresholdsOn(day("2026-01-01")), from: day("2026-01-01"), bulkRows: 5 };
  const later = { ...early, from: day("2026-11-01"), bulkRows: 7 };
  expect(thresholdsOn(day("2026-10-31"), [later, early]).bulkRows).toBe(5);
  expect(thresholdsOn(day("2026-11-01"), [later, early]).bulkRows).toBe(7);
});
