// The page of a hall's people, and leaving.
import { type Context, Hono } from "hono";
import { rolesAt } from "../../../shared/kernel/permissions.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { defineProblems } from "../../../shared/kernel/problem.ts";
import { checkText, tidyText } from "../../../shared/ledger/fields/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getHall, type HallPlace } from "../../http/require-principal.ts";
import { listHallPeople } from "../../storage/directory-store.ts";
import { leaveHall } from "../../use-cases/organisation/leave-hall.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";
import { pagePaths, withQuery } from "../page-paths.ts";
import { readForm } from "../sign-in/read-form.ts";
import { PEOPLE_TEXTS, PeoplePage } from "./people-page.tsx";

const problems = defineProblems({
  leaving_incomplete: {
    status: 422,
    zh: "请选择离岗人员和接手人，并填写最后工作日与理由。",
    en: "Choose who leaves and who takes over, and state the last day and the reason.",
  },
});

export function peopleRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get("/halls/:hall/people", async (c) => showPeople(c, await hallOf(c), []))
    .post("/halls/:hall/people", async (c) => {
      const form = await readForm(c);
      const at = await hallOf(c);
      if (!mayChange(c, at)) refuse(httpProblems.not_permitted({}));
      const deps = c.get("deps");
      const people = await listHallPeople(deps.table, at.hall.id);
      const found = (name: string) => people.find(({ id }) => id === form.get(name));
      const [person, successor, lastDay] = [found("person"), found("successor"), form.get("lastDay") ?? ""];
      const reason = tidyText(form.get("reason") ?? "");
      const sound = checkText(reason, {
        id: "reason",
        label: PEOPLE_TEXTS.reason,
        maxLength: 100,
        oneLine: true,
      });
      if (!sound.ok) return showPeople(c, at, [sound.error]);
      if (!person || !successor || !isPlainDate(lastDay) || reason === "") {
        return showPeople(c, at, [problems.leaving_incomplete({})]);
      }
      const actor = c.get("principal").id;
      const left = await leaveHall(deps, at, { person, successor, lastDay, reason }, actor);
      if (!left.ok) return showPeople(c, at, [left.error]);
      const rows = left.value.length;
      deps.log("PERSON_CHANGED", { centre: at.centre.id, person: person.id, by: actor, rows });
      return c.redirect(withQuery(pagePaths.hallPeople(at.hall.id), { handed: String(rows) }), 303);
    });
}

async function hallOf(c: Context<PageEnv>): Promise<HallPlace> {
  const at = await getHall(c.get("deps"), c.req.param("hall") ?? "");
  if (rolesAt(c.get("principal"), at.place).length === 0) refuse(httpProblems.not_permitted({}));
  return at;
}

function mayChange(c: Context<PageEnv>, { place }: HallPlace): boolean {
  return rolesAt(c.get("principal"), place).includes("centreAdmin");
}

async function showPeople(c: Context<PageEnv>, at: HallPlace, found: readonly Problem[]): Promise<Response> {
  const page = (
    <PeoplePage
      hall={at.hall}
      people={await listHallPeople(c.get("deps").table, at.hall.id)}
      today={at.place.today}
      handed={c.req.query("handed")?.slice(0, 6)}
      problems={found}
      mayChange={mayChange(c, at)}
      locale={localeOf(c)}
      formToken={c.get("signedIn")?.formToken ?? ""}
    />
  );
  const other = c.req.method === "GET" ? {} : { otherLanguage: pagePaths.hallPeople(at.hall.id) };
  return showPage(c, PEOPLE_TEXTS.title, page, { status: found.length > 0 ? 409 : 200, ...other });
}
