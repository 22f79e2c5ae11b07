// What a hall's forms need while the backend is away: matters, posts, calendar, policy.
import { createHash } from "node:crypto";
import { isActiveOn } from "../../shared/capabilities/catalogue/catalogue.ts";
import { SHIPPED_POSTS } from "../../shared/capabilities/catalogue/posts.ts";
import { policyOn } from "../../shared/capabilities/organisation/centre.ts";
import { calendarYearsOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import type { HallPlace } from "../http/require-principal.ts";
import { factsFor, mattersOf } from "./hall-facts.ts";

/** Everything, or only `{version, changed: false}` when the caller's version is the present one. */
export function hallReference({ hall, centre }: HallPlace, now: number, since?: string) {
  const { today, calendar } = factsFor(hall, centre, now);
  const body = {
    today,
    hall: {
      id: hall.id,
      name: hall.name,
      timeZone: hall.timeZone,
      opensAt: hall.opensAt,
      closesAt: hall.closesAt,
      complaintPhone: hall.complaintPhone,
    },
    centre: { id: centre.id, name: centre.name },
    posts: SHIPPED_POSTS,
    matters: mattersOf(centre).map((matter) => ({ ...matter, active: isActiveOn(matter, today) })),
    calendar: {
      version: calendar.version,
      years: calendarYearsOf(centre),
    },
    policy: policyOn(centre, today),
  };
  const version = createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 16);
  return since === version ? { version, changed: false } : { version, changed: true, ...body };
}
