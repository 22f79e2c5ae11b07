// The pages of rounds for a hall: its own sheets, self-score, objection, rectification put right, photos.
import { type Context, Hono } from "hono";
import { INSPECTION_ACCESS } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { say } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall } from "../../http/require-principal.ts";
import { readAcceptance } from "../../reports/acceptance/read-acceptance.ts";
import { attachmentAnswer } from "../../routes/attachment-routes.ts";
import { listRounds } from "../../storage/inspection-store.ts";
import { findAttachment } from "../../use-cases/attachments.ts";
import { RectificationDone, reportRectification } from "../../use-cases/inspection/follow-up.ts";
import { Objection, object, SelfScore, selfScore } from "../../use-cases/inspection/give-opinion.ts";
import { readRoundSnapshot } from "../../use-cases/inspection/read-snapshot.ts";
import { keepPhoto, photoLedger } from "../../use-cases/inspection/score-on-site.ts";
import { showPage } from "../design/show-page.tsx";
import { readLedgerForm } from "../ledger/read-ledger-form.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";
import { mayInHall, numberIn, ownHallOf, shaped, textIn, tokenOf } from "./page-call.ts";
import { SheetPage, type SheetVerb } from "./sheet-page.tsx";
import { openReport, showFigureRows } from "./show-figures.tsx";

const ROUND = "/halls/:hall/inspections/:round";

export function hallInspectionPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/inspections", showOwnRounds)
    .get(ROUND, showOwnSheet)
    .get(`${ROUND}/rows`, async (c) => {
      const call = await ownHallOf(c, "readSheet");
      return showFigureRows(c, call, call.hall.id, pagePaths.hallRound(call.hall.id, call.stored.round.id));
    })
    .get(`${ROUND}/report`, async (c) => {
      const call = await ownHallOf(c, "readSheet");
      return openReport(c, call, call.hall.id);
    })
    .get(`${ROUND}/photos/:key`, async (c) => {
      const { deps, stored, hall } = await ownHallOf(c, "readSheet");
      const found = await findAttachment(
        deps.blobs,
        hall.id,
        photoLedger(stored.round.id),
        c.req.param("key"),
      );
      return found.ok ? attachmentAnswer(found.value) : refuse(found.error);
    })
    .post(`${ROUND}/self-score`, async (c) => {
      const call = await ownHallOf(c, "selfScore");
      const fields = await readForm(c);
      await selfScore(
        call,
        shaped(SelfScore, {
          item: textIn(fields, "item"),
          points: numberIn(fields, "points"),
          note: textIn(fields, "note"),
        }),
      );
      return back(c);
    })
    .post(`${ROUND}/objection`, async (c) => {
      const call = await ownHallOf(c, "object");
      const fields = await readForm(c);
      await object(
        call,
        shaped(Objection, {
          item: textIn(fields, "item"),
          text: textIn(fields, "reason"),
          asks: numberIn(fields, "asks") ?? null,
        }),
      );
      return back(c);
    })
    .post(`${ROUND}/done`, async (c) => {
      const call = await ownHallOf(c, "reportRectification");
      const posted = await readLedgerForm(c);
      const file = posted.form.get("photo");
      // A file input that was left alone sends an empty file.
      const given = file === null || typeof file === "string" || file.size === 0 ? null : file;
      const photos = given
        ? [await keepPhoto(call, given.name, new Uint8Array(await given.arrayBuffer()))]
        : [];
      const said = shaped(RectificationDone, { note: posted.text("note").trim(), photos });
      await reportRectification(call, posted.text("task"), said);
      return back(c);
    });
}

function back(c: Context<PageEnv>): Response {
  return c.redirect(pagePaths.hallRound(c.req.param("hall") ?? "", c.req.param("round") ?? ""), 303);
}

async function showOwnRounds(c: Context<PageEnv>): Promise<Response> {
  const deps = c.get("deps");
  const { hall, centre, place } = await getHall(deps, c.req.param("hall") ?? "");
  if (!can(c.get("principal"), place, INSPECTION_ACCESS, "readSheet")) refuse(httpProblems.not_permitted({}));
  const rounds = (await listRounds(deps.table, centre.id)).filter(({ halls }) =>
    halls.some(({ id }) => id === hall.id),
  );
  const locale = localeOf(c);
  const page = (
    <>
      <h1>
        {say(T.inspections, locale)} · {say(hall.name, locale)}
      </h1>
      {rounds.length === 0 ? (
        <p class="notice">{say(T.none, locale)}</p>
      ) : (
        <ul>
          {rounds.map(({ id, title, first, last }) => (
            <li key={id}>
              <a href={pagePaths.hallRound(hall.id, id)}>{say(title, locale)}</a> {first} – {last}
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return showPage(c, T.inspections, page);
}

const VERBS = [
  ["self-score", "selfScore"],
  ["objection", "object"],
  ["done", "reportRectification"],
] as const;

async function showOwnSheet(c: Context<PageEnv>): Promise<Response> {
  const call = await ownHallOf(c, "readSheet");
  const { stored, hall, today } = call;
  const verbs: SheetVerb[] = VERBS.filter(
    ([verb, action]) => mayInHall(call, action) && (!stored.signature || verb === "done"),
  ).map(([verb]) => verb);
  const report = await readAcceptance(call, hall.id);
  const page = (
    <SheetPage
      locale={localeOf(c)}
      formToken={tokenOf(c)}
      snapshot={await readRoundSnapshot(call)}
      hall={hall.id}
      blocks={report.blocks.filter(({ kind }) => kind !== "signatures")}
      rectifications={[...stored.rectifications.values()]
        .map(({ value }) => value)
        .filter((one) => one.hall === hall.id)}
      owners={[]}
      may={verbs}
      back={pagePaths.hallInspections(hall.id)}
      actionOf={(verb) => pagePaths.hallRound(hall.id, stored.round.id, verb)}
      today={today}
    />
  );
  return showPage(c, stored.round.title, page);
}
