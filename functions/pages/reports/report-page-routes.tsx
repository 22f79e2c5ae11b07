// The addresses of the pages of reports.
import { type Context, Hono } from "hono";
import { centreRoles } from "../../../shared/kernel/permissions.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentre } from "../../http/require-principal.ts";
import { REPORT_KINDS } from "../../reports/kinds/report-kinds.ts";
import { mayHave, orderReport, reportProblems } from "../../reports/report-desk.ts";
import {
  fileOf,
  isReportFormat,
  REPORT_POLICY,
  REPORT_TYPES,
  reportFileName,
} from "../../reports/report-files.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { listExports } from "../../storage/export-store.ts";
import { findReport, listReports, type ReportJob } from "../../storage/report-store.ts";
import { centreToday } from "../../use-cases/centre-zone.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { ReportPage, ReportsPage } from "./report-pages.tsx";
import { REPORT_TEXTS } from "./report-texts.ts";

const SHOWN = 50;
const REFRESH_SECONDS = "2";

export function reportPageRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();

  routes.get("/centre/reports", async (c) => {
    const deps = c.get("deps");
    const principal = c.get("principal");
    const centreNamed = c.req.query("centre") || undefined;
    const centre = await getCentre(deps, principal, centreNamed);
    const today = centreToday(deps.now());
    const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
    const isAdmin = centreRoles(principal, centre.id, today).includes("centreAdmin");
    const page = (
      <ReportsPage
        locale={localeOf(c)}
        formToken={c.get("signedIn")?.formToken ?? ""}
        centreNamed={centreNamed}
        kinds={REPORT_KINDS}
        halls={halls.sort((a, b) => (a.id < b.id ? -1 : 1))}
        jobs={await listReports(deps.table, centre.id, SHOWN)}
        exports={isAdmin ? await listExports(deps.table, centre.id, SHOWN) : null}
        subject={monthOf(today)}
      />
    );
    return showPage(c, REPORT_TEXTS.title, page);
  });

  routes.post("/centre/reports", async (c) => {
    const deps = c.get("deps");
    const fields = await readForm(c);
    const centre = await getCentre(deps, c.get("principal"), fields.get("centre") || undefined);
    const job = await orderReport(deps, c.get("principal"), {
      kind: fields.get("kind") ?? "",
      subject: (fields.get("subject") ?? "").trim().slice(0, 40),
      centre: centre.id,
      hall: fields.get("hall") || null,
      published: fields.get("published") === "yes",
      locale: localeOf(c),
    });
    return c.redirect(pagePaths.report(job.id), 303);
  });

  routes.get("/reports/:id", async (c) => {
    const job = await jobAsked(c);
    if (job.state === "waiting" || job.state === "working") c.header("refresh", REFRESH_SECONDS);
    return showPage(c, job.title, <ReportPage job={job} locale={localeOf(c)} />);
  });

  routes.get("/reports/:id/:format", async (c) => {
    const job = await jobAsked(c);
    const format = c.req.param("format");
    if (!isReportFormat(format)) return refuse(httpProblems.not_found({}));
    const file = await fileOf(c.get("deps"), job, format);
    if (!file) refuse(reportProblems.report_not_ready({}));
    if (format === "html") c.set("contentPolicy", REPORT_POLICY);
    const name = encodeURIComponent(reportFileName(job, format));
    const shown = format === "html" ? "inline" : "attachment";
    return new Response(Uint8Array.from(file), {
      headers: {
        "content-type": REPORT_TYPES[format],
        "content-disposition": `${shown}; filename="report.${format}"; filename*=UTF-8''${name}`,
      },
    });
  });

  return routes;
}

async function jobAsked(c: Context<PageEnv>): Promise<ReportJob> {
  const deps = c.get("deps");
  const job = await findReport(deps.table, c.req.param("id") ?? "");
  if (!job) return refuse(reportProblems.unknown_report({}));
  if (!(await mayHave(deps, c.get("principal"), job.order))) refuse(httpProblems.not_permitted({}));
  return job;
}
