// The pages about personal data that concern one row or the whole log: erasing on request, readings and exports.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import { demand, getLedger, getPlace } from "../../http/require-principal.ts";
import { listReadings } from "../../storage/access-store.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { listExports } from "../../storage/export-store.ts";
import { eraseOnRequest } from "../../use-cases/privacy/erase-on-request.ts";
import { readHistory } from "../../use-cases/read-history.ts";
import { showPage } from "../design/show-page.tsx";
import { namesOf } from "../oversight/names-of.ts";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { centreOf, formTokenOf, showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { ErasePage } from "./erase-page.tsx";
import { ERASE_TEXTS } from "./privacy-texts.ts";
import { ReadingsPage } from "./readings-page.tsx";
import { residentRoutes } from "./resident-routes.tsx";

const LATEST = 200;
const ERASE = "/halls/:hall/ledgers/:ledger/records/:id/erase";

const problems = defineProblems({
  erasing_unconfirmed: {
    status: 422,
    zh: "请核对申请人身份,并勾选确认后再删除;删除后不能恢复。",
    en: "Make sure who asks, and tick the box: what is erased cannot be brought back.",
  },
});

export function privacyPageRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  routes.route("/", residentRoutes());
  routes.get(ERASE, (c) => showErase(c, "", []));
  routes.post(ERASE, async (c) => {
    const form = await readForm(c);
    const { at, ledger, row } = await rowToErase(c);
    const reason = form.get("reason")?.trim() ?? "";
    if (form.get("confirm") !== "yes") return showErase(c, reason, [problems.erasing_unconfirmed({})]);
    const by = c.get("principal").id;
    const asked = { ledger, id: row.id, reason, by, request: c.get("requestId") };
    const erased = await eraseOnRequest(c.get("deps"), at, asked);
    return erased.ok
      ? c.redirect(pagePaths.record(at.hall.id, ledger.id, row.id), 303)
      : showErase(c, reason, [erased.error]);
  });
  routes.get("/centre/readings", async (c) => {
    const deps = c.get("deps");
    const centre = await centreOf(c, OVERSIGHT.readings);
    const mayExports = hasCentreRole(deps, c.get("principal"), centre, ["centreAdmin"]);
    const [readings, exports, placeOf] = await Promise.all([
      listReadings(deps.table, centre.id, LATEST),
      mayExports ? listExports(deps.table, centre.id, LATEST) : null,
      placeNames(c, centre),
    ]);
    const people = [...readings, ...(exports ?? [])].map(({ by }) => by);
    const page = (
      <ReadingsPage
        readings={readings}
        exports={exports}
        placeOf={placeOf}
        ledgerOf={(id) => deps.ledgers.find((one) => one.id === id)?.title ?? { zh: id, en: id }}
        nameOf={await namesOf(deps.table, people)}
        locale={localeOf(c)}
      />
    );
    return showOversight(c, { centre, place: OVERSIGHT.readings }, page);
  });
  return routes;
}

async function rowToErase(c: Context<PageEnv>) {
  const deps = c.get("deps");
  const ledger = getLedger(deps, c.req.param("ledger") ?? "");
  const at = await getPlace(deps, c.req.param("hall") ?? "", ledger);
  demand(c.get("principal"), at.place, ledger, "erase");
  const row = await readHistory(deps, c.get("principal"), at, ledger, c.req.param("id") ?? "");
  return { at, ledger, row: row ?? refuse(httpProblems.unknown_record({})) };
}

async function showErase(c: Context<PageEnv>, reason: string, found: readonly Problem[]) {
  const { at, ledger, row } = await rowToErase(c);
  const page = (
    <ErasePage
      hall={at.hall}
      ledger={ledger}
      row={row}
      given={reason.slice(0, 200)}
      problems={found}
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  const address = pagePaths.erase(at.hall.id, ledger.id, row.id);
  const refused = found.length > 0 ? { status: 422 as const, otherLanguage: address } : {};
  return showPage(c, ERASE_TEXTS.title, page, refused);
}

async function placeNames(c: Context<PageEnv>, centre: Centre): Promise<(id: string) => Text> {
  const halls = await listHalls(c.get("deps").table);
  const names = new Map<string, Text>([
    [centre.id, centre.name],
    ...halls.map(({ id, name }) => [id, name] as const),
  ]);
  return (id) => names.get(id) ?? { zh: id, en: id };
}
