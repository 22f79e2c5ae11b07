// The pages about deputies, of a hall and of the centre, with their two forms: appointing and revoking.
import { type Context, Hono } from "hono";
import {
  CENTRE_OFFICES,
  HALL_OFFICES,
  mayAppoint,
  type OfficePlace,
} from "../../../shared/capabilities/organisation/deputy.ts";
import { type Role, rolesAt } from "../../../shared/kernel/permissions.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { centreCall, DeputyBody, hallCall } from "../../routes/deputy-routes.ts";
import { listDeputies } from "../../storage/deputy-store.ts";
import { listHallPeople, listPeople, type Person } from "../../storage/directory-store.ts";
import {
  appointDeputy,
  type DeputyCall,
  officePlace,
  revokeDeputy,
} from "../../use-cases/organisation/appoint-deputy.ts";
import { showPage } from "../design/show-page.tsx";
import { namesOf } from "../oversight/names-of.ts";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { DeputiesPage } from "./deputies-page.tsx";
import { DEPUTY_TEXTS } from "./deputy-texts.ts";

export function deputyPageRoutes(): Hono<PageEnv> {
  const routes = new Hono<PageEnv>();
  for (const [path, find] of [
    ["/halls/:hall/deputies", hallCall],
    ["/centre/deputies", centreCall],
  ] as const) {
    const callOf = (c: Context<PageEnv>) =>
      find(c.get("deps"), c.get("principal"), { hall: c.req.param("hall"), centre: c.req.query("centre") });
    routes.get(path, async (c) => showDeputies(c, await callOf(c)));
    routes.post(path, async (c) => {
      const call = await callOf(c);
      const { form_token: _, ...fields } = Object.fromEntries(await readForm(c));
      const given = parseShape(DeputyBody, fields);
      const outcome = given.ok ? await appointDeputy(call, given.value) : given;
      if (!outcome.ok) refuse(outcome.error);
      return c.redirect(withQuery(pathOf(call), { done: "appointed" }), 303);
    });
    routes.post(`${path}/:id/revoke`, async (c) => {
      const call = await callOf(c);
      await readForm(c);
      const outcome = await revokeDeputy(call, c.req.param("id") ?? "");
      if (!outcome.ok) refuse(outcome.error);
      return c.redirect(withQuery(pathOf(call), { done: "revoked" }), 303);
    });
  }
  return routes;
}

function pathOf({ hall }: DeputyCall): string {
  return hall ? pagePaths.deputies(hall.id) : pagePaths.centreDeputies;
}

async function showDeputies(c: Context<PageEnv>, call: DeputyCall): Promise<Response> {
  const { deps, principal, centre, hall } = call;
  const place = officePlace(call);
  const [all, people] = await Promise.all([
    listDeputies(deps.table, centre.id),
    hall ? listHallPeople(deps.table, hall.id) : listPeople(deps.table, centre.id),
  ]);
  const near = people.filter((person) => worksAt(person, place));
  const nameOf = await namesOf(
    deps.table,
    all.flatMap((one) => [one.deputy, one.deputyFor, one.appointedBy, one.revokedBy]),
  );
  const done = c.req.query("done");
  const page = (
    <DeputiesPage
      place={hall?.name ?? centre.name}
      back={hall ? pagePaths.periods(hall.id) : null}
      path={pathOf(call)}
      deputies={all.filter((one) => hall === null || one.hall === hall.id)}
      today={place.today}
      offices={officesFor(call, place, near)}
      people={near.map(({ id, name }) => ({ id, name }))}
      mayRevoke={(one) => one.hall === place.hall && mayAppoint(principal, place, one)}
      nameOf={nameOf}
      done={done === "appointed" || done === "revoked" ? done : undefined}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? refuse(httpProblems.session_expired({}))}
    />
  );
  return hall
    ? showPage(c, DEPUTY_TEXTS.title, page)
    : showOversight(c, { centre, place: OVERSIGHT.deputies }, page);
}

/** The people of a hall; at the centre, those with a role there. */
function worksAt(person: Person, { centre, hall, today }: OfficePlace): boolean {
  if (hall === null) return rolesAt(person, { id: "", centre, today }).length > 0;
  return person.grants.some((grant) => grant.centre === centre && grant.hall === hall);
}

function officesFor({ principal }: DeputyCall, place: OfficePlace, people: readonly Person[]) {
  const offices: readonly Role[] = place.hall === null ? CENTRE_OFFICES : HALL_OFFICES;
  return offices.flatMap((role) => {
    const holders = people.filter(
      ({ id, grants }) =>
        grants.some((grant) => grant.role === role && grant.deputyFor === undefined) &&
        mayAppoint(principal, place, { role, deputyFor: id }),
    );
    return holders.length > 0 ? [{ role, holders: holders.map(({ id, name }) => ({ id, name })) }] : [];
  });
}
