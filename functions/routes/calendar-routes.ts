// The centre's calendar over HTTP: what is loaded, what a notice would move, and putting it into force.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { GivenNotice } from "../../shared/capabilities/calendar-admin/notice.ts";
import { parseNoticeRows } from "../../shared/capabilities/calendar-admin/parse-notice-rows.ts";
import { calendarOf, calendarYearsOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import type { AppEnv } from "../http/context.ts";
import { problemBody } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { listCalendarChanges } from "../storage/calendar-change-store.ts";
import { applyCalendar } from "../use-cases/calendar/apply-calendar.ts";
import { previewCalendar } from "../use-cases/calendar/preview-calendar.ts";

const year = z.number().int().min(1900).max(2199);
const version = z.number().int().min(1).max(1000);
const source = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const date = z.string().max(20);

const Form = z.strictObject({
  year,
  version,
  source,
  off: z.array(z.tuple([date, date])).max(200),
  makeUp: z.array(date).max(200),
});

const File = z.strictObject({ year, version, source, text: z.string().max(100_000) });

export const CalendarRequest = z
  .strictObject({
    notice: Form.optional(),
    file: File.optional(),
    /** The calendar's version that the preview named. */
    basis: z.string().max(400).nullable().default(null),
  })
  .refine(({ notice, file }) => (notice === undefined) !== (file === undefined), {
    message: "either notice or file",
    path: ["notice"],
  });

export function calendarRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/calendar", async (c) => {
    const deps = c.get("deps");
    const centre = await demandCentreRole(c, ["centreAdmin", "director", "supervisingLeader", "inspector"]);
    return c.json({
      centre: centre.id,
      version: calendarOf(centre).version,
      years: calendarYearsOf(centre),
      changes: await listCalendarChanges(deps.table, centre.id),
    });
  });

  routes.post("/centre/calendar/preview", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const given = noticeOf(await readBody(c, CalendarRequest));
    const preview = given.ok ? await previewCalendar(c.get("deps"), centre, given.value) : given;
    return preview.ok ? c.json(preview.value) : refusal(c, preview.error);
  });

  routes.post("/centre/calendar/apply", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const request = await readBody(c, CalendarRequest);
    const given = noticeOf(request);
    const applied = given.ok
      ? await applyCalendar(c.get("deps"), centre, given.value, request.basis, c.get("principal").id)
      : given;
    return applied.ok ? c.json(applied.value) : refusal(c, applied.error);
  });

  return routes;
}

function noticeOf({
  notice,
  file,
}: z.infer<typeof CalendarRequest>): Result<GivenNotice, readonly Problem[]> {
  if (notice) return ok(notice);
  const rows = parseNoticeRows(file?.text ?? "");
  if (!file || rows.problems.length > 0) return err(rows.problems);
  return ok({
    year: file.year,
    version: file.version,
    source: file.source,
    off: rows.off,
    makeUp: rows.makeUp,
  });
}

/** A notice may have several faults: the first one is the answer's, and all of them are listed. */
function refusal(c: Context<AppEnv>, problems: readonly Problem[]): Response {
  const [first] = problems;
  if (!first) throw new Error("a refusal without a problem");
  return new Response(JSON.stringify({ ...problemBody(first, c.get("requestId")), problems }), {
    status: first.status,
    headers: { "content-type": "application/problem+json; charset=utf-8" },
  });
}
