// The pages of rounds for the centre: list, board, sheets, rulings, signing, report.
import { type Context, Hono } from "hono";
import { freezeAcceptance } from "../../reports/acceptance/read-acceptance.ts";
import { findRound } from "../../storage/inspection-store.ts";
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
} from "../../use-cases/inspection/follow-up.ts";
import { RulingBody, rule } from "../../use-cases/inspection/give-opinion.ts";
import { type InspectionCall, placeFor, roundPlace } from "../../use-cases/inspection/inspection-call.ts";
import { NewRound, openRound } from "../../use-cases/inspection/open-round.ts";
import { reckonAgain } from "../../use-cases/inspection/reckon-hall.ts";
import { signRound } from "../../use-cases/inspection/sign-round.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";
import { BlankPage } from "./on-site-page.tsx";
import { askedBy, numberIn, roundHallOf, roundOf, shaped, textIn } from "./page-call.ts";
import { openReport, showFigureRows } from "./show-figures.tsx";
import { showRound, showRounds, showSheet } from "./show-round.tsx";

const ROUND = "/centre/inspections/:round";
const HALL = `${ROUND}/halls/:hall`;

export function inspectionPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/inspections", showRounds)
    .post("/centre/inspections", async (c) => {
      const place = await placeFor(askedBy(c), "openRound");
      const fields = await readForm(c);
      const title = { zh: textIn(fields, "titleZh"), en: textIn(fields, "titleEn") };
      const { id } = await openRound(
        place,
        shaped(NewRound, {
          id: textIn(fields, "id"),
          title,
          first: textIn(fields, "first"),
          last: textIn(fields, "last"),
          halls: fields.getAll("halls"),
        }),
      );
      return c.redirect(pagePaths.round(id, { centre: place.centre.id }), 303);
    })
    .get(ROUND, showRound)
    .get(`${ROUND}/blank`, async (c) => {
      const { stored } = await roundOf(c, "readRound");
      const { title, scorecard } = stored.round;
      return showPage(
        c,
        T.blank,
        <BlankPage locale={localeOf(c)} title={title} scorecard={scorecard} hall={null} />,
      );
    })
    .get(`${ROUND}/rows`, async (c) =>
      showFigureRows(
        c,
        await roundOf(c, "readRound"),
        c.req.query("hall"),
        pagePaths.round(c.req.param("round"), { centre: c.req.query("centre") }),
      ),
    )
    .get(`${ROUND}/report`, async (c) => openReport(c, await roundOf(c, "readRound"), null))
    .post(`${ROUND}/assign`, async (c) => {
      const call = await roundOf(c, "assign");
      const fields = await readForm(c);
      await assignInspectors(
        call,
        shaped(Assignment, { hall: textIn(fields, "hall"), inspectors: fields.getAll("inspectors") }),
      );
      return backTo(c, call);
    })
    .post(`${ROUND}/reckon`, async (c) => {
      const call = await roundOf(c, "reckon");
      await readForm(c);
      await reckonAgain(call);
      return backTo(c, call);
    })
    .post(`${ROUND}/minutes`, async (c) => {
      const call = await roundOf(c, "keepMinutes");
      const fields = await readForm(c);
      const [heldOn, place, attendees] = [
        textIn(fields, "heldOn"),
        textIn(fields, "place"),
        textIn(fields, "attendees"),
      ];
      await keepMinutes(
        call,
        shaped(MinutesBody, {
          heldOn,
          place,
          attendees,
          text: textIn(fields, "text").replaceAll("\r\n", "\n"),
        }),
      );
      return backTo(c, call);
    })
    .post(`${ROUND}/sign`, async (c) => {
      const call = await roundOf(c, "sign");
      const fields = await readForm(c);
      await signRound(call, fields.get("acceptPreliminary") === "yes");
      const stored = await findRound(call.deps.table, roundPlace(call));
      if (stored) await freezeAcceptance({ ...call, stored });
      return backTo(c, call);
    })
    .get(HALL, showSheet)
    .post(`${HALL}/ruling`, async (c) => {
      const call = await roundHallOf(c, "rule");
      const fields = await readForm(c);
      const points = numberIn(fields, "points");
      await rule(
        call,
        shaped(RulingBody, {
          item: textIn(fields, "item"),
          kind: textIn(fields, "kind"),
          reason: textIn(fields, "reason"),
          ...(points === undefined ? {} : { points }),
        }),
      );
      return backToSheet(c);
    })
    .post(`${HALL}/bonus`, async (c) => {
      const call = await roundHallOf(c, "giveBonus");
      const fields = await readForm(c);
      await giveBonus(
        call,
        shaped(BonusBody, { text: textIn(fields, "text"), points: numberIn(fields, "points") }),
      );
      return backToSheet(c);
    })
    .post(`${HALL}/rectification`, async (c) => {
      const call = await roundHallOf(c, "orderRectification");
      const fields = await readForm(c);
      const [item, what, owner, dueOn] = ["item", "what", "owner", "dueOn"].map((name) =>
        textIn(fields, name),
      );
      await orderRectification(call, shaped(NewRectification, { item, what, owner, dueOn }));
      return backToSheet(c);
    })
    .post(`${HALL}/reinspection`, async (c) => {
      const call = await roundHallOf(c, "reinspect");
      const fields = await readForm(c);
      const said = shaped(Reinspection, {
        passed: fields.get("passed") === "yes",
        note: textIn(fields, "note"),
      });
      await reinspect(call, textIn(fields, "task"), said);
      return backToSheet(c);
    });
}

function backTo(c: Context<PageEnv>, { stored, centre }: InspectionCall): Response {
  return c.redirect(pagePaths.round(stored.round.id, { centre: centre.id }), 303);
}

function backToSheet(c: Context<PageEnv>): Response {
  const [round, hall] = [c.req.param("round") ?? "", c.req.param("hall") ?? ""];
  return c.redirect(pagePaths.roundHall(round, hall, undefined, { centre: c.req.query("centre") }), 303);
}
