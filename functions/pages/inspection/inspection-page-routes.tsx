// The pages of rounds for the centre: list, board, sheets, rulings, signing, report.
import { type Context, Hono } from "hono";
import { INSPECTION_ACCESS } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import { scoreOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import { monthOf, yearOf } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import { acceptanceFile } from "../../reports/acceptance/acceptance-file.ts";
import {
  acceptanceBytes,
  freezeAcceptance,
  readAcceptance,
} from "../../reports/acceptance/read-acceptance.ts";
import { isReportFormat, REPORT_TYPES } from "../../reports/report-files.ts";
import { listHallPeople, listHalls, listPeople } from "../../storage/directory-store.ts";
import { findRound, findSignature, listRounds } from "../../storage/inspection-store.ts";
import { figureRows, isInspectionFigure } from "../../use-cases/inspection/figure-rows.ts";
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
import {
  type InspectionCall,
  isOwnHall,
  placeFor,
  roundPlace,
} from "../../use-cases/inspection/inspection-call.ts";
import { NewRound, openRound } from "../../use-cases/inspection/open-round.ts";
import { readRoundSnapshot, unsettled } from "../../use-cases/inspection/read-snapshot.ts";
import { reckonAgain } from "../../use-cases/inspection/reckon-hall.ts";
import { signRound } from "../../use-cases/inspection/sign-round.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { FigureRowsPage } from "./figure-rows-page.tsx";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";
import { BlankPage } from "./on-site-page.tsx";
import { askedBy, mayIn, numberIn, roundHallOf, roundOf, shaped, textIn, tokenOf } from "./page-call.ts";
import { RoundPage } from "./round-page.tsx";
import { RoundsPage } from "./rounds-page.tsx";
import { SheetPage, type SheetVerb } from "./sheet-page.tsx";

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

async function showRounds(c: Context<PageEnv>): Promise<Response> {
  const place = await placeFor(askedBy(c), "readRound");
  const { deps, centre, today, principal } = place;
  const rounds = await Promise.all(
    (await listRounds(deps.table, centre.id)).map(async (round) => {
      const signature = await findSignature(deps.table, { centre: centre.id, round: round.id });
      return { round, signed: signature !== null, preliminary: signature?.preliminary ?? false };
    }),
  );
  const year = yearOf(today);
  const page = (
    <RoundsPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      centre={centre.id}
      rounds={rounds}
      halls={hallsOf(await listHalls(deps.table), centre.id, deps.now()).sort((a, b) =>
        a.id < b.id ? -1 : 1,
      )}
      mayOpen={hasCentreRole(c.get("deps"), principal, centre, INSPECTION_ACCESS.openRound)}
      // D1 四(二)(三): carried out from July to October, accepted in November.
      proposed={{
        id: `acceptance-${monthOf(today)}`,
        title: { zh: `${year}年规范化建设验收`, en: `Acceptance ${year}` },
        first: `${year}-07-01`,
        last: `${year}-10-31`,
      }}
    />
  );
  return showPage(c, T.inspections, page);
}

async function showRound(c: Context<PageEnv>): Promise<Response> {
  const call = await roundOf(c, "readRound");
  const { deps, stored, centre, principal, today } = call;
  const snapshot = await readRoundSnapshot(call);
  const items = new Map(criteriaOf(stored.round.scorecard).map(({ id, text }) => [id, text] as const));
  const conflicts = unsettled(stored).map(({ place, entry }): Text => {
    const [hall = "", item = ""] = place.split("#");
    const name = stored.round.halls.find(({ id }) => id === hall)?.name;
    const theirs = stored.entries.get(place)?.value.points ?? 0;
    const scores = `${theirs} ≠ ${entry.points}`;
    return {
      zh: `${name?.zh ?? hall}“${items.get(item)?.zh ?? item}”：${scores}`,
      en: `${name?.en ?? hall}, ${items.get(item)?.en ?? item}: ${scores}`,
    };
  });
  const people = mayIn(call, "assign") ? await listPeople(deps.table, centre.id) : [];
  const assigned = snapshot.halls
    .filter(({ inspectors }) => inspectors.includes(principal.id))
    .map(({ hall }) => hall);
  const page = (
    <RoundPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      snapshot={snapshot}
      report={await readAcceptance(call, null)}
      signature={stored.signature}
      unscored={
        new Map(snapshot.halls.map((state) => [state.hall, scoreOf(snapshot.round, state).unscored.length]))
      }
      conflicts={conflicts}
      inspectors={people
        .filter(({ grants }) =>
          grants.some(({ role, centre: of }) => role === "inspector" && of === centre.id),
        )
        .map(({ id, name }) => ({ value: id, text: name }))}
      may={{
        assign: mayIn(call, "assign"),
        minutes: mayIn(call, "keepMinutes"),
        sign: mayIn(call, "sign"),
        score: mayIn(call, "score") ? assigned.filter((hall) => !isOwnHall(principal, hall)) : [],
      }}
      today={today}
    />
  );
  return showPage(c, stored.round.title, page);
}

const SHEET_VERBS: readonly (readonly [SheetVerb, Parameters<typeof mayIn>[1]])[] = [
  ["ruling", "rule"],
  ["bonus", "giveBonus"],
  ["rectification", "orderRectification"],
  ["reinspection", "reinspect"],
];

async function showSheet(c: Context<PageEnv>): Promise<Response> {
  const call = await roundHallOf(c, "readRound");
  const { deps, stored, hall, centre, today } = call;
  const { round, signature } = stored;
  const snapshot = await readRoundSnapshot(call);
  const query = { centre: centre.id };
  const verbs = SHEET_VERBS.filter(
    ([verb, action]) => mayIn(call, action) && (!signature || verb.startsWith("re")),
  );
  const report = await readAcceptance(call, hall.id);
  const page = (
    <SheetPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      snapshot={snapshot}
      hall={hall.id}
      blocks={report.blocks.filter(({ kind }) => kind !== "signatures")}
      rectifications={[...stored.rectifications.values()]
        .map(({ value }) => value)
        .filter((one) => one.hall === hall.id)}
      owners={(await listHallPeople(deps.table, hall.id)).map(({ id, name }) => ({ value: id, text: name }))}
      may={verbs.map(([verb]) => verb)}
      back={pagePaths.round(round.id, query)}
      actionOf={(verb) => pagePaths.roundHall(round.id, hall.id, verb, query)}
      today={today}
    />
  );
  return showPage(c, hall.name, page);
}

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
