// Gathers one hall's rows, people, matters and periods, as the predicates of a scorecard ask for them.
import {
  type InspectedRow,
  type InspectionFacts,
  judgedUntil,
  type Span,
} from "../../../shared/capabilities/inspection/predicate.ts";
import { predicatesOf } from "../../../shared/capabilities/inspection/predicates.ts";
import type { Round } from "../../../shared/capabilities/inspection/round.ts";
import { type Centre, policyOn } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { later, type PlainDate, plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import type { Dependencies } from "../../dependencies.ts";
import { listHallPeople } from "../../storage/directory-store.ts";
import { findCurrentRows, findRowsOf } from "../find-rows.ts";
import { activeMatters, factsFor, personFacts } from "../hall-facts.ts";
import { readOwed } from "../obligations/hall-obligations.ts";
import { allRecords } from "../recount.ts";

type Deps = Pick<Dependencies, "table" | "ledgers" | "now">;
type Inspected = Pick<Round, "first" | "last" | "scorecard">;

export async function gatherInspectionFacts(
  deps: Deps,
  { first, last, scorecard }: Inspected,
  hall: Hall,
  centre: Centre,
): Promise<InspectionFacts> {
  const now = deps.now();
  const people = (await listHallPeople(deps.table, hall.id)).map((person) => personFacts(person, hall, now));
  const facts = factsFor(hall, centre, now, people);
  const asks = new Map(
    predicatesOf(scorecard).flatMap(({ asks: own }) =>
      own.map((one) => [`${one.ledger} ${one.span}`, one] as const),
    ),
  );
  const rows = new Map<string, readonly InspectedRow[]>();
  await Promise.all(
    [...asks].map(async ([name, { ledger: id, span }]) => {
      const ledger = deps.ledgers.find((one) => one.id === id);
      const records = ledger ? await recordsOf(deps, hall, ledger, span, { first, last }, facts.today) : [];
      rows.set(name, ledger ? records.map((record) => inspectedRow(record, ledger, facts)) : []);
    }),
  );
  const owed = await readOwed(deps.table, hall, centre, yearsOf(first, last), now);
  return {
    first,
    last,
    asOf: facts.now,
    calendar: facts.calendar,
    lateEntryAfter: policyOn(centre, first).lateEntryAfter,
    isServiceDay: facts.isServiceDay,
    rowsOf(ledger, span) {
      const found = rows.get(`${ledger} ${span}`);
      if (!found) throw new Error(`rows ${span} of ${ledger} are reckoned with, and were not asked for`);
      return found;
    },
    owed: owed.map(({ obligation, status }) => ({
      rule: obligation.rule.id,
      period: obligation.period.id,
      status,
    })),
    people,
    matters: activeMatters(centre, judgedUntil({ last, asOf: facts.now })),
  };
}

function yearsOf(first: PlainDate, last: PlainDate) {
  return { first: plainDate(`${first.slice(0, 4)}-01-01`), last: plainDate(`${last.slice(0, 4)}-12-31`) };
}

async function recordsOf(
  { table }: Deps,
  hall: Hall,
  ledger: Ledger,
  span: Span,
  { first, last }: Pick<Inspected, "first" | "last">,
  today: PlainDate,
): Promise<LedgerRecord[]> {
  const period = (from: PlainDate, to: PlainDate): Period => ({
    id: `${from}/${to}`,
    kind: "day",
    first: from,
    last: to,
  });
  const whole = async () => {
    switch (span) {
      case "dated":
        return findRowsOf(table, hall, ledger, { period: period(first, last) });
      case "current":
        return findCurrentRows(table, hall, ledger, period(first, last), later(today, last));
      case "year": {
        const { first: from, last: to } = yearsOf(first, last);
        return findRowsOf(table, hall, ledger, { period: period(from, to) });
      }
      case "all":
        return allRecords(table, hall.id, ledger.id);
    }
  };
  return (await whole())
    .filter(({ voided }) => voided === null)
    .sort((a, b) => a.serial.localeCompare(b.serial, "en", { numeric: true }));
}

function inspectedRow(record: LedgerRecord, ledger: Ledger, facts: LedgerFacts): InspectedRow {
  const { id, serial, derived, values, personalFields, events, enteredAt } = record;
  const duties = ledger.owesDuties ? ledger.duties(rowOf(record), derived, facts) : [];
  return { id, ledger: ledger.id, serial, derived, values, personalFields, events, enteredAt, duties };
}
