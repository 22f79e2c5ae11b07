// Who leaves hands over what is in their hands: every column and step of every ledger that refers to a person, one by one.
import { describe, expect, test } from "vitest";
import { dateTime } from "../../shared/kernel/date-time.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Fields, Values } from "../../shared/ledger/field.ts";
import type { RowEvent, RowState } from "../../shared/ledger/record.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { sampleValues } from "./sample-value.ts";

const AT = dateTime("2026-11-18T09:00:00+08:00");
const HANDING = {
  from: { id: "p-leaves", name: "张离岗" },
  to: { id: "p-takes", name: "李接手" },
  at: AT,
  reason: "调离",
};

/** Columns that name somebody whom the row is about, or who did something already: nobody can take that over. */
const SAYS_WHO: Readonly<Record<string, string>> = {
  "leave-requests.person": "one's own leave is withdrawn, not passed on",
  "outings.person": "one's own outing",
  "outings.told": "who was told",
  "attendance.person": "whose day it was",
  "attendance.explain.toldTo": "who was told",
  "travel-compensations.handler": "who answers for the second trip, D1 annex cl. 5",
  "complaints.aboutPerson": "whom the complaint is about",
  "centre-complaints.aboutPerson": "whom the complaint is about",
  "duty-handovers.from": "who handed over",
  "incidents.onDuty": "who was on duty then",
  "conduct-observations.person": "whom it is about",
  "conduct-observations.reportedBy": "who reported it",
  "conduct-records.person": "whom it is about",
  "counter-exceptions.allowedBy": "who allowed it",
  "entry-checks.enteredBy": "who entered it",
  "entry-checks.checkedBy": "who checked it",
  "assessments.person": "who is assessed",
  "daily-cash.cashier": "who took the money of that day",
  "damage-decisions.person": "who damaged it",
  "media-approvals.person": "whose request it is; leaving, it lapses",
};

/** Columns that hold an owner's name where no person can be chosen: departments and others own such work too. */
const BY_NAME: readonly (readonly [ledger: string, column: string])[] = [
  ["cases", "acceptedBy"],
  ["findings", "owner"],
  ["demands", "owner"],
  ["referrals", "firstAskedBy"],
  ["duty-leaves", "substitute"],
  ["service-ratings", "beginRectifying.owner"],
];

const isOpenSometimes = ({ statuses, written }: Ledger) =>
  written !== "verbs" && Object.values(statuses).some(({ open }) => open);

/** Columns as `column`, those that a step asks for as `step.column`. */
function peopleIn({ fields, transitions }: Ledger): string[] {
  const of = (all: Fields, prefix = "") =>
    Object.entries(all).flatMap(([id, { shape }]) => (shape.refersTo === "person" ? [`${prefix}${id}`] : []));
  const own = of(fields);
  const steps = Object.entries(transitions).flatMap(([action, { fields: asked }]) => of(asked, `${action}.`));
  // A step that sets the row's own column says nothing of its own.
  return [...own, ...steps.filter((place) => !own.includes(place.slice(place.indexOf(".") + 1)))];
}

/** An open row in which this column, or the step that asks for it, holds somebody. */
function rowWith({ fields, transitions }: Ledger, place: string, who: string): RowState {
  const [first = "", second] = place.split(".");
  const values = (all: Fields, named: Values): Values => {
    const required = Object.fromEntries(Object.entries(all).filter(([, { required }]) => required));
    return { ...sampleValues(required), ...named };
  };
  const event = (action: string, data: Values): RowEvent => ({ action, data, by: "p-x", enteredAt: AT });
  return {
    values: values(fields, second === undefined ? { [first]: who } : {}),
    personalFields: [],
    events:
      second === undefined ? [] : [event(first, values(transitions[first]?.fields ?? {}, { [second]: who }))],
    enteredAt: AT,
  };
}

const PLACES = LEDGERS.filter(isOpenSometimes).flatMap((ledger) =>
  peopleIn(ledger).map((place) => [`${ledger.id}.${place}`, ledger, place] as const),
);

describe("every person whom an open row names", () => {
  test.each(PLACES.filter(([name]) => SAYS_WHO[name] === undefined))("%s hands over", (_, ledger, place) => {
    const step = ledger.handOver(rowWith(ledger, place, HANDING.from.id), HANDING);
    expect(Object.values(step?.values ?? {})).toContain(HANDING.to.id);
    // Somebody else's stays theirs, and the step is one that there is.
    expect(ledger.handOver(rowWith(ledger, place, "p-other"), HANDING)).toBeNull();
    expect(step?.action === "upsert" || ledger.transitions[step?.action ?? ""]).toBeTruthy();
  });

  test("who is only named is named here with the reason, and nothing here has gone", () => {
    const known = PLACES.map(([name]) => String(name));
    expect(Object.keys(SAYS_WHO).filter((name) => !known.includes(name))).toEqual([]);
    expect(PLACES.length).toBeGreaterThan(20);
  });
});

test.each(BY_NAME)("%s: the %s of an open row passes on by name", (id, place) => {
  const ledger = LEDGERS.find((one) => one.id === id);
  if (!ledger) throw new Error(`no ledger ${id}`);
  const step = ledger.handOver(rowWith(ledger, place, HANDING.from.name), HANDING);
  expect(Object.values(step?.values ?? {})).toContain(HANDING.to.name);
  expect(ledger.handOver(rowWith(ledger, place, "王他人"), HANDING)).toBeNull();
});

test("work that is over for somebody stays as it was: cover for days gone by, duty taken over", () => {
  const handed = (id: string, more: Partial<RowState>, values: Values) => {
    const ledger = LEDGERS.find((one) => one.id === id);
    if (!ledger) throw new Error(`no ledger ${id}`);
    const place = id === "duty-handovers" ? "to" : "cover";
    const row = rowWith(ledger, place, HANDING.from.id);
    return ledger.handOver({ ...row, ...more, values: { ...row.values, ...values } }, HANDING);
  };
  expect(handed("leave-requests", {}, { toDay: "2026-11-17" })).toBeNull();
  expect(handed("leave-requests", {}, { toDay: "2026-11-18" })?.action).toBe("replaceCover");
  expect(handed("outings", {}, { wentOutAt: AT })).toBeNull();
  const taken: RowEvent = { action: "accept", data: { at: AT }, by: "p-leaves", enteredAt: AT };
  expect(handed("duty-handovers", { events: [taken] }, {})).toBeNull();
});
