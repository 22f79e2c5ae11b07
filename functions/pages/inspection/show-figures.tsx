// What a figure rests on, and the report in its forms: the same for the centre and for a hall.
import type { Context } from "hono";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { acceptanceFile } from "../../reports/acceptance/acceptance-file.ts";
import { acceptanceBytes } from "../../reports/acceptance/read-acceptance.ts";
import { isReportFormat, REPORT_TYPES } from "../../reports/report-files.ts";
import { figureRows, isInspectionFigure } from "../../use-cases/inspection/figure-rows.ts";
import type { InspectionCall } from "../../use-cases/inspection/inspection-call.ts";
import { readRoundSnapshot } from "../../use-cases/inspection/read-snapshot.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { FigureRowsPage } from "./figure-rows-page.tsx";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";

export async function showFigureRows(
  c: Context<PageEnv>,
  call: InspectionCall,
  hall: string | undefined,
  back: string,
): Promise<Response> {
  const of = c.req.query("of") ?? "";
  const asked = { hall, item: c.req.query("item"), section: c.req.query("section") };
  const snapshot = await readRoundSnapshot(call);
  const found = isInspectionFigure(of) ? figureRows(snapshot, { of, ...asked }) : undefined;
  if (!found || !isInspectionFigure(of)) return refuse(httpProblems.not_found({}));
  const page = (
    <FigureRowsPage
      locale={localeOf(c)}
      snapshot={snapshot}
      asked={{ of, ...asked }}
      found={found}
      back={back}
    />
  );
  return showPage(c, T.rows, page);
}

/** JSON at once; the others on the page that shows how far a report is, and then opens it. */
export async function openReport(
  c: Context<PageEnv>,
  call: InspectionCall,
  hall: string | null,
): Promise<Response> {
  const format = c.req.query("format");
  if (!isReportFormat(format)) return refuse(httpProblems.not_found({}));
  if (format === "json") {
    return new Response(Uint8Array.from(await acceptanceBytes(call, hall)), {
      headers: { "content-type": REPORT_TYPES.json },
    });
  }
  const job = await acceptanceFile(c.get("deps"), call, call.principal, hall);
  return c.redirect(
    job.state === "done" ? pagePaths.reportFile(job.id, format) : pagePaths.report(job.id),
    303,
  );
}
