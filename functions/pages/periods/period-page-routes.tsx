// The hall's pages about periods: what is owed, one period with its forms, and the verbs behind the forms.
import { type Context, Hono } from "hono";
import { can } from "../../../shared/kernel/permissions.ts";
import { addDays } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall } from "../../http/require-principal.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { readOwed } from "../../use-cases/obligations/hall-obligations.ts";
import { readRowDuties } from "../../use-cases/obligations/row-duties.ts";
import { actingFor } from "../../use-cases/periods/acting-for.ts";
import type { Several } from "../../use-cases/periods/complete-period.ts";
import { findDuty, type PeriodCall, periodCall, tooEarly } from "../../use-cases/periods/period-call.ts";
import { isVerb } from "../../use-cases/periods/period-verbs.ts";
import { previewPeriod } from "../../use-cases/periods/preview-period.ts";
import { readDifference } from "../../use-cases/periods/report-difference.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { OwedPage } from "./owed-page.tsx";
import { PeriodPage } from "./period-page.tsx";
import { PERIOD_TEXTS } from "./period-texts.ts";
import { runVerb } from "./read-period-form.ts";

const LOOK_BACK_DAYS = 45;
const LOOK_AHEAD_DAYS = 7;

export function periodPageRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/periods", async (c) => showOwed(c, await callOf(c), { done: [], refused: [] }))
    .get("/halls/:hall/periods/:rule/:period", async (c) => {
      const call = await callOf(c);
      return showPeriod(c, call, c.req.param("rule"), c.req.param("period"));
    })
    .post("/halls/:hall/periods/:rule/:verb", async (c) => {
      const call = await callOf(c);
      const [rule, verb] = [c.req.param("rule"), c.req.param("verb")];
      if (!isVerb(verb)) refuse(httpProblems.not_found({}));
      const form = await readForm(c);
      const outcome = await runVerb(call, rule, verb, form);
      if (outcome.refused.length > 0) return showOwed(c, call, outcome);
      const [only, ...others] = outcome.done;
      const { id } = call.at.hall;
      return c.redirect(
        only && others.length === 0 ? pagePaths.period(id, rule, only.period) : pagePaths.periods(id),
        303,
      );
    });
}

async function callOf(c: Context<PageEnv>): Promise<PeriodCall> {
  const deps = c.get("deps");
  const at = await getHall(deps, c.req.param("hall") ?? "");
  const call = periodCall(deps, c.get("principal"), at, c.get("requestId"));
  if (!deps.ledgers.some((ledger) => can(call.principal, at.place, ledger.access, "read"))) {
    refuse(httpProblems.not_permitted({}));
  }
  return call;
}

async function showOwed(c: Context<PageEnv>, call: PeriodCall, { refused }: Several): Promise<Response> {
  const { deps, at, facts, principal } = call;
  const span = { first: addDays(facts.today, -LOOK_BACK_DAYS), last: addDays(facts.today, LOOK_AHEAD_DAYS) };
  const readable = deps.ledgers.filter((ledger) => can(principal, at.place, ledger.access, "read"));
  const [owed, duties] = await Promise.all([
    readOwed(deps.table, at.hall, at.centre, span, deps.now()),
    readRowDuties(deps.table, at.hall, at.centre, readable, deps.now()),
  ]);
  const only = c.req.query("duty")?.slice(0, 80);
  const signable = owed.filter(({ obligation, state }) => {
    const ledger = deps.ledgers.find(({ id }) => id === obligation.rule.ledger);
    if (obligation.rule.completedBy !== "sign" || state?.completion || !ledger) return false;
    return actingFor(principal, at.place, ledger, "sign", obligation).ok && !tooEarly(call, obligation);
  });
  const page = (
    <OwedPage
      hall={at.hall}
      owed={[...owed].reverse()}
      duties={duties.filter(({ ledger, duty }) => only === undefined || `${ledger}/${duty.id}` === only)}
      only={only}
      signable={new Set(signable.map(({ obligation }) => obligation.id))}
      refused={refused}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  return showPage(
    c,
    PERIOD_TEXTS.owedTitle,
    page,
    refused.length > 0 ? { status: 409, otherLanguage: pagePaths.periods(at.hall.id) } : {},
  );
}

async function showPeriod(
  c: Context<PageEnv>,
  call: PeriodCall,
  rule: string,
  period: string,
): Promise<Response> {
  const { deps, at, principal } = call;
  const duty = findDuty(call, rule, period);
  if (!duty.ok) refuse(duty.error);
  if (!can(principal, at.place, duty.value.ledger.access, "read")) refuse(httpProblems.not_permitted({}));
  const preview = await previewPeriod(call, rule, period);
  const people = await Promise.all(
    [...new Set(preview.events.map(({ by }) => by))].map((id) => findPerson(deps.table, id)),
  );
  const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
  const page = (
    <PeriodPage
      hall={at.hall}
      preview={preview}
      difference={preview.snapshot === null ? null : await readDifference(call, rule, period)}
      ledgers={deps.ledgers}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
      personOf={(id) => names.get(id) ?? id}
    />
  );
  const { label } = duty.value.obligation.rule;
  const title: Text = { zh: `${period} ${label.zh}`, en: `${period} ${label.en}` };
  return showPage(c, title, page);
}
