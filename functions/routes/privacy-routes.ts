// Personal data over HTTP: who looked at what, and where a resident who asks stands in the ledgers.
import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { demandPace } from "../http/demand-pace.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { demand, getHall } from "../http/require-principal.ts";
import { listReadings } from "../storage/access-store.ts";
import { eraseOnRequest } from "../use-cases/privacy/erase-on-request.ts";
import { findResident, ResidentAsked, searchable } from "../use-cases/privacy/find-resident.ts";
import { findResidentInCentre } from "../use-cases/privacy/find-resident-in-centre.ts";
import { recordId, rowsAt } from "./rows-at.ts";

const MOST_READINGS = 500;

/** `from` is the `next` of the answer before. */
export const ResidentInCentre = ResidentAsked.extend({ from: z.string().max(100).nullable().default(null) });

export const EraseBody = z.strictObject({ reason: z.string().trim().min(2) });

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
    const ledgers = searchable(deps, principal, at);
    if (ledgers.length === 0) refuse(httpProblems.not_permitted({}));
    const asked = await readBody(c, ResidentAsked);
    await demandPace(deps, principal, "findResident");
    const { rows } = await findResident(deps, principal, at, ledgers, asked);
    return c.json({ hall: at.hall.id, searched: ledgers.map(({ id }) => id), rows });
  });

  routes.post("/centre/residents/find", async (c) => {
    const deps = c.get("deps");
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const { from, ...asked } = await readBody(c, ResidentInCentre);
    await demandPace(deps, c.get("principal"), "findResident");
    return c.json(await findResidentInCentre(deps, c.get("principal"), centre, asked, from));
  });

  routes.post("/halls/:hall/ledgers/:ledger/records/:id/erase", async (c) => {
    const { deps, at, ledger, principal } = await rowsAt(c);
    demand(principal, at.place, ledger, "erase");
    const body = await readBody(c, EraseBody);
    const request = c.get("requestId");
    const { reason } = body;
    const asked = { ledger, id: recordId(c), reason, by: principal.id, request };
    const erased = await eraseOnRequest(deps, at, asked);
    return erased.ok ? c.json({ erased: erased.value }) : refuse(erased.error);
  });
  return routes;
}
