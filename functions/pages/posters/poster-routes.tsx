// The hall's printed pieces: the sign at the door, the scope of services, the six posted systems, flow diagrams.
import { type Context, Hono } from "hono";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { SYSTEM_TEXTS } from "../../../shared/capabilities/service-systems/system-texts.ts";
import {
  type ServiceSystem,
  SIX_POSTED,
  SYSTEMS,
} from "../../../shared/capabilities/service-systems/systems.ts";
import { rolesAt } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, getLedger, type HallPlace } from "../../http/require-principal.ts";
import { findOpenRows } from "../../use-cases/find-rows.ts";
import { activeMatters, mattersOf } from "../../use-cases/hall-facts.ts";
import { limitText } from "../catalogue/catalogue-texts.ts";
import { showPage } from "../design/show-page.tsx";
import { showFlow } from "../flows/flow-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths } from "../page-paths.ts";
import { Clauses, HallSign, Poster, ServiceScope } from "./poster-page.tsx";
import { PostersPage } from "./posters-page.tsx";

const SCOPE: Text = { zh: "服务范围", en: "Scope of services" };
const SIGN: Text = { zh: "门牌", en: "Sign at the door" };
const ALL: Text = { zh: "上墙与门牌", en: "Posters and sign" };

export function posterRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/posters", async (c) => {
      const at = await hallOf(c);
      const matters = activeMatters(at.centre, at.place.today);
      const pieces = [
        { id: "sign", title: SIGN },
        { id: "serviceScope", title: SCOPE },
        ...SIX_POSTED.filter((system) => system !== "serviceScope").map((system) => ({
          id: system,
          title: SYSTEMS[system],
        })),
      ];
      const page = <PostersPage hall={at.hall} pieces={pieces} matters={matters} locale={localeOf(c)} />;
      return showPage(c, ALL, page);
    })
    .get("/halls/:hall/posters/:piece", async (c) => {
      const at = await hallOf(c);
      const piece = c.req.param("piece");
      const locale = localeOf(c);
      if (piece === "sign") return showPage(c, SIGN, <HallSign name={at.hall.name[locale]} />);
      const system = SIX_POSTED.find((one) => one === piece) ?? refuse(httpProblems.not_found({}));
      const content =
        system === "serviceScope" ? (
          <ServiceScope groups={scopeOf(at)} locale={locale} />
        ) : (
          <Clauses clauses={await clausesOf(c, at, system)} locale={locale} />
        );
      const page = (
        <Poster title={SYSTEMS[system]} hall={at.hall} locale={locale}>
          {content}
        </Poster>
      );
      return showPage(c, SYSTEMS[system], page);
    })
    .get("/halls/:hall/flows/:matter", async (c) => {
      const at = await hallOf(c);
      const found = mattersOf(at.centre, at.place.today).find(({ id }) => id === c.req.param("matter"));
      return showFlow(c, found ?? refuse(httpProblems.not_found({})), pagePaths.posters(at.hall.id));
    });
}

/** Whoever has any role towards the hall: nothing here is anybody's secret. */
async function hallOf(c: Context<PageEnv>): Promise<HallPlace> {
  const at = await getHall(c.get("deps"), c.req.param("hall") ?? "");
  if (rolesAt(c.get("principal"), at.place).length === 0) refuse(httpProblems.not_permitted({}));
  return at;
}

function scopeOf({ centre, place }: HallPlace) {
  const active = activeMatters(centre, place.today);
  return SHIPPED_POSTS.map(({ id, name }) => ({
    name,
    matters: active
      .filter(({ post }) => post === id)
      .map((matter) => ({ name: matter.name, limit: limitText(matter.timeLimit) })),
  })).filter(({ matters }) => matters.length > 0);
}

/** The text that the hall registered, in its own words; until then the one that comes with the product. */
async function clausesOf(
  c: Context<PageEnv>,
  at: HallPlace,
  system: ServiceSystem,
): Promise<readonly Text[]> {
  const deps = c.get("deps");
  const rows = await findOpenRows(
    deps.table,
    at.hall,
    getLedger(deps, "service-systems"),
    at.place.today,
    false,
  );
  const own = rows
    .filter(({ values }) => values.system === system)
    .sort((a, b) => (String(a.values.inForceFrom) < String(b.values.inForceFrom) ? -1 : 1))
    .findLast(({ values }) => String(values.inForceFrom) <= at.place.today);
  if (!own) return SYSTEM_TEXTS[system];
  return String(own.values.content)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ zh: line, en: line }));
}
