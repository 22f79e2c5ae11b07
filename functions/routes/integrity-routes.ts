// Integrity signals over HTTP: for those who lead and inspect at the centre, and nobody else.
import { Hono } from "hono";
import { parsePeriod } from "../../shared/kernel/period.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { readSignals } from "../use-cases/integrity/read-signals.ts";

export function integrityRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/centre/integrity", async (c) => {
    const roles = ["supervisingLeader", "director", "inspector", "centreAdmin"] as const;
    const centre = await demandCentreRole(c, roles);
    const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
    const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    return c.json(await readSignals(c.get("deps"), centre, period));
  });
}
