// Personal data over HTTP: who looked at what, and where a resident who asks stands in the ledgers.
import { Hono } from "hono";
import * as z from "zod";
import { can } from "../../shared/kernel/permissions.ts";
import { acceptValues } from "../../shared/ledger/field.ts";
import { text } from "../../shared/ledger/fields/text.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { demand, getHall } from "../http/require-principal.ts";
import { listReadings } from "../storage/access-store.ts";
import { erasePersonal } from "../use-cases/erase-personal.ts";
import { factsFor } from "../use-cases/hall-facts.ts";
import { findResident } from "../use-cases/privacy/find-resident.ts";
import { recordId, rowsAt } from "./rows-at.ts";

const MOST_READINGS = 500;

/** A name alone finds too many: the person says both, as at the counter. */
const ResidentBody = z.strictObject({
  name: z.string().trim().min(2).max(60),
  phoneTail: z.string().regex(/^\d{4}$/),
  reason: z.string().trim().min(2).max(200),
});

/** It stays in the history, and says nothing about the person. */
const eraseFields = { reason: text({ label: { zh: "删除理由", en: "Reason for erasing" }, maxLength: 200 }) };

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

  routes.post("/halls/:hall/ledgers/:ledger/records/:id/erase", async (c) => {
    const { deps, at, ledger, principal } = await rowsAt(c);
    demand(principal, at.place, ledger, "erase");
    const body = await readBody(c, z.strictObject({ reason: z.string().trim().min(2) }));
    const { values, problems } = acceptValues(eraseFields, body, at.hall.timeZone);
    for (const problem of problems) refuse(problem);
    const id = recordId(c);
    const erased = await erasePersonal(deps.table, id, String(values.reason), {
      hall: at.hall,
      ledger,
      facts: factsFor(at.hall, at.centre, deps.now()),
      actor: principal.id,
      batchId: c.get("requestId"),
      enteredBy: null,
    });
    if (erased) deps.log("ERASED", { hall: at.hall.id, ledger: ledger.id, record: id });
    return c.json({ erased });
  });
  return routes;
}
