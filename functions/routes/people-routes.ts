// People over HTTP, for the centre's administrator: another e-mail address, leaving, ending every session.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { signOutEverywhere } from "../storage/account-store.ts";
import { findPerson, listPeople, type Person } from "../storage/directory-store.ts";
import { changeEmail, leaveCentre } from "../use-cases/people/change-person.ts";

const EmailBody = z.strictObject({ email: z.email().max(254) });
const NothingMore = z.strictObject({});

export function peopleRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const realNow = (c: Context<AppEnv>) => (c.get("deps").realNow ?? c.get("deps").now)();

  routes.get("/centre/people", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const people = await listPeople(c.get("deps").table, centre.id);
    return c.json({ people: people.map(shownPerson) });
  });
  routes.post("/centre/people/:id/email", async (c) => {
    const { person } = await personOf(c);
    const { email } = await readBody(c, EmailBody);
    return c.json(shownPerson(await changeEmail(c.get("deps").table, person, email, realNow(c))));
  });
  routes.post("/centre/people/:id/leave", async (c) => {
    const { person, centre } = await personOf(c);
    await readBody(c, NothingMore);
    return c.json(shownPerson(await leaveCentre(c.get("deps").table, person, centre, realNow(c))));
  });
  routes.post("/centre/people/:id/sign-out", async (c) => {
    const { person } = await personOf(c);
    await readBody(c, NothingMore);
    await signOutEverywhere(c.get("deps").table, person.id, realNow(c));
    return c.json({ signedOut: person.id });
  });
  return routes;
}

/** Of the administrator's own centre; one does not take one's own access away. */
async function personOf(c: Context<AppEnv>): Promise<{ person: Person; centre: string }> {
  const centre = await demandCentreRole(c, ["centreAdmin"]);
  const id = (c.req.param("id") ?? "").slice(0, 100);
  const person = await findPerson(c.get("deps").table, id);
  const belongs = person?.grants.some((grant) => grant.centre === centre.id);
  if (!person || !belongs) refuse(httpProblems.unknown_person({ person: id }));
  if (person.id === c.get("principal").id) refuse(httpProblems.not_oneself({}));
  return { person, centre: centre.id };
}

function shownPerson({ id, name, email, grants }: Person) {
  return { id, name, email, grants };
}
