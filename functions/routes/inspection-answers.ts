// Answers that the centre and a hall ask alike: the rows behind a figure, and the report in its four forms.
import type { Context } from "hono";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { acceptanceFile } from "../reports/acceptance/acceptance-file.ts";
import { acceptanceBytes } from "../reports/acceptance/read-acceptance.ts";
import { fileOf, isReportFormat, REPORT_TYPES } from "../reports/report-files.ts";
import { FIGURES, figureRows, isInspectionFigure } from "../use-cases/inspection/figure-rows.ts";
import { type InspectionCall, inHall } from "../use-cases/inspection/inspection-call.ts";
import { readRoundSnapshot } from "../use-cases/inspection/read-snapshot.ts";

export async function answerRows(
  c: Context<AppEnv>,
  call: InspectionCall,
  hall: string | undefined,
): Promise<Response> {
  const of = c.req.query("of") ?? "";
  const asked = { hall, item: c.req.query("item"), section: c.req.query("section") };
  const found = isInspectionFigure(of)
    ? figureRows(await readRoundSnapshot(call), { of, ...asked })
    : undefined;
  if (!found) {
    const expected = {
      zh: `本轮的一个数字(${FIGURES.join("、")})`,
      en: `a figure of the round (${FIGURES.join(", ")})`,
    };
    return refuse(httpProblems.invalid_parameter({ name: "of", expected }));
  }
  const rows = found.rows.map(({ opens, ...row }) => ({
    ...row,
    record: opens === null ? null : `/v1/${opens}`,
  }));
  return c.json({ count: rows.length, value: found.value, rows });
}

/** JSON at once; the others once they are rendered, else 202 with how far they are. */
export async function answerReport(
  c: Context<AppEnv>,
  call: InspectionCall,
  hall: string | null,
): Promise<Response> {
  if (hall !== null) inHall(call, hall);
  const format = c.req.query("format") ?? "json";
  if (!isReportFormat(format)) {
    const expected = { zh: "json、html、xlsx 或 docx", en: "json, html, xlsx or docx" };
    refuse(httpProblems.invalid_parameter({ name: "format", expected }));
  }
  const headers = { "content-type": REPORT_TYPES[format], ...snapshotHeader(call) };
  if (format === "json") return new Response(Uint8Array.from(await acceptanceBytes(call, hall)), { headers });
  const job = await acceptanceFile(c.get("deps"), call, c.get("principal"), hall);
  const file = job.state === "done" ? await fileOf(call.deps, job, format) : undefined;
  if (file) return new Response(Uint8Array.from(file), { headers });
  const { id, state, progress, step, error } = job;
  return c.json({ id, state, progress, step, error }, 202, {
    location: `/v1/reports/${id}`,
    "retry-after": "3",
  });
}

function snapshotHeader({ stored }: InspectionCall): Record<string, string> {
  return stored.signature ? { "x-snapshot-sha256": stored.signature.hash } : {};
}
