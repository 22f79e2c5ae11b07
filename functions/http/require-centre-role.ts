// The centre that a caller means, when they hold one of some roles in it today.
import type { Context } from "hono";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { centreRoles, type Role } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "./context.ts";
import { httpProblems, refuse } from "./http-problems.ts";
import { getCentre } from "./require-principal.ts";

/** A centre has no zone of its own; its grants are dated by the country's. */
const ZONE = "Asia/Shanghai";

export async function demandCentreRole(c: Context<AppEnv>, roles: readonly Role[]): Promise<Centre> {
  const deps = c.get("deps");
  const principal = c.get("principal");
  const centre = await getCentre(deps, principal, c.req.query("centre"));
  const today = dateOf(dateTimeAt(deps.now(), ZONE));
  if (!centreRoles(principal, centre.id, today).some((role) => roles.includes(role))) {
    refuse(httpProblems.not_permitted({}));
  }
  return centre;
}
