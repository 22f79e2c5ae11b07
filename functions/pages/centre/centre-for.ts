// The centre whose page is asked for, when the person holds one of some roles in it today.
import type { Context } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreRoles, type Role } from "../../../shared/kernel/permissions.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentre } from "../../http/require-principal.ts";
import { centreToday } from "../../use-cases/centre-zone.ts";
import type { PageEnv } from "../page-env.ts";

/** @param roles those who may; without it everybody with a role of the centre */
export async function centreFor(c: Context<PageEnv>, roles?: readonly Role[]): Promise<Centre> {
  const centre = await getCentre(c.get("deps"), c.get("principal"), c.req.query("centre"));
  if (roles && !mayAtCentre(c, centre, roles)) refuse(httpProblems.not_permitted({}));
  return centre;
}

export function mayAtCentre(c: Context<PageEnv>, centre: Centre, roles: readonly Role[]): boolean {
  const held = centreRoles(c.get("principal"), centre.id, centreToday(c.get("deps").now()));
  return held.some((role) => roles.includes(role));
}
