// The pages of the centre's people, with their forms: inviting, another address, ending sessions, leaving.
import { type Context, Hono } from "hono";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err } from "../../../shared/kernel/result.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { EmailBody } from "../../routes/people-routes.ts";
import { signOutEverywhere } from "../../storage/account-store.ts";
import { listHalls, listPeople, listUnused, type Person } from "../../storage/directory-store.ts";
import { changeEmail, leaveCentre } from "../../use-cases/people/change-person.ts";
import { Invitation, invite } from "../../use-cases/people/invite.ts";
import { getPersonToChange } from "../../use-cases/people/person-of-centre.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import { OVERSIGHT } from "../oversight/oversight-nav.tsx";
import { centreOf, formTokenOf, showOversight } from "../oversight/show-oversight.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { CentrePeoplePage } from "./centre-people-page.tsx";
import { PersonPage } from "./person-page.tsx";

const problems = defineProblems({
  invitation_wrong: {
    status: 422,
    zh: "请填写姓名和完整的邮箱(如 name@example.com),并选择角色。",
    en: "State the name and a whole e-mail address (such as name@example.com), and choose a role.",
  },
  email_wrong: {
    status: 422,
    zh: "请填写完整的邮箱,如 name@example.com。",
    en: "State a whole e-mail address, such as name@example.com.",
  },
  leaving_unconfirmed: {
    status: 422,
    zh: "请勾选“我确认收回全部角色”后再办理离开。",
    en: "Tick “Yes, end every role” before somebody leaves.",
  },
});

const place = OVERSIGHT.people;

export function centrePeopleRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/centre/people", async (c) => showPeople(c, await centreOf(c, place), {}, []))
    .post("/centre/people", async (c) => {
      const form = await readForm(c);
      const centre = await centreOf(c, place);
      const given = Object.fromEntries(
        ["name", "email", "role", "hall", "department"].map((name) => [name, form.get(name) ?? ""]),
      );
      const { hall, department, ...rest } = given;
      const asked = parseShape(Invitation, { ...rest, hall: hall || null, department: department || null });
      const by = c.get("principal").id;
      const invited = asked.ok
        ? await invite(c.get("deps"), centre, asked.value, by)
        : err(problems.invitation_wrong({}));
      if (!invited.ok) return showPeople(c, centre, given, [invited.error]);
      told(c, centre, invited.value);
      return c.redirect(pagePaths.centrePeople({ done: "invited" }), 303);
    })
    .get("/centre/people/:id", async (c) => showPerson(c, await whom(c), []))
    .post("/centre/people/:id/email", async (c) => {
      const form = await readForm(c);
      const of = await whom(c);
      const asked = parseShape(EmailBody, { email: form.get("email") ?? "" });
      const whose = { person: of.person, centre: of.centre.id };
      const changed = asked.ok
        ? await changeEmail(c.get("deps").table, whose, asked.value.email, realNow(c))
        : err(problems.email_wrong({ field: "email" }));
      return changed.ok ? finish(c, of) : showPerson(c, of, [changed.error]);
    })
    .post("/centre/people/:id/sign-out", async (c) => {
      await readForm(c);
      const of = await whom(c);
      await signOutEverywhere(c.get("deps").table, of.person.id, realNow(c));
      return finish(c, of);
    })
    .post("/centre/people/:id/leave", async (c) => {
      const form = await readForm(c);
      const of = await whom(c);
      if (form.get("confirm") !== "yes") return showPerson(c, of, [problems.leaving_unconfirmed({})]);
      await leaveCentre(c.get("deps").table, of.person, of.centre.id, realNow(c));
      told(c, of.centre, of.person);
      return c.redirect(pagePaths.centrePeople(), 303);
    });
}

interface Whom {
  readonly centre: Centre;
  readonly person: Person;
}

async function whom(c: Context<PageEnv>): Promise<Whom> {
  const centre = await centreOf(c, place);
  const named = c.req.param("id") ?? "";
  return { centre, person: await getPersonToChange(c.get("deps"), c.get("principal"), centre, named) };
}

function realNow(c: Context<PageEnv>): number {
  const { now, realNow: real = now } = c.get("deps");
  return real();
}

function told(c: Context<PageEnv>, centre: Centre, person: Person): void {
  c.get("deps").log("PERSON_CHANGED", { centre: centre.id, person: person.id, by: c.get("principal").id });
}

function finish(c: Context<PageEnv>, { centre, person }: Whom): Response {
  told(c, centre, person);
  return c.redirect(withQuery(pagePaths.centrePerson(person.id), { done: "1" }), 303);
}

async function hallChoices(c: Context<PageEnv>, centre: Centre) {
  const { table, now } = c.get("deps");
  return hallsOf(await listHalls(table), centre.id, now()).map(({ id, name }) => ({ id, name }));
}

async function showPeople(
  c: Context<PageEnv>,
  centre: Centre,
  given: Readonly<Record<string, string>>,
  found: readonly Problem[],
): Promise<Response> {
  const { table } = c.get("deps");
  const people = await listPeople(table, centre.id);
  const page = (
    <CentrePeoplePage
      centre={centre.id}
      people={people}
      unused={await listUnused(table, people)}
      self={c.get("principal").id}
      halls={await hallChoices(c, centre)}
      given={given}
      problems={found}
      sent={c.req.query("done") === "invited"}
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  return showOversight(c, { centre, place, ...refusedWith(found) }, page);
}

async function showPerson(
  c: Context<PageEnv>,
  { centre, person }: Whom,
  found: readonly Problem[],
): Promise<Response> {
  const page = (
    <PersonPage
      centre={centre.id}
      person={person}
      unused={(await listUnused(c.get("deps").table, [person])).has(person.id)}
      halls={await hallChoices(c, centre)}
      problems={found}
      done={c.req.query("done") !== undefined}
      locale={localeOf(c)}
      formToken={formTokenOf(c)}
    />
  );
  return showOversight(c, { centre, place, ...refusedWith(found) }, page);
}

const refusedWith = (found: readonly Problem[]) => (found.length > 0 ? { status: 422 as const } : {});
