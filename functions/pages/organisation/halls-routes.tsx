// The centre's halls: the list with the motto on covers, and one hall's entry.
import { type Context, Hono } from "hono";
import type { HallEntry } from "../../../shared/capabilities/organisation/hall-entry.ts";
import { MOTTOES } from "../../../shared/capabilities/organisation/mottoes.ts";
import type { GivenServiceDates } from "../../../shared/capabilities/organisation/service-dates.ts";
import { rolesAt } from "../../../shared/kernel/permissions.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { tidyText } from "../../../shared/ledger/fields/text.ts";
import { forHalls } from "../../boards/register-call.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, type HallPlace } from "../../http/require-principal.ts";
import { listHallPeople, listHalls } from "../../storage/directory-store.ts";
import { centreToday } from "../../use-cases/centre-zone.ts";
import { rulesIn } from "../../use-cases/obligations/hall-obligations.ts";
import { changeHall, setMotto } from "../../use-cases/organisation/change-hall.ts";
import { setServiceDates } from "../../use-cases/organisation/change-service-dates.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { centreFor, mayAtCentre } from "../centre/centre-for.ts";
import { showPage } from "../design/show-page.tsx";
import { namesOf } from "../oversight/names-of.ts";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { entryOf, HallEntryPage } from "./hall-entry-page.tsx";
import { HALL_TEXTS } from "./hall-texts.ts";
import { HallsPage } from "./halls-page.tsx";
import { ServiceDatesPanel } from "./service-dates-panel.tsx";

const ADMIN = ["centreAdmin"] as const;

const problems = defineProblems({
  motto_incomplete: { status: 422, ...HALL_TEXTS.mottoIncomplete },
});

export function hallsRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/halls", (c) => showHalls(c, []))
    .post("/centre/halls", async (c) => {
      const form = await readForm(c);
      const centre = await centreFor(c, ADMIN);
      const motto = mottoIn(form);
      if (motto === null) return showHalls(c, [problems.motto_incomplete({ field: "zh" })]);
      const set = await setMotto(c.get("deps"), centre, motto);
      if (!set.ok) return showHalls(c, set.error);
      c.get("deps").log("CENTRE_CHANGED", { centre: centre.id, by: c.get("principal").id });
      return c.redirect(withQuery(pagePaths.halls, { saved: "yes" }), 303);
    })
    .get("/centre/halls/:hall", async (c) => {
      const at = await hallOf(c);
      return showEntry(c, at, entryOf(at.hall, at.place.today), []);
    })
    .post("/centre/halls/:hall", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c);
      const entry = readEntry(form);
      const changed = await changeHall(c.get("deps"), at, entry);
      if (!changed.ok) return showEntry(c, at, entry, changed.error);
      c.get("deps").log("HALL_CHANGED", { hall: at.hall.id, by: c.get("principal").id });
      return c.redirect(withQuery(pagePaths.hallEntry(at.hall.id), { saved: "yes" }), 303);
    })
    .post("/centre/halls/:hall/service", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c);
      const changed = await setServiceDates(c.get("deps"), at, readServiceDates(form), c.get("principal").id);
      if (!changed.ok) {
        const service = { problems: [changed.error], given: Object.fromEntries(form) };
        return showEntry(c, at, entryOf(at.hall, at.place.today), [], service);
      }
      c.get("deps").log("HALL_CHANGED", { hall: at.hall.id, by: c.get("principal").id });
      return c.redirect(withQuery(pagePaths.hallEntry(at.hall.id), { saved: "yes" }), 303);
    });
}

/** Undefined for the documents' own; null where a motto of one's own is not complete. */
function mottoIn(form: URLSearchParams): Text | undefined | null {
  const chosen = form.get("motto") ?? "";
  if (chosen === "") return undefined;
  const known = Object.entries(MOTTOES).find(([id]) => id === chosen)?.[1];
  if (known) return known;
  const [zh, en] = [
    tidyText(form.get("zh") ?? "").slice(0, 60),
    tidyText(form.get("en") ?? "").slice(0, 160),
  ];
  return zh && en ? { zh, en } : null;
}

function readEntry(form: URLSearchParams): HallEntry {
  const text = (name: string) => tidyText(form.get(name) ?? "").slice(0, 120);
  return {
    zh: text("zh"),
    en: text("en"),
    communityZh: text("communityZh"),
    communityEn: text("communityEn"),
    complaintPhone: text("complaintPhone"),
    windows: (form.get("windows") ?? "")
      .split("\n")
      .map(tidyText)
      .filter((window) => window !== "")
      .slice(0, 100),
    opensAt: text("opensAt"),
    closesAt: text("closesAt"),
    breakFrom: text("breakFrom"),
    breakTo: text("breakTo"),
    hoursFrom: text("hoursFrom"),
  };
}

function readServiceDates(form: URLSearchParams): GivenServiceDates {
  const text = (name: string) => tidyText(form.get(name) ?? "");
  const span = { from: text("from"), to: text("to"), reason: text("reason") };
  switch (form.get("kind")) {
    case "suspension":
      return { kind: "suspension", ...span };
    case "exemption":
      return { kind: "exemption", rule: text("rule"), ...span };
    case "withdrawal": {
      const of = form.get("of") === "exemptions" ? "exemptions" : "suspensions";
      return { kind: "withdrawal", of, index: /^\d{1,4}$/.test(text("index")) ? Number(text("index")) : -1 };
    }
    default:
      return { kind: "service", opensOn: text("opensOn"), closesOn: text("closesOn") };
  }
}

/** Only the centre changes a hall's entry. */
async function hallOf(c: Context<PageEnv>): Promise<HallPlace> {
  const at = await getHall(c.get("deps"), c.req.param("hall") ?? "");
  const held = rolesAt(c.get("principal"), at.place);
  return held.includes("centreAdmin") ? at : refuse(httpProblems.not_permitted({}));
}

async function showHalls(c: Context<PageEnv>, found: readonly Problem[]): Promise<Response> {
  const deps = c.get("deps");
  const centre = await centreFor(c);
  const halls = hallsOf(await listHalls(deps.table), centre.id, deps.now());
  const sorted = [...halls].sort((a, b) => (a.id < b.id ? -1 : 1));
  const people = await forHalls(sorted, (hall) => listHallPeople(deps.table, hall.id));
  const page = (
    <HallsPage
      centre={centre}
      halls={sorted.map((hall, at) => ({ hall, people: people[at] ?? [] }))}
      today={centreToday(deps.now())}
      mayChange={mayAtCentre(c, centre, ADMIN)}
      problems={found}
      saved={c.req.query("saved") !== undefined}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.halls };
  return showPage(c, HALL_TEXTS.title, page, { status: found.length > 0 ? 409 : 200, ...other });
}

interface RefusedService {
  readonly problems: readonly Problem[];
  readonly given: Readonly<Record<string, string>>;
}

async function showEntry(
  c: Context<PageEnv>,
  { hall, centre, place }: HallPlace,
  entry: HallEntry,
  found: readonly Problem[],
  service: RefusedService = { problems: [], given: {} },
): Promise<Response> {
  const spans = [...(hall.suspensions ?? []), ...(hall.exemptions ?? [])];
  const marks = spans.flatMap(({ entered, withdrawn }) => [entered?.by ?? null, withdrawn?.by ?? null]);
  const labels = new Map(rulesIn(centre).map(({ id, label }) => [id, label] as const));
  const locale = localeOf(c);
  const formToken = c.get("signedIn")?.formToken ?? "";
  const page = (
    <HallEntryPage
      hall={hall}
      entry={entry}
      problems={found}
      saved={c.req.query("saved") !== undefined}
      locale={locale}
      formToken={formToken}
    >
      <ServiceDatesPanel
        hall={hall}
        rules={[...labels].map(([id, label]) => ({ id, label }))}
        today={place.today}
        nameOf={await namesOf(c.get("deps").table, marks)}
        problems={service.problems}
        given={service.given}
        locale={locale}
        formToken={formToken}
      />
    </HallEntryPage>
  );
  const refused = found.length + service.problems.length > 0;
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.hallEntry(hall.id) };
  return showPage(c, hall.name, page, { status: refused ? 409 : 200, ...other });
}
