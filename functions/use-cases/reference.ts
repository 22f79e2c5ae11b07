// What a hall's forms need while the backend is away: matters, posts, calendar, policy.
import { createHash } from "node:crypto";
import { isActiveOn } from "../../shared/capabilities/catalogue/catalogue.ts";
import { SHIPPED_POSTS } from "../../shared/capabilities/catalogue/posts.ts";
import { policyOn } from "../../shared/capabilities/organisation/centre.ts";
import { calendarYearsOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { hoursOn } from "../../shared/capabilities/organisation/hall.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { describeLedger } from "../../shared/ledger/describe-ledger.ts";
import type { PersonFacts } from "../../shared/ledger/facts.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { factsFor, mattersOf } from "./hall-facts.ts";

/** Everything, or only `{version, changed: false}` when the caller's version is the present one. */
export function hallReference(
  { hall, centre }: HallPlace,
  ledgers: readonly Ledger[],
  people: readonly PersonFacts[],
  now: number,
  since?: string,
) {
  const { today, calendar } = factsFor(hall, centre, now);
  const { opensAt, closesAt } = hoursOn(hall, today);
  const body = {
    today,
    definitions: definitionsVersion(ledgers),
    hall: {
      id: hall.id,
      name: hall.name,
      timeZone: hall.timeZone,
      opensAt,
      closesAt,
      complaintPhone: hall.complaintPhone,
    },
    centre: { id: centre.id, name: centre.name },
    posts: SHIPPED_POSTS,
    /** Who works in the hall, for fields that hold a person. */
    people: people.map(({ id, name, post, roles }) => ({ id, name, post: post ?? null, roles })),
    matters: mattersOf(centre, today).map((matter) => ({ ...matter, active: isActiveOn(matter, today) })),
    calendar: {
      version: calendar.version,
      years: calendarYearsOf(centre),
    },
    policy: policyOn(centre, today),
  };
  const version = shortHash(body);
  return since === version ? { version, changed: false } : { version, changed: true, ...body };
}

/** Definitions live as long as the process: they are hashed once. */
const versions = new WeakMap<readonly Ledger[], string>();

/** Changes with any change of what `GET /v1/ledgers` answers. */
function definitionsVersion(ledgers: readonly Ledger[]): string {
  const known = versions.get(ledgers) ?? shortHash(ledgers.map(describeLedger));
  versions.set(ledgers, known);
  return known;
}

function shortHash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}
