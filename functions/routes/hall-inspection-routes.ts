// Inspection rounds over HTTP as a hall sees them: its own sheet, self-score, objection, evidence of rectification.
import { type Context, Hono } from "hono";
import {
  INSPECTION_ACCESS,
  type InspectionAction,
} from "../../shared/capabilities/inspection/inspection-access.ts";
import { can } from "../../shared/kernel/permissions.ts";
import { MAX_ATTACHMENT_BYTES } from "../../shared/ledger/fields/attachment.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { readBytes } from "../http/read-bytes.ts";
import { getHall } from "../http/require-principal.ts";
import { listRounds } from "../storage/inspection-store.ts";
import { findAttachment } from "../use-cases/attachments.ts";
import { RectificationDone, reportRectification } from "../use-cases/inspection/follow-up.ts";
import { Objection, object, SelfScore, selfScore } from "../use-cases/inspection/give-opinion.ts";
import { type HallCall, hallRoundFor } from "../use-cases/inspection/inspection-call.ts";
import { sheetView } from "../use-cases/inspection/round-view.ts";
import { keepPhoto, photoLedger } from "../use-cases/inspection/score-on-site.ts";
import { attachmentAnswer } from "./attachment-routes.ts";
import { answerReport, answerRows } from "./inspection-answers.ts";

const ROUND = "/halls/:hall/inspections/:round";

export function hallInspectionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/halls/:hall/inspections", async (c) => {
    const deps = c.get("deps");
    const { hall, centre, place } = await getHall(deps, c.req.param("hall"));
    if (!can(c.get("principal"), place, INSPECTION_ACCESS, "readSheet"))
      refuse(httpProblems.not_permitted({}));
    const rounds = (await listRounds(deps.table, centre.id)).filter(({ halls }) =>
      halls.some(({ id }) => id === hall.id),
    );
    return c.json({
      rounds: rounds.map(({ id, title, first, last, opened }) => ({ id, title, first, last, opened })),
    });
  });
  routes.get(ROUND, async (c) => {
    const call = await callOf(c, "readSheet");
    return c.json(await sheetView(call, call.hall.id));
  });
  routes.get(`${ROUND}/rows`, async (c) => {
    const call = await callOf(c, "readSheet");
    return answerRows(c, call, call.hall.id);
  });
  routes.get(`${ROUND}/report`, async (c) => {
    const call = await callOf(c, "readSheet");
    return answerReport(c, call, call.hall.id);
  });
  routes.get(`${ROUND}/photos/:key`, async (c) => {
    const { deps, stored, hall } = await callOf(c, "readSheet");
    const found = await findAttachment(deps.blobs, hall.id, photoLedger(stored.round.id), c.req.param("key"));
    return found.ok ? attachmentAnswer(found.value) : refuse(found.error);
  });
  routes.post(`${ROUND}/photos`, async (c) => {
    const call = await callOf(c, "reportRectification");
    const bytes = await readBytes(c.req.raw, MAX_ATTACHMENT_BYTES);
    return c.json(await keepPhoto(call, c.req.query("name") ?? "", bytes), 201);
  });
  routes.post(`${ROUND}/self-scores`, async (c) => {
    await selfScore(await callOf(c, "selfScore"), await readBody(c, SelfScore));
    return again(c);
  });
  routes.post(`${ROUND}/objections`, async (c) => {
    await object(await callOf(c, "object"), await readBody(c, Objection));
    return again(c);
  });
  routes.post(`${ROUND}/rectifications/:id/done`, async (c) => {
    await reportRectification(
      await callOf(c, "reportRectification"),
      c.req.param("id"),
      await readBody(c, RectificationDone),
    );
    return again(c);
  });
  return routes;
}

function callOf(c: Context<AppEnv>, action: InspectionAction): Promise<HallCall> {
  const hall = c.req.param("hall") ?? "";
  const round = c.req.param("round") ?? "";
  return hallRoundFor({ deps: c.get("deps"), principal: c.get("principal"), round, hall }, action);
}

async function again(c: Context<AppEnv>): Promise<Response> {
  const call = await callOf(c, "readSheet");
  return c.json(await sheetView(call, call.hall.id));
}
