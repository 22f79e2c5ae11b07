// The pages on which a resident who asks is found, in a hall and in the whole centre.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { demandPace } from "../../http/demand-pace.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { getHall, getLedger, getPlace, type HallPlace } from "../../http/require-principal.ts";
import { ResidentInCentre } from "../../routes/privacy-routes.ts";
import {
  type FoundRow,
  findResident,
  ResidentAsked,
  searchable,
} from "../../use-cases/privacy/find-resident.ts";
import { findResidentInCentre } from "../../use-cases/privacy/find-resident-in-centre.ts";
import { showPage } from "../design/show-page.tsx";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { centreOf, formTokenOf, showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { RESIDENT_TEXTS } from "./privacy-texts.ts";
import { type Found, ResidentsPage } from "./residents-page.tsx";

const problems = defineProblems({
  resident_incomplete: {
    status: 422,
    zh: "请同时填写姓名(至少两个字)、手机尾号(四位数字)和申请情况。",
    en: "Name (two characters or more), last four digits and what was asked are all needed.",
  },
});

export function residentRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/residents", async (c) => showForCentre(c, await centreOf(c, OVERSIGHT.residents)))
    .post("/centre/residents", async (c) => {
      const form = await readForm(c);
      const [deps, principal] = [c.get("deps"), c.get("principal")];
      const centre = await centreOf(c, OVERSIGHT.residents);
      const given = fieldsOf(form);
      const asked = parseShape(ResidentInCentre, { ...given, from: form.get("from") });
      if (!asked.ok) return showForCentre(c, centre, { given, problems: [problems.resident_incomplete({})] });
      const { from, ...resident } = asked.value;
      await demandPace(deps, principal, "findResident");
      const { rows, searched, next } = await findResidentInCentre(deps, principal, centre, resident, from);
      const lines = await linesOf(c, rows);
      const found = { asked: resident, lines, searched: searched.length, next };
      return showForCentre(c, centre, { given, found });
    })
    .get("/halls/:hall/residents", async (c) => showForHall(c, await hallOf(c)))
    .post("/halls/:hall/residents", async (c) => {
      const form = await readForm(c);
      const [deps, principal] = [c.get("deps"), c.get("principal")];
      const at = await hallOf(c);
      const given = fieldsOf(form);
      const asked = parseShape(ResidentAsked, given);
      if (!asked.ok) return showForHall(c, at, { given, problems: [problems.resident_incomplete({})] });
      await demandPace(deps, principal, "findResident");
      const ledgers = searchable(deps, principal, at);
      const { rows } = await findResident(deps, principal, at, ledgers, asked.value);
      const lines = await linesOf(c, rows);
      return showForHall(c, at, { given, found: { asked: asked.value, lines, searched: 1, next: null } });
    });
}

const fieldsOf = (form: URLSearchParams) =>
  Object.fromEntries(["name", "phoneTail", "reason"].map((name) => [name, form.get(name) ?? ""]));

interface Shown {
  readonly given?: Readonly<Record<string, string>>;
  readonly found?: Found;
  readonly problems?: readonly Problem[];
}

function showForCentre(c: Context<PageEnv>, centre: Centre, shown: Shown = {}) {
  const refused = shown.problems ? { status: 422 as const } : {};
  const frame = { centre, place: OVERSIGHT.residents, ...refused };
  return showOversight(c, frame, residentsPage(c, pagePaths.residents, shown));
}

function showForHall(c: Context<PageEnv>, { hall }: HallPlace, shown: Shown = {}) {
  const path = pagePaths.hallResidents(hall.id);
  const other = c.req.method === "GET" ? {} : { otherLanguage: path };
  const refused = shown.problems ? { status: 422 as const } : {};
  return showPage(c, RESIDENT_TEXTS.title, residentsPage(c, path, shown), { ...other, ...refused });
}

function residentsPage(c: Context<PageEnv>, path: string, { given = {}, found, problems = [] }: Shown) {
  return (
    <ResidentsPage
      path={path}
      found={found}
      given={given}
      problems={problems}
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
}

/** For those who may find a resident there; everybody else hears that they may not. */
async function hallOf(c: Context<PageEnv>): Promise<HallPlace> {
  const at = await getHall(c.get("deps"), c.req.param("hall") ?? "");
  if (searchable(c.get("deps"), c.get("principal"), at).length === 0) refuse(httpProblems.not_permitted({}));
  return at;
}

async function linesOf(c: Context<PageEnv>, rows: readonly FoundRow[]): Promise<Found["lines"]> {
  const deps = c.get("deps");
  const lines = [];
  for (const row of rows) {
    const ledger = getLedger(deps, row.ledger);
    const { hall, place } = await getPlace(deps, row.hall, ledger);
    const mayCorrect = !row.voided && can(c.get("principal"), place, ledger.access, "upsert");
    lines.push({ row, ledger, place: hall.name, mayCorrect });
  }
  return lines;
}
