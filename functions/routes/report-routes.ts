// Reports over HTTP: order one (202), look how far it is, fetch its files; and the record of what was exported.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { getCentre, getHall } from "../http/require-principal.ts";
import { mayHave, orderReport, reportProblems } from "../reports/report-desk.ts";
import { fileOf, isReportFormat, REPORT_TYPES } from "../reports/report-files.ts";
import { listExports } from "../storage/export-store.ts";
import { findReport, listReports, type ReportJob } from "../storage/report-store.ts";

export const ReportOrdered = z.strictObject({
  kind: z.string().max(40),
  subject: z.string().max(40),
  centre: z.string().max(80).optional(),
  hall: z.string().max(80).optional(),
  published: z.boolean().default(false),
  locale: z.enum(["zh", "en"]).default("zh"),
});

const EXPORTS_SHOWN = 200;

export function reportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.post("/reports", async (c) => {
    const deps = c.get("deps");
    const { centre: named, hall, ...asked } = await readBody(c, ReportOrdered);
    const centre = hall
      ? (await getHall(deps, hall)).centre
      : await getCentre(deps, c.get("principal"), named);
    const order = { ...asked, centre: centre.id, hall: hall ?? null };
    const job = await orderReport(deps, c.get("principal"), order);
    return c.json(viewOf(job), 202, { location: `/v1/reports/${job.id}` });
  });

  routes.get("/centre/reports", async (c) => {
    const centre = await getCentre(c.get("deps"), c.get("principal"), c.req.query("centre"));
    const jobs = await listReports(c.get("deps").table, centre.id, EXPORTS_SHOWN);
    return c.json({ reports: jobs.map(viewOf) });
  });

  routes.get("/reports/:id", async (c) => c.json(viewOf(await jobAsked(c))));

  routes.get("/reports/:id/files/:format", async (c) => {
    const job = await jobAsked(c);
    const format = c.req.param("format");
    if (!isReportFormat(format)) {
      const expected = { zh: "json、html、xlsx 或 docx", en: "json, html, xlsx or docx" };
      refuse(httpProblems.invalid_parameter({ name: "format", expected }));
    }
    const file = await fileOf(c.get("deps"), job, format);
    if (!file) refuse(reportProblems.report_not_ready({}));
    return new Response(Uint8Array.from(file), { headers: { "content-type": REPORT_TYPES[format] } });
  });

  routes.get("/centre/exports", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    return c.json({ exports: await listExports(c.get("deps").table, centre.id, EXPORTS_SHOWN) });
  });

  return routes;
}

async function jobAsked(c: Context<AppEnv>): Promise<ReportJob> {
  const deps = c.get("deps");
  const job = await findReport(deps.table, c.req.param("id") ?? "");
  if (!job) return refuse(reportProblems.unknown_report({}));
  if (!(await mayHave(deps, c.get("principal"), job.order))) refuse(httpProblems.not_permitted({}));
  return job;
}

function viewOf({ files, ...job }: ReportJob) {
  const addresses = Object.keys(files).map(
    (format) => [format, `/v1/reports/${job.id}/files/${format}`] as const,
  );
  return { ...job, files: Object.fromEntries(addresses) };
}
