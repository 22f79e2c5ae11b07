// The centre that a caller means, when they hold one of some roles in it today.
import type { Context } from "hono";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { centreRoles, type Principal, type Role } from "../../shared/kernel/permissions.ts";
import type { Dependencies } from "../dependencies.ts";
import type { AppEnv } from "./context.ts";
import { httpProblems, refuse } from "./http-problems.ts";
import { getCentre } from "./require-principal.ts";

/** A centre has no zone of its own; its grants are dated by the country's. */
const ZONE = "Asia/Shanghai";

export function demandCentreRole(c: Context<AppEnv>, roles: readonly Role[]): Promise<Centre> {
  return getCentreAs(c.get("deps"), c.get("principal"), c.req.query("centre"), roles);
}

/** @param named the centre's id, for people with several */
export async function getCentreAs(
  deps: Dependencies,
  principal: Principal,
  named: string | undefined,
  roles: readonly Role[],
): Promise<Centre> {
  const centre = await getCentre(deps, principal, named);
  if (!hasCentreRole(deps, principal, centre, roles)) refuse(httpProblems.not_permitted({}));
  return centre;
}

export function hasCentreRole(
  { now }: Pick<Dependencies, "now">,
  principal: Principal,
  { id }: Pick<Centre, "id">,
  roles: readonly Role[],
): boolean {
  const today = dateOf(dateTimeAt(now(), ZONE));
  return centreRoles(principal, id, today).some((role) => roles.includes(role));
}
