// Periods over HTTP: what a hall owes, drafts to look at, and the verbs done under one's own token.
import { type Context, Hono } from "hono";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { documentsHandedOut } from "../../shared/capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { periodProblems } from "../../shared/capabilities/periods/period-problems.ts";
import { addDays, isPlainDate, type PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demand, getHall, getLedger } from "../http/require-principal.ts";
import { type OwedPeriod, readOwed, rulesIn } from "../use-cases/obligations/hall-obligations.ts";
import { actingFor } from "../use-cases/periods/acting-for.ts";
import { annualSummary } from "../use-cases/periods/annual-summary.ts";
import { getDuty, type PeriodCall, periodCall, tooEarly } from "../use-cases/periods/period-call.ts";
import { isVerb, VERB_BODIES, VERBS } from "../use-cases/periods/period-verbs.ts";
import { previewPeriod } from "../use-cases/periods/preview-period.ts";
import { findSnapshotBytes } from "../use-cases/periods/read-snapshot.ts";
import { frozenSnapshotOf, readDifference } from "../use-cases/periods/report-difference.ts";
import { findPeriodRow } from "../use-cases/periods/write-period-row.ts";
import { owedView, severalView } from "./owed-view.ts";

/** Without dates, the list looks back and ahead this far. */
const LOOK_BACK_DAYS = 35;
const LOOK_AHEAD_DAYS = 7;
const MAX_DAYS = 400;

export function periodRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get("/halls/:hall/periods", async (c) => {
    const call = await callOf(c);
    const { today } = call.facts;
    const first = dateParameter(c, "from") ?? addDays(today, -LOOK_BACK_DAYS);
    const last = dateParameter(c, "to") ?? addDays(today, LOOK_AHEAD_DAYS);
    if (last < first || addDays(first, MAX_DAYS) < last) {
      const expected = {
        zh: `不早于 from,且不超过 ${MAX_DAYS} 天`,
        en: `not before from, at most ${MAX_DAYS} days`,
      };
      refuse(httpProblems.invalid_parameter({ name: "to", expected }));
    }
    const { hall, centre } = call.at;
    const owed = await readOwed(call.deps.table, hall, centre, { first, last }, call.deps.now());
    return c.json({
      hall: hall.id,
      asOf: call.facts.now,
      from: first,
      to: last,
      periods: owed.map((one) => ({ ...owedView(hall, one), mayComplete: mayComplete(call, one) })),
    });
  });

  routes.get("/halls/:hall/annual-summary", async (c) => {
    const call = await callOf(c);
    for (const ledger of [cases, documentsHandedOut]) demand(call.principal, call.at.place, ledger, "read");
    return c.json(await annualSummary(call, c.req.query("year") ?? "", c.req.query("asOf")));
  });

  routes.get("/halls/:hall/periods/:rule/:period", async (c) => {
    const call = await callOf(c);
    const { owed, ledger, row, ...preview } = await previewPeriod(
      call,
      c.req.param("rule"),
      c.req.param("period"),
    );
    const figureLabels = labelsOf(call.deps.ledgers, Object.keys(preview.figures));
    return c.json({ ...owedView(call.at.hall, owed), ledger: ledger.id, ...preview, figureLabels });
  });

  routes.get("/halls/:hall/periods/:rule/:period/snapshot", async (c) => {
    const call = await callOf(c);
    const duty = getDuty(call, c.req.param("rule"), c.req.param("period"));
    const { period } = duty.obligation;
    const record = await findPeriodRow(call, duty);
    const hash = record && frozenSnapshotOf(record);
    if (!hash) refuse(periodProblems.no_snapshot({ period: period.id }));
    const bytes = await findSnapshotBytes(call.deps.blobs, hash, period.id);
    if (!bytes) refuse(periodProblems.snapshot_damaged({ period: period.id }));
    return c.body(new Uint8Array(bytes).buffer, 200, {
      "content-type": "application/json",
      etag: `"${hash}"`,
    });
  });

  routes.get("/halls/:hall/periods/:rule/:period/difference", async (c) => {
    const call = await callOf(c);
    const { hash, figures, corrections, snapshot } = await readDifference(
      call,
      c.req.param("rule"),
      c.req.param("period"),
    );
    return c.json({ snapshot: hash, takenAt: snapshot.takenAt, figures, corrections });
  });

  routes.post("/halls/:hall/periods/:rule/:verb", async (c) => {
    const call = await callOf(c);
    const rule = c.req.param("rule");
    const verb = c.req.param("verb");
    if (!isVerb(verb)) refuse(httpProblems.not_found({}));
    switch (verb) {
      case "sign":
        return c.json(severalView(await VERBS.sign(call, rule, await readBody(c, VERB_BODIES.sign))));
      case "confirm":
        return c.json(severalView(await VERBS.confirm(call, rule, await readBody(c, VERB_BODIES.confirm))));
      case "submit":
        return c.json(severalView(await VERBS.submit(call, rule, await readBody(c, VERB_BODIES.submit))));
      case "accept":
        return c.json(severalView(await VERBS.accept(call, rule, await readBody(c, VERB_BODIES.accept))));
      case "return":
        return c.json(severalView(await VERBS.return(call, rule, await readBody(c, VERB_BODIES.return))));
      case "unlock":
        return c.json(severalView(await VERBS.unlock(call, rule, await readBody(c, VERB_BODIES.unlock))));
    }
  });

  return routes;
}

/** Whether the caller could sign, confirm or submit it now. */
function mayComplete(call: PeriodCall, { obligation }: OwedPeriod): boolean {
  const ledger = getLedger(call.deps, obligation.rule.ledger);
  const { completedBy } = obligation.rule;
  const acting = actingFor(call.principal, call.at.place, ledger, completedBy, obligation);
  return acting.ok && !tooEarly(call, obligation);
}

/** By counter, `cases.received`, what it is called. */
function labelsOf(ledgers: readonly Ledger[], counters: readonly string[]) {
  return Object.fromEntries(
    counters.map((counter) => {
      const [id, metric = ""] = counter.split(".");
      const ledger = ledgers.find((one) => one.id === id);
      const label = ledger?.metrics[metric]?.label ?? { zh: metric, en: metric };
      const title = ledger?.title ?? { zh: "", en: "" };
      return [counter, { zh: `${title.zh} · ${label.zh}`, en: `${title.en} · ${label.en}` }] as const;
    }),
  );
}

/** Whoever may read the ledger of a rule, or of any rule for the list, may look; the verbs ask for more. */
async function callOf(c: Context<AppEnv>) {
  const deps = c.get("deps");
  const at = await getHall(deps, c.req.param("hall") ?? "");
  const rule = c.req.param("rule");
  const rules = rulesIn(at.centre);
  const named = rules.find(({ id }) => id === rule) ?? rules[0];
  if (named) demand(c.get("principal"), at.place, getLedger(deps, named.ledger), "read");
  return periodCall(deps, c.get("principal"), at, c.get("requestId"));
}

function dateParameter(c: Context<AppEnv>, name: string): PlainDate | undefined {
  const given = c.req.query(name);
  if (given === undefined || isPlainDate(given)) return given;
  const expected = { zh: "日期,如 2026-11-02", en: "a date such as 2026-11-02" };
  refuse(httpProblems.invalid_parameter({ name, expected }));
}
