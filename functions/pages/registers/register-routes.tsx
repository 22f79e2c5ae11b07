// The centre's pages over the registers: programme, training gaps, budgets, requests and demands.
import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { tidyText } from "../../../shared/ledger/fields/text.ts";
import { budgetBlocks } from "../../boards/budget-tables.ts";
import { demandBlocks } from "../../boards/demand-tables.ts";
import { programmeBlocks } from "../../boards/programme-tables.ts";
import type { RegisterCall } from "../../boards/register-call.ts";
import { centreRows } from "../../boards/rows-address.ts";
import { trainingBlocks } from "../../boards/training-tables.ts";
import { voiceBlocks } from "../../boards/voice-tables.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import type { Block } from "../../reports/model/report.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { centreToday, centreZone } from "../../use-cases/centre-zone.ts";
import { programmeProblems, setPhases } from "../../use-cases/organisation/set-phases.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { centreFor, mayAtCentre } from "../centre/centre-for.ts";
import { showPage } from "../design/show-page.tsx";
import { exportFormat, sendExport, tableAsked } from "../exports/send-export.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PhasesForm } from "./phases-form.tsx";
import { RegisterFrame } from "./register-frame.tsx";
import { REGISTER_TEXTS } from "./register-texts.ts";

const ADMIN = ["centreAdmin"] as const;

export function registerRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/programme", (c) => showProgramme(c, {}, []))
    .post("/centre/programme", async (c) => {
      const form = await readForm(c);
      const centre = await centreFor(c, ADMIN);
      const given = Object.fromEntries(form);
      const programme = readProgramme(form);
      if (!programme) {
        return showProgramme(c, given, [programmeProblems.programme_incomplete({ field: "year" })]);
      }
      const set = await setPhases(c.get("deps"), centre, programme);
      if (!set.ok) return showProgramme(c, given, set.error);
      c.get("deps").log("CENTRE_CHANGED", { centre: centre.id, by: c.get("principal").id });
      return c.redirect(pagePaths.programme({ year: String(programme.year) }), 303);
    })
    .get("/centre/training", (c) => showRegister(c, "training", "year", trainingBlocks))
    .get("/centre/budget", (c) => showRegister(c, "budget", "year", budgetBlocks))
    .get("/centre/demands", (c) => showRegister(c, "demands", "quarter", demandBlocks))
    .get("/centre/voices", (c) =>
      showRegister(c, "voices", "quarter", (call) => voiceBlocks(call, readableBy(c, call))),
    );
}

function readProgramme(form: URLSearchParams) {
  const text = (name: string) => tidyText(form.get(name) ?? "").slice(0, 120);
  const named = [
    ["first", REGISTER_TEXTS.first],
    ["second", REGISTER_TEXTS.second],
    ["third", REGISTER_TEXTS.third],
  ] as const;
  const phases = named.flatMap(([phase, name]) => {
    const [from, to] = [form.get(`${phase}-from`) ?? "", form.get(`${phase}-to`) ?? ""];
    return isPlainDate(from) && isPlainDate(to) ? [{ name, from, to }] : [];
  });
  if (phases.length < named.length) return undefined;
  return {
    year: Number(text("year")),
    name: { zh: text("zh"), en: text("en") },
    submissionsDueOn: text("submissionsDueOn"),
    phases,
  };
}

async function showProgramme(
  c: Context<PageEnv>,
  given: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Response> {
  const mayChange = mayAtCentre(c, await centreFor(c), ADMIN);
  return showRegister(c, "programme", "year", programmeBlocks, {
    problems,
    below: ({ period, centre }) =>
      mayChange ? (
        <PhasesForm
          year={Number(period.id)}
          programme={centre.programmes?.find(({ year }) => year === Number(period.id))}
          given={given}
          problems={problems}
          locale={localeOf(c)}
          formToken={c.get("signedIn")?.formToken ?? ""}
        />
      ) : null,
  });
}

interface Below {
  readonly problems: readonly Problem[];
  readonly below: (call: RegisterCall) => Child;
}

async function showRegister(
  c: Context<PageEnv>,
  id: "programme" | "training" | "budget" | "demands" | "voices",
  name: "year" | "quarter",
  blocksOf: (call: RegisterCall) => Promise<Block[]>,
  { problems, below }: Below = { problems: [], below: () => null },
): Promise<Response> {
  const call = await registerCall(c, name);
  const blocks = await blocksOf(call);
  const format = exportFormat(c);
  if (format) {
    const table = tableAsked(c, blocks);
    return sendExport(c, {
      centre: call.centre.id,
      table,
      format,
      personal: "none",
      zone: centreZone(call.halls),
    });
  }
  const url = new URL(c.req.url);
  const page = (
    <RegisterFrame
      place={call.centre.name}
      title={REGISTER_TEXTS[id]}
      current={id}
      period={{ name, id: call.period.id }}
      blocks={blocks}
      exportOf={(table, as) =>
        withQuery(url.pathname, { ...Object.fromEntries(url.searchParams), table: table.id, as })
      }
      locale={localeOf(c)}
    >
      {below(call)}
    </RegisterFrame>
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: url.pathname };
  return showPage(c, REGISTER_TEXTS[id], page, { status: problems.length > 0 ? 409 : 200, ...other });
}

async function registerCall(c: Context<PageEnv>, name: "year" | "quarter"): Promise<RegisterCall> {
  const deps = c.get("deps");
  const named = c.req.query("centre") || undefined;
  const centre = await centreFor(c);
  const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
  const today = centreToday(deps.now());
  return {
    deps,
    centre,
    halls: [...halls].sort((a, b) => (a.id < b.id ? -1 : 1)),
    today,
    period: periodAsked(c, name, today),
    rowsOf: centreRows(named),
  };
}

/** The ledgers whose rows may be opened: complaints are for those who deal with them. */
function readableBy(c: Context<PageEnv>, { deps, centre, today }: RegisterCall): Ledger[] {
  const place = { id: "", centre: centre.id, today };
  return deps.ledgers.filter(({ access }) => can(c.get("principal"), place, access, "read"));
}

/** The one that an address asks for; without one, the present year or quarter. */
export function periodAsked(c: Context<PageEnv>, name: "year" | "quarter", today: string): Period {
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const id = c.req.query(name) || (name === "year" ? today.slice(0, 4) : quarter);
  const period = parsePeriod(id);
  return period?.kind === name ? period : refuse(httpProblems.invalid_period({ period: id.slice(0, 20) }));
}
