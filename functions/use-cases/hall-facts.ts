// Gathers what a ledger's rules may ask: the hall's zone and hours, the centre's policy, calendar and catalogue.
import * as z from "zod";
import { isActiveOn } from "../../shared/capabilities/catalogue/catalogue.ts";
import { Matter } from "../../shared/capabilities/catalogue/matter.ts";
import { SHIPPED_MATTERS } from "../../shared/capabilities/catalogue/shipped-matters.ts";
import { matterOn, mattersOn } from "../../shared/capabilities/catalogue/versions.ts";
import { type Centre, policyOn } from "../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { type Hall, minutesOf } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { LedgerFacts } from "../../shared/ledger/facts.ts";

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

export function factsFor(hall: Hall, centre: Centre, now: number): LedgerFacts {
  const local = dateTimeAt(now, hall.timeZone);
  const today = dateOf(local);
  const versions = matterVersions(centre);
  return {
    zone: hall.timeZone,
    closesAt: minutesOf(hall.closesAt),
    calendar: calendarOf(centre),
    policyOn: (day) => policyOn(centre, day),
    now: local,
    today,
    findMatter: (id, on = today) => matterOn(versions, id, on),
  };
}
