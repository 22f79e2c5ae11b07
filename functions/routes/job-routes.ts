// The centre's view of the scheduled work: which jobs there are, what their latest runs did, and the stamped stocks.
import { Hono } from "hono";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import { CENTRE_READERS } from "../../shared/kernel/permissions.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { JOBS } from "../jobs/jobs.ts";
import { listRuns } from "../storage/job-run-store.ts";
import { readStocksOf } from "../use-cases/stocks/read-stocks.ts";

/** Some days of runs; older ones are on record and not asked for. */
const LATEST = 200;

export function jobRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/jobs", async (c) => {
    const centre = await demandCentreRole(c, CENTRE_READERS);
    return c.json({
      centre: centre.id,
      jobs: Object.entries(JOBS).map(([name, { label, everyMinutes }]) => ({ name, label, everyMinutes })),
      runs: await listRuns(c.get("deps").table, centre.id, LATEST),
    });
  });

  routes.get("/centre/stocks", async (c) => {
    const deps = c.get("deps");
    const centre = await demandCentreRole(c, CENTRE_READERS);
    const id = c.req.query("period") ?? refuse(httpProblems.period_required({}));
    const period = parsePeriod(id) ?? refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
    const today = dateOf(dateTimeAt(deps.now(), "Asia/Shanghai"));
    const halls = await readStocksOf(deps.table, centre.id, period, today);
    return c.json({ centre: centre.id, period: period.id, halls });
  });

  return routes;
}
