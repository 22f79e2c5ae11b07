// Gathers what a ledger's rules may ask: the hall's zone and hours, the centre's policy, calendar and catalogue.
import * as z from "zod";
import { isActiveOn } from "../../shared/capabilities/catalogue/catalogue.ts";
import { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_MATTERS } from "../../shared/capabilities/catalogue/shipped-matters.ts";
import { matterOn, mattersOn } from "../../shared/capabilities/catalogue/versions.ts";
import { assignmentOn } from "../../shared/capabilities/organisation/assignment.ts";
import { type Centre, policyOn } from "../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { centreOf, type Hall, isServing, timetableOn } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { rolesAt } from "../../shared/kernel/permissions.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerFacts, PersonFacts } from "../../shared/ledger/facts.ts";
import { listHallPeople, listPeople, type Person } from "../storage/directory-store.ts";
import type { Table } from "../storage/table.ts";

/**
 * Every version of every matter. The centre's own stand beside the shipped ones; one of its own without a day of
 * beginning takes the place of the shipped one from the beginning.
 */
export function matterVersions(centre: Centre): Matter[] {
  const own = z.array(Matter).parse(centre.matters);
  const replaced = new Set(own.flatMap(({ id, effectiveFrom }) => (effectiveFrom ? [] : [id])));
  return [...SHIPPED_MATTERS.filter(({ id }) => !replaced.has(id)), ...own];
}

/** The centre's catalogue on a day; without a day, every matter in its latest version, for names. */
export function mattersOf(centre: Centre, on?: PlainDate): Matter[] {
  return mattersOn(matterVersions(centre), on);
}

export function activeMatters(centre: Centre, day: PlainDate): Matter[] {
  return mattersOf(centre, day).filter((matter) => isActiveOn(matter, day));
}

/** The facts for a ledger's rules: where they look at people, with the hall's, or of the centre's own ledgers with all. */
export async function factsOf(
  table: Table,
  { hall, centre }: { readonly hall: Hall; readonly centre: Centre },
  ledger: Pick<Ledger, "usesPeople" | "scope">,
  now: number,
): Promise<LedgerFacts> {
  const wholeCentre = ledger.scope === "centre";
  const everybody = () => (wholeCentre ? listPeople(table, centre.id) : listHallPeople(table, hall.id));
  const people = ledger.usesPeople ? await everybody() : [];
  return factsFor(
    hall,
    centre,
    now,
    people.map((person) => personFacts(person, hall, now, wholeCentre)),
  );
}

/** A person with the roles that they hold in a hall on its present day. */
export function personFacts(person: Person, hall: Hall, now: number, wholeCentre = false): PersonFacts {
  const today = dateOf(dateTimeAt(now, hall.timeZone));
  const { id, name, grants } = person;
  const { post, employer } = assignmentOn(person.assignments, hall.id, today) ?? person;
  const place = { id: hall.id, centre: centreOf(hall, today), today, wholeCentre };
  // Standing in for somebody elsewhere makes nobody's home there.
  const [first] = grants.flatMap((grant) => (grant.deputyFor === undefined ? (grant.hall ?? []) : []));
  return {
    id,
    name,
    roles: rolesAt(person, place),
    ownRoles: rolesAt(
      { ...person, grants: grants.filter(({ deputyFor }) => deputyFor === undefined) },
      place,
    ),
    halls: [...new Set(grants.flatMap((grant) => grant.hall ?? []))],
    homeHall: first === hall.id ? undefined : first,
    post,
    employer,
  };
}

/** @param people who works in the hall, where a ledger's rules look at them */
export function factsFor(
  hall: Hall,
  centre: Centre,
  now: number,
  people: readonly PersonFacts[] = [],
): LedgerFacts {
  const local = dateTimeAt(now, hall.timeZone);
  const today = dateOf(local);
  const calendar = calendarOf(centre);
  const versions = matterVersions(centre);
  return {
    zone: hall.timeZone,
    closesAt: timetableOn(hall, today).closesAt,
    calendar,
    policyOn: (day) => policyOn(centre, day),
    timetableOn: (day) => timetableOn(hall, day),
    isServiceDay: (day) => calendar.day(day).working && isServing(hall, day),
    now: local,
    today,
    findMatter: (id, on = today) => matterOn(versions, id, on),
    people,
    findPerson: (id) => people.find((person) => person.id === id),
    rowsOf: (ledger) => {
      throw new Error(`rows of ${ledger} are looked at where nobody gathered them`);
    },
  };
}
