// The phone form and the sample of visitors: pages for inspectors, with and without a script.
import { createHash, randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { dateOf } from "../../../shared/kernel/date-time.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { problemBody, refuse } from "../../http/http-problems.ts";
import { problemOf } from "../../http/problem-of.ts";
import { getLedger } from "../../http/require-principal.ts";
import { findHall, findPerson } from "../../storage/directory-store.ts";
import { findRowsOf } from "../../use-cases/find-rows.ts";
import {
  demandInspector,
  type HallCall,
  placeFor,
  refuseSigned,
} from "../../use-cases/inspection/inspection-call.ts";
import {
  recordVisitor,
  searchVisitors,
  VisitorResult,
  VisitorSearch,
  windowsOf,
} from "../../use-cases/inspection/sample-visitors.ts";
import { keepPhoto, OnSiteScore, scoreOnSite } from "../../use-cases/inspection/score-on-site.ts";
import { showPage } from "../design/show-page.tsx";
import { type LedgerForm, readLedgerForm } from "../ledger/read-ledger-form.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";
import { OnSitePage } from "./on-site-page.tsx";
import { ON_SITE_POLICY, ON_SITE_WORKER, ON_SITE_WORKER_POLICY } from "./on-site-script.ts";
import { askedBy, numberIn, roundHallOf, shaped, textIn, tokenOf } from "./page-call.ts";
import { VisitorsPage } from "./visitors-page.tsx";

const HALL = "/centre/inspections/:round/halls/:hall";
const WORKER = "/centre/inspections/on-site-worker.js";

export function onSitePageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get(WORKER, async (c) => {
      await placeFor(askedBy(c), "score");
      c.set("contentPolicy", ON_SITE_WORKER_POLICY);
      return c.body(ON_SITE_WORKER, 200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "no-cache",
      });
    })
    .get(`${HALL}/on-site`, showOnSite)
    .post(`${HALL}/on-site`, takeScore)
    .get(`${HALL}/visitors`, async (c) => showVisitors(c, await inspectedHall(c), null))
    .post(`${HALL}/visitors`, async (c) => {
      const call = await inspectedHall(c);
      const fields = await readForm(c);
      if (fields.get("verb") === "record") {
        const number = numberIn(fields, "number");
        const result = textIn(fields, "result");
        const serial = textIn(fields, "serial");
        const record =
          result === "found" && number !== undefined ? await rowBySerial(call, number, serial) : null;
        await recordVisitor(call, shaped(VisitorResult, { number, result, record }));
        return c.redirect(`${new URL(c.req.url).pathname}${new URL(c.req.url).search}`, 303);
      }
      const window = numberIn(fields, "window");
      const [name, phoneTail] = [textIn(fields, "name"), textIn(fields, "phoneTail")];
      const found = await searchVisitors(
        call,
        shaped(VisitorSearch, { name, phoneTail, ...(window === undefined ? {} : { window }) }),
      );
      return showVisitors(c, call, found);
    });
}

async function inspectedHall(c: Context<PageEnv>): Promise<HallCall> {
  const call = await roundHallOf(c, "score");
  demandInspector(call);
  return call;
}

async function showOnSite(c: Context<PageEnv>): Promise<Response> {
  const call = await inspectedHall(c);
  refuseSigned(call);
  const { deps, stored, hall, centre, principal, now } = call;
  const query = { centre: centre.id };
  const own = [...stored.entries].flatMap(([name, entry]) =>
    name.startsWith(`${hall.id}#`) ? [[name.slice(hall.id.length + 1), entry] as const] : [],
  );
  const names = new Map(
    await Promise.all(
      [...new Set(own.map(([, { value }]) => value.by))].map(
        async (id) => [id, (await findPerson(deps.table, id))?.name ?? id] as const,
      ),
    ),
  );
  c.set("contentPolicy", ON_SITE_POLICY);
  const page = (
    <OnSitePage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      person={principal.id}
      title={stored.round.title}
      hall={hall.name}
      back={pagePaths.round(stored.round.id, query)}
      action={pagePaths.roundHall(stored.round.id, hall.id, "on-site", query)}
      worker={`${WORKER}?${new URLSearchParams(query)}`}
      scorecard={stored.round.scorecard}
      entries={new Map(own)}
      nameOf={(id) => names.get(id) ?? id}
      newCall={randomUUID}
      now={now}
    />
  );
  return showPage(c, T.onSite, page);
}

/** One score: a script gets JSON, a plain form the page again or what was wrong. */
async function takeScore(c: Context<PageEnv>): Promise<Response> {
  const wantsJson = (c.req.header("accept") ?? "").includes("application/json");
  try {
    const call = await inspectedHall(c);
    const posted = await readLedgerForm(c);
    const scored = await scoredBy(call, posted);
    if (!wantsJson) {
      if (!scored.ok) return refuse(scored.error.problem);
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`${pathname}${search}`, 303);
    }
    if (scored.ok) return c.json({ version: scored.value.version, entry: scored.value.value });
    const { problem, current, yours } = scored.error;
    return c.json({ ...problemBody(problem, c.get("requestId")), current, yours }, 409);
  } catch (error) {
    const problem = problemOf(error);
    if (wantsJson && problem) return problemJson(problem, c.get("requestId"));
    throw error;
  }
}

function problemJson(problem: Problem, request: string): Response {
  const headers = { "content-type": "application/problem+json; charset=utf-8" };
  return new Response(JSON.stringify(problemBody(problem, request)), { status: problem.status, headers });
}

/** A photo that is sent again gets another name: what was sent is told by its content. */
async function scoredBy(call: HallCall, posted: LedgerForm) {
  const file = posted.form.get("photo");
  const bytes =
    file === null || typeof file === "string" ? undefined : new Uint8Array(await file.arrayBuffer());
  const given =
    file === null || typeof file === "string" || bytes?.length === 0 ? null : { name: file.name, bytes };
  const points = posted.text("points").trim();
  const said = {
    call: posted.text("call"),
    item: posted.text("item"),
    baseVersion: Number(posted.text("baseVersion")) || 0,
    points: points === "" ? undefined : Number(points),
    note: posted.text("note"),
    seenAt: posted.text("seenAt"),
  };
  // Checked before a photo is kept, so that a refused score leaves none behind.
  const checked = shaped(OnSiteScore, { ...said, photos: [] });
  refuseSigned(call);
  const photo = given ? await keepPhoto(call, given.name, given.bytes) : null;
  const content = createHash("sha256")
    .update(given?.bytes ?? new Uint8Array())
    .digest("hex");
  return scoreOnSite(call, { ...checked, photos: photo ? [photo] : [] }, { ...said, content });
}

async function showVisitors(
  c: Context<PageEnv>,
  call: HallCall,
  found: Awaited<ReturnType<typeof searchVisitors>> | null,
): Promise<Response> {
  const { stored, hall, centre } = call;
  const query = { centre: centre.id };
  const checks = [...stored.visitors].flatMap(([name, { value }]) =>
    name.startsWith(`${hall.id}#`) ? [[Number(name.slice(hall.id.length + 1)), value] as const] : [],
  );
  const page = (
    <VisitorsPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      hall={hall}
      title={stored.round.title}
      back={pagePaths.round(stored.round.id, query)}
      action={pagePaths.roundHall(stored.round.id, hall.id, "visitors", query)}
      windows={await windowsOf(call)}
      checks={new Map(checks)}
      found={found}
    />
  );
  return showPage(
    c,
    T.visitors,
    page,
    found ? { otherLanguage: pagePaths.roundHall(stored.round.id, hall.id, "visitors", query) } : {},
  );
}

/** People write serial numbers, not ids. */
async function rowBySerial(call: HallCall, number: number, serial: string): Promise<string> {
  const window = (await windowsOf(call)).find((one) => one.number === number);
  const hall = await findHall(call.deps.table, call.hall.id);
  if (!window || !hall) return "";
  const day = dateOf(window.from);
  const rows = await findRowsOf(call.deps.table, hall, getLedger(call.deps, "cases"), {
    period: { id: day, kind: "day", first: day, last: day },
  });
  return rows.find((row) => row.serial === serial)?.id ?? "";
}
