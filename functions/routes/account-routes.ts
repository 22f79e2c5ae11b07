// Liveness, who is calling, and the halls that the caller may see.
import { Hono } from "hono";
import { centreOf } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { rolesAt } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { listHalls } from "../storage/directory-store.ts";

export function accountRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get("/me", (c) => {
    const { id, name, email, grants } = c.get("principal");
    return c.json({ id, name, email, grants });
  });
  routes.get("/halls", async (c) => {
    const deps = c.get("deps");
    const halls = (await listHalls(deps.table)).flatMap((hall) => {
      const today = dateOf(dateTimeAt(deps.now(), hall.timeZone));
      const centre = centreOf(hall, today);
      const roles = rolesAt(c.get("principal"), { id: hall.id, centre, today });
      return roles.length > 0 ? [{ ...hall, centre, roles }] : [];
    });
    return c.json(halls);
  });
  return routes;
}
