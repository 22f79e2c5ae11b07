// Gathers what a ledger's rules may ask: the hall's zone and hours, the centre's policy, calendar and catalogue.
import * as z from "zod";
import { isActiveOn } from "../../shared/capabilities/catalogue/catalogue.ts";
import { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_MATTERS } from "../../shared/capabilities/catalogue/shipped-matters.ts";
import { type Centre, policyOn } from "../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { type Hall, minutesOf } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";

/** The centre's catalogue: its own matters replace shipped ones by id, or stand beside them. */
export function mattersOf(centre: Centre): Matter[] {
  const own = z.array(Matter).parse(centre.matters);
  const replaced = new Set(own.map(({ id }) => id));
  return [...SHIPPED_MATTERS.filter(({ id }) => !replaced.has(id)), ...own];
}

export function activeMatters(centre: Centre, day: PlainDate): Matter[] {
  return mattersOf(centre).filter((matter) => isActiveOn(matter, day));
}

export function factsFor(hall: Hall, centre: Centre, now: number): LedgerFacts {
  const local = dateTimeAt(now, hall.timeZone);
  const today = dateOf(local);
  const matters = new Map(mattersOf(centre).map((matter) => [matter.id, matter]));
  return {
    zone: hall.timeZone,
    closesAt: minutesOf(hall.closesAt),
    calendar: calendarOf(centre),
    policyOn: (day) => policyOn(centre, day),
    now: local,
    today,
    findMatter: (id) => matters.get(id),
  };
}
