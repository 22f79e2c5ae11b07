// Inspection rounds over HTTP, for the centre's people: opening, assigning, scoring, ruling, signing, reporting.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { InspectionAction } from "../../shared/capabilities/inspection/inspection-access.ts";
import { Scorecard } from "../../shared/capabilities/inspection/scorecard.ts";
import { MAX_ATTACHMENT_BYTES } from "../../shared/ledger/fields/attachment.ts";
import type { AppEnv } from "../http/context.ts";
import { problemBody } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { readBytes } from "../http/read-bytes.ts";
import { freezeAcceptance } from "../reports/acceptance/read-acceptance.ts";
import { findRound, listRounds } from "../storage/inspection-store.ts";
import {
  Assignment,
  assignInspectors,
  BonusBody,
  giveBonus,
  keepMinutes,
  MinutesBody,
  NewRectification,
  orderRectification,
  Reinspection,
  reinspect,
} from "../use-cases/inspection/follow-up.ts";
import { RulingBody, rule } from "../use-cases/inspection/give-opinion.ts";
import {
  demandInspector,
  type HallCall,
  type InspectionCall,
  inHall,
  placeFor,
  roundFor,
  roundPlace,
} from "../use-cases/inspection/inspection-call.ts";
import { NewRound, openRound, saveScorecard, scorecardsOf } from "../use-cases/inspection/open-round.ts";
import { signedBytes } from "../use-cases/inspection/read-snapshot.ts";
import { reckonAgain } from "../use-cases/inspection/reckon-hall.ts";
import { roundView } from "../use-cases/inspection/round-view.ts";
import {
  recordVisitor,
  searchVisitors,
  VisitorResult,
  VisitorSearch,
  windowsOf,
} from "../use-cases/inspection/sample-visitors.ts";
import { keepPhoto, OnSiteScore, scoreOnSite } from "../use-cases/inspection/score-on-site.ts";
import { signRound } from "../use-cases/inspection/sign-round.ts";
import { answerReport, answerRows } from "./inspection-answers.ts";

const ROUND = "/centre/inspections/:round";
const HALL = `${ROUND}/halls/:hall`;

export const SignBody = z.strictObject({ acceptPreliminary: z.boolean().default(false) });

export function inspectionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/centre/scorecards", async (c) => {
    const place = await placeFor(askedBy(c), "readRound");
    return c.json({ scorecards: await scorecardsOf(place) });
  });
  routes.post("/centre/scorecards", async (c) => {
    const place = await placeFor(askedBy(c), "editScorecard");
    return c.json(await saveScorecard(place, await readBody(c, Scorecard)), 201);
  });
  routes.get("/centre/inspections", async (c) => {
    const { deps, centre } = await placeFor(askedBy(c), "readRound");
    const rounds = await listRounds(deps.table, centre.id);
    return c.json({
      rounds: rounds.map(({ id, title, first, last, halls, scorecard, opened }) => ({
        ...{ id, title, first, last, opened, halls: halls.length, scorecard: scorecard.version },
      })),
    });
  });
  routes.post("/centre/inspections", async (c) => {
    const place = await placeFor(askedBy(c), "openRound");
    const { id } = await openRound(place, await readBody(c, NewRound));
    return c.json(await roundView(await roundFor({ ...askedBy(c), round: id }, "openRound")), 201);
  });
  routes.get(ROUND, async (c) => c.json(await roundView(await roundOf(c, "readRound"))));
  routes.get(`${ROUND}/rows`, async (c) => answerRows(c, await roundOf(c, "readRound"), c.req.query("hall")));
  routes.get(`${ROUND}/report`, async (c) =>
    answerReport(c, await roundOf(c, "readRound"), c.req.query("hall") ?? null),
  );
  routes.get(`${ROUND}/snapshot`, async (c) => {
    const { deps, stored } = await roundOf(c, "readRound");
    if (!stored.signature) return c.json({ signed: null });
    const bytes = await signedBytes(deps, stored.signature.snapshot);
    return new Response(Uint8Array.from(bytes), {
      headers: { "content-type": "application/json; charset=utf-8" },
    });
  });
  routes.post(`${ROUND}/assignments`, async (c) => {
    const call = await roundOf(c, "assign");
    await assignInspectors(call, await readBody(c, Assignment));
    return again(c, call);
  });
  routes.post(`${ROUND}/reckon`, async (c) => {
    const call = await roundOf(c, "reckon");
    await reckonAgain(call);
    return again(c, call);
  });
  routes.post(`${ROUND}/minutes`, async (c) => {
    const call = await roundOf(c, "keepMinutes");
    await keepMinutes(call, await readBody(c, MinutesBody));
    return again(c, call);
  });
  routes.post(`${ROUND}/sign`, async (c) => {
    const call = await roundOf(c, "sign");
    const { acceptPreliminary } = await readBody(c, SignBody);
    await signRound(call, acceptPreliminary);
    const signed = await reread(call);
    await freezeAcceptance(signed);
    return c.json(await roundView(signed));
  });

  routes.post(`${HALL}/scores`, async (c) => {
    const call = await hallOf(c, "score");
    const scored = await scoreOnSite(call, await readBody(c, OnSiteScore));
    if (scored.ok) return c.json({ version: scored.value.version, entry: scored.value.value });
    const { problem, current, yours } = scored.error;
    return c.json({ ...problemBody(problem, c.get("requestId")), current, yours }, 409);
  });
  routes.post(`${HALL}/photos`, async (c) => {
    const call = await hallOf(c, "score");
    demandInspector(call);
    const bytes = await readBytes(c.req.raw, MAX_ATTACHMENT_BYTES);
    return c.json(await keepPhoto(call, c.req.query("name") ?? "", bytes), 201);
  });
  routes.get(`${HALL}/visitors`, async (c) => {
    const call = await hallOf(c, "searchVisitors");
    demandInspector(call);
    return c.json({ windows: await windowsOf(call) });
  });
  routes.post(`${HALL}/visitors/search`, async (c) => {
    const call = await hallOf(c, "searchVisitors");
    return c.json({ rows: await searchVisitors(call, await readBody(c, VisitorSearch)) });
  });
  routes.post(`${HALL}/visitors`, async (c) => {
    const call = await hallOf(c, "searchVisitors");
    const recorded = await readBody(c, VisitorResult);
    await recordVisitor(call, recorded);
    return c.json({ number: recorded.number, result: recorded.result });
  });
  routes.post(`${HALL}/rulings`, async (c) => {
    const call = await hallOf(c, "rule");
    await rule(call, await readBody(c, RulingBody));
    return again(c, call);
  });
  routes.post(`${HALL}/bonus`, async (c) => {
    const call = await hallOf(c, "giveBonus");
    await giveBonus(call, await readBody(c, BonusBody));
    return again(c, call);
  });
  routes.post(`${HALL}/rectifications`, async (c) => {
    const call = await hallOf(c, "orderRectification");
    const id = await orderRectification(call, await readBody(c, NewRectification));
    return c.json({ id }, 201);
  });
  routes.post(`${HALL}/rectifications/:id/reinspection`, async (c) => {
    const call = await hallOf(c, "reinspect");
    await reinspect(call, c.req.param("id"), await readBody(c, Reinspection));
    return again(c, call);
  });
  return routes;
}

function askedBy(c: Context<AppEnv>) {
  return { deps: c.get("deps"), principal: c.get("principal"), centre: c.req.query("centre") };
}

function roundOf(c: Context<AppEnv>, action: InspectionAction): Promise<InspectionCall> {
  return roundFor({ ...askedBy(c), round: c.req.param("round") ?? "" }, action);
}

async function hallOf(c: Context<AppEnv>, action: InspectionAction): Promise<HallCall> {
  return inHall(await roundOf(c, action), c.req.param("hall") ?? "");
}

async function reread<C extends InspectionCall>(call: C): Promise<C> {
  const stored = await findRound(call.deps.table, roundPlace(call));
  return stored ? { ...call, stored } : call;
}

/** The round as it stands after what was done. */
async function again(c: Context<AppEnv>, call: InspectionCall): Promise<Response> {
  return c.json(await roundView(await reread(call)));
}
