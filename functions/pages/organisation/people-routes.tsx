// The pages of a hall's people: the list, teams, one person's post and role, and leaving.
import { type Context, Hono } from "hono";
import { SHIPPED_POSTS } from "../../../shared/capabilities/catalogue/posts.ts";
import { type Role, rolesAt } from "../../../shared/kernel/permissions.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { checkText, tidyText } from "../../../shared/ledger/fields/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, type HallPlace } from "../../http/require-principal.ts";
import { listHallPeople, listPeople, type Person } from "../../storage/directory-store.ts";
import { formTeam } from "../../use-cases/organisation/form-team.ts";
import { leaveHall } from "../../use-cases/organisation/leave-hall.ts";
import { assignPost, changeRole } from "../../use-cases/organisation/place-person.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PeoplePage, type PeoplePageProps } from "./people-page.tsx";
import { PEOPLE_TEXTS } from "./people-texts.ts";
import { PersonPage, type PersonPageProps } from "./person-page.tsx";

const problems = defineProblems({
  leaving_incomplete: {
    status: 422,
    zh: "请选择离岗人员和接手人，并填写最后工作日与理由。",
    en: "Choose who leaves and who takes over, and state the last day and the reason.",
  },
  day_missing: {
    status: 422,
    zh: "请填写开始日期，如 2026-12-01。",
    en: "Please give the first day, such as 2026-12-01.",
  },
});

/** The centre arranges everything; the hall's head its posts and teams (D1 三3 “在社区的领导 … 下”). */
const ARRANGES: readonly Role[] = ["centreAdmin", "hallHead"];

export function peopleRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/people", async (c) => showPeople(c, await hallOf(c)))
    .post("/halls/:hall/people", letLeave)
    .post("/halls/:hall/teams", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c, ARRANGES);
      const people = await listHallPeople(c.get("deps").table, at.hall.id);
      const given = {
        name: tidyText(form.get("name") ?? ""),
        leader: form.get("leader") ?? "",
        members: form.getAll("members"),
      };
      const formed = await formTeam(c.get("deps"), at, given, people);
      if (!formed.ok) return showPeople(c, at, { problems: formed.error, form: "team" });
      c.get("deps").log("HALL_CHANGED", { hall: at.hall.id, by: c.get("principal").id });
      return c.redirect(pagePaths.hallPeople(at.hall.id), 303);
    })
    .get("/halls/:hall/people/:person", async (c) => {
      const at = await hallOf(c, ARRANGES);
      return showPerson(c, at, await personOf(c, at), { saved: c.req.query("saved") !== undefined });
    })
    .post("/halls/:hall/people/:person", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c, ARRANGES);
      const person = await personOf(c, at);
      const given = Object.fromEntries(form);
      const filled = (name: string) => tidyText(form.get(name) ?? "") || undefined;
      const from = form.get("from") ?? "";
      if (!isPlainDate(from)) {
        const found = [problems.day_missing({ field: "from" })];
        return showPerson(c, at, person, { problems: found, form: "assignment", given });
      }
      const assignment = {
        from,
        post: form.get("post") ?? "",
        window: filled("window"),
        employer: filled("employer")?.slice(0, 60),
        ledBy: form.get("ledBy") ?? "",
        guidedBy: filled("guidedBy"),
        committeeOffice: form.get("committeeOffice") ?? "none",
      };
      const posts = SHIPPED_POSTS.map(({ id }) => id);
      const leaders = await leadersOf(c, at);
      const saved = await assignPost(c.get("deps"), at, person, assignment, leaders, posts);
      return saved.ok
        ? changed(c, at, person)
        : showPerson(c, at, person, { problems: saved.error, form: "assignment", given });
    })
    .post("/halls/:hall/people/:person/role", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c, ["centreAdmin"]);
      const person = await personOf(c, at);
      const given = Object.fromEntries(form);
      const from = form.get("roleFrom") ?? "";
      const refused = (found: Problem) =>
        showPerson(c, at, person, { problems: [found], form: "role", given });
      if (!isPlainDate(from)) return refused(problems.day_missing({ field: "roleFrom" }));
      const everybody = await listHallPeople(c.get("deps").table, at.hall.id);
      const role = form.get("role") ?? "";
      const saved = await changeRole(c.get("deps"), at, person, { role, from }, everybody);
      return saved.ok ? changed(c, at, person) : refused(saved.error);
    });
}

async function letLeave(c: Context<PageEnv>): Promise<Response> {
  const form = await readForm(c);
  const at = await hallOf(c, ["centreAdmin"]);
  const deps = c.get("deps");
  const people = await listHallPeople(deps.table, at.hall.id);
  const found = (name: string) => people.find(({ id }) => id === form.get(name));
  const [person, successor, lastDay] = [found("person"), found("successor"), form.get("lastDay") ?? ""];
  const reason = tidyText(form.get("reason") ?? "");
  const refused = (problem: Problem) => showPeople(c, at, { problems: [problem], form: "leaving" });
  const sound = checkText(reason, {
    id: "reason",
    label: PEOPLE_TEXTS.reason,
    maxLength: 100,
    oneLine: true,
  });
  if (!sound.ok) return refused(sound.error);
  if (!person || !successor || !isPlainDate(lastDay) || reason === "") {
    return refused(problems.leaving_incomplete({}));
  }
  const actor = c.get("principal").id;
  const left = await leaveHall(deps, at, { person, successor, lastDay, reason }, actor);
  if (!left.ok) return refused(left.error);
  const rows = left.value.length;
  deps.log("PERSON_CHANGED", { centre: at.centre.id, person: person.id, by: actor, rows });
  return c.redirect(withQuery(pagePaths.hallPeople(at.hall.id), { handed: String(rows) }), 303);
}

function changed(c: Context<PageEnv>, at: HallPlace, person: Person): Response {
  const by = c.get("principal").id;
  c.get("deps").log("PERSON_CHANGED", { centre: at.centre.id, person: person.id, by });
  return c.redirect(withQuery(pagePaths.hallPerson(at.hall.id, person.id), { saved: "yes" }), 303);
}

/** @param roles those who may; without it everybody with a role in the hall */
async function hallOf(c: Context<PageEnv>, roles?: readonly Role[]): Promise<HallPlace> {
  const at = await getHall(c.get("deps"), c.req.param("hall") ?? "");
  const held = rolesAt(c.get("principal"), at.place);
  const may = roles ? held.some((role) => roles.includes(role)) : held.length > 0;
  return may ? at : refuse(httpProblems.not_permitted({}));
}

async function personOf(c: Context<PageEnv>, at: HallPlace): Promise<Person> {
  const id = (c.req.param("person") ?? "").slice(0, 100);
  const people = await listHallPeople(c.get("deps").table, at.hall.id);
  return people.find((person) => person.id === id) ?? refuse(httpProblems.unknown_person({ person: id }));
}

/** The hall's own people, and those of the centre as a whole. */
async function leadersOf(c: Context<PageEnv>, { hall, centre }: HallPlace): Promise<Person[]> {
  const everybody = await listPeople(c.get("deps").table, centre.id);
  return everybody.filter(({ grants }) =>
    grants.some(
      (grant) => grant.hall === hall.id || (grant.centre === centre.id && grant.hall === undefined),
    ),
  );
}

function nameIn(people: readonly Person[]): (id: string) => string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

async function showPeople(
  c: Context<PageEnv>,
  at: HallPlace,
  state: Partial<Pick<PeoplePageProps, "problems" | "form">> = {},
): Promise<Response> {
  const { problems: found = [], form = null } = state;
  const held = rolesAt(c.get("principal"), at.place);
  const [people, leaders] = await Promise.all([
    listHallPeople(c.get("deps").table, at.hall.id),
    leadersOf(c, at),
  ]);
  const page = (
    <PeoplePage
      hall={at.hall}
      people={people}
      today={at.place.today}
      handed={c.req.query("handed")?.slice(0, 6)}
      problems={found}
      form={form}
      mayLetLeave={held.includes("centreAdmin")}
      mayArrange={held.some((role) => ARRANGES.includes(role))}
      nameOf={nameIn([...leaders, ...people])}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.hallPeople(at.hall.id) };
  return showPage(c, PEOPLE_TEXTS.title, page, { status: found.length > 0 ? 409 : 200, ...other });
}

async function showPerson(
  c: Context<PageEnv>,
  at: HallPlace,
  person: Person,
  state: Partial<Pick<PersonPageProps, "saved" | "problems" | "form" | "given">>,
): Promise<Response> {
  const { saved = false, problems: found = [], form = null, given = {} } = state;
  const leaders = await leadersOf(c, at);
  const page = (
    <PersonPage
      hall={at.hall}
      person={person}
      leaders={leaders}
      today={at.place.today}
      saved={saved}
      problems={found}
      form={form}
      given={given}
      mayChangeRole={rolesAt(c.get("principal"), at.place).includes("centreAdmin")}
      nameOf={nameIn(leaders)}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const path = pagePaths.hallPerson(at.hall.id, person.id);
  const other = c.req.method === "GET" ? {} : { otherLanguage: path };
  return showPage(c, PEOPLE_TEXTS.title, page, { status: found.length > 0 ? 409 : 200, ...other });
}
