// Personal data over HTTP: who looked at what, and where a resident who asks stands in the ledgers.
import { Hono } from "hono";
import * as z from "zod";
import { can } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { getHall } from "../http/require-principal.ts";
import { listReadings } from "../storage/access-store.ts";
import { findResident } from "../use-cases/privacy/find-resident.ts";

const MOST_READINGS = 500;

/** A name alone finds too many: the person says both, as at the counter. */
const ResidentBody = z.strictObject({
  name: z.string().trim().min(2).max(60),
  phoneTail: z.string().regex(/^\d{4}$/),
  reason: z.string().trim().min(2).max(200),
});

export function privacyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/readings", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin", "inspector"]);
    return c.json({ readings: await listReadings(c.get("deps").table, centre.id, MOST_READINGS) });
  });

  // Posted, so that name and number stand in no address and no log.
  routes.post("/halls/:hall/residents/find", async (c) => {
    const deps = c.get("deps");
    const at = await getHall(deps, c.req.param("hall"));
    const principal = c.get("principal");
    const readable = deps.ledgers.filter(
      ({ access, personalFields }) =>
        personalFields.length > 0 &&
        can(principal, at.place, access, "readPersonal") &&
        can(principal, at.place, access, "erase"),
    );
    if (readable.length === 0) refuse(httpProblems.not_permitted({}));
    const asked = await readBody(c, ResidentBody);
    return c.json(await findResident(deps, principal, at, readable, asked));
  });
  return routes;
}
