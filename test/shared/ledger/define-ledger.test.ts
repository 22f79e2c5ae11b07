// A bad definition fails when it is loaded, with words for whoever wrote it.
import { expect, test } from "vitest";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { defineLedger } from "../../../shared/ledger/define-ledger.ts";
import { ledgerFaults } from "../../../shared/ledger/ledger-faults.ts";
import { testFacts } from "../../support/facts.ts";
import { bookingFields, bookings, tennisClub } from "./tennis-club.ts";

const { playsOn, player } = bookingFields;
const { play } = bookings.transitions;
if (!play) throw new Error("the toy lost its transition");
const { booked: count } = bookings.metrics;
if (!count) throw new Error("the toy lost its metric");
const JUDGED = {
  status: "booked",
  open: true,
  businessDay: plainDate("2026-11-02"),
  closingDay: null,
  dueDate: null,
  originalDueDate: null,
  endedOn: null,
  provisional: false,
  onTime: null,
  onTimeOriginal: null,
  marks: [],
};
const label = { zh: "栏", en: "field" };

test("the toy is sound", () => {
  expect(ledgerFaults(bookings)).toEqual([]);
});

test.each<[string, Partial<typeof bookings>, RegExp]>([
  ["an id with capitals", { id: "Bookings" }, /kebab-case/],
  ["an id with a mark that keys are made of", { id: "a#b" }, /kebab-case/],
  [
    "a business date that is not required",
    { fields: { ...bookingFields, playsOn: { ...playsOn, required: false } } },
    /business date is a required date/,
  ],
  [
    "a business date that is personal",
    { fields: { ...bookingFields, playsOn: { ...playsOn, personal: true } } },
    /business date is not personal/,
  ],
  ["a business date that is no date", { businessDate: "player" }, /business date is a required date/],
  ["a dimension that is not required", { dimension: "floodlit" }, /dimension is a required field/],
  ["a dimension that is personal", { dimension: "player" }, /dimension is not personal/],
  [
    "a field without English",
    { fields: { ...bookingFields, player: { ...player, label: { zh: "球员", en: "" } } } },
    /player needs labels/,
  ],
  ["a transition that nobody may take", { access: { ...bookings.access, play: [] } }, /nobody may play/],
  [
    "a step that only follows, and that somebody may take all the same",
    { transitions: { play: { ...play, onlyFollows: true } } },
    /play only follows/,
  ],
  ["a ledger that nobody may read", { access: { ...bookings.access, read: [] } }, /nobody may read/],
  ["a ledger that nobody may write", { access: { ...bookings.access, upsert: [] } }, /nobody may upsert/],
  [
    "access to an action that is none",
    { access: { ...bookings.access, serve: ["clerk"] } },
    /serve, which is no action/,
  ],
  [
    "a transition from a status that is none",
    { transitions: { play: { ...play, from: ["rained"] } } },
    /no status rained/,
  ],
  [
    "a transition that takes personal data",
    { transitions: { play: { ...play, fields: { player } } } },
    /play takes personal data/,
  ],
  [
    "a transition named as what every row can do",
    { transitions: { ...bookings.transitions, void: play } },
    /void is an action of every row/,
  ],
  [
    "a ratio of what is no sum",
    {
      metrics: {
        ...bookings.metrics,
        r: { label, combine: "ratio", numerator: "ballsPerBooking", denominator: ["booked"] },
      },
    },
    /divides ballsPerBooking/,
  ],
  [
    "a ratio of what is not there",
    {
      metrics: {
        ...bookings.metrics,
        r: { label, combine: "ratio", numerator: "booked", denominator: ["nothing"] },
      },
    },
    /divides nothing/,
  ],
  [
    "more than 30 counters",
    { metrics: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`m${at}`, count])) },
    /30 counters/,
  ],
])("%s", (_, change, fault) => {
  const definition = { ...bookings, ...change };
  expect(ledgerFaults(definition).join("; ")).toMatch(fault);
  expect(() => defineLedger(definition)).toThrow(fault);
});

test("values that are not those of the ledger are a bug, not an answer", () => {
  const enteredAt = dateTime("2026-11-02T09:00:00+08:00");
  const row = { values: { court: "nine" }, personalFields: [], events: [], enteredAt };
  const event = { action: "play", data: {}, enteredAt, by: "p-1" };
  expect(() => tennisClub.effects("play", event, row, JUDGED, testFacts())).toThrow(/not those of ledger/);
  expect(() =>
    tennisClub.effects("play", event, { ...row, values: { court: "one" } }, JUDGED, testFacts()),
  ).not.toThrow();
  expect(() =>
    tennisClub.effects("play", event, { ...row, values: { courts: "one" } }, JUDGED, testFacts()),
  ).toThrow();
});
