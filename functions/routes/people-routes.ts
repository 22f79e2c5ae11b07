// People over HTTP, for the centre's administrator: inviting, another e-mail address, leaving, ending every session.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "../http/context.ts";
import { refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { demandCentreRole } from "../http/require-centre-role.ts";
import { signOutEverywhere } from "../storage/account-store.ts";
import { listPeople, listUnused, type Person } from "../storage/directory-store.ts";
import { changeEmail, leaveCentre } from "../use-cases/people/change-person.ts";
import { Invitation, invite } from "../use-cases/people/invite.ts";
import { getPersonToChange } from "../use-cases/people/person-of-centre.ts";

export const EmailBody = z.strictObject({ email: z.email().max(254) });
const NothingMore = z.strictObject({});

export function peopleRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const realNow = (c: Context<AppEnv>) => (c.get("deps").realNow ?? c.get("deps").now)();

  routes.get("/centre/people", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const { table } = c.get("deps");
    const people = await listPeople(table, centre.id);
    const unused = await listUnused(table, people);
    return c.json({
      people: people.map((person) => ({ ...shownPerson(person), signedIn: !unused.has(person.id) })),
    });
  });
  routes.post("/centre/people", async (c) => {
    const centre = await demandCentreRole(c, ["centreAdmin"]);
    const by = c.get("principal").id;
    const invited = await invite(c.get("deps"), centre, await readBody(c, Invitation), by);
    if (!invited.ok) return refuse(invited.error);
    c.get("deps").log("PERSON_CHANGED", { centre: centre.id, person: invited.value.id, by });
    return c.json(shownPerson(invited.value), 201);
  });
  routes.post("/centre/people/:id/email", async (c) => {
    const of = await personOf(c);
    const { email } = await readBody(c, EmailBody);
    const changed = await changeEmail(c.get("deps").table, of, email, realNow(c));
    if (!changed.ok) return refuse(changed.error);
    told(c, of);
    return c.json(shownPerson(changed.value));
  });
  routes.post("/centre/people/:id/leave", async (c) => {
    const of = await personOf(c);
    await readBody(c, NothingMore);
    const left = await leaveCentre(c.get("deps").table, of.person, of.centre, realNow(c));
    told(c, of);
    return c.json(shownPerson(left));
  });
  routes.post("/centre/people/:id/sign-out", async (c) => {
    const of = await personOf(c);
    await readBody(c, NothingMore);
    await signOutEverywhere(c.get("deps").table, of.person.id, realNow(c));
    told(c, of);
    return c.json({ signedOut: of.person.id });
  });
  return routes;
}

interface Whom {
  readonly person: Person;
  readonly centre: string;
}

async function personOf(c: Context<AppEnv>): Promise<Whom> {
  const centre = await demandCentreRole(c, ["centreAdmin"]);
  const named = c.req.param("id") ?? "";
  const person = await getPersonToChange(c.get("deps"), c.get("principal"), centre, named);
  return { person, centre: centre.id };
}

function told(c: Context<AppEnv>, { person, centre }: Whom): void {
  c.get("deps").log("PERSON_CHANGED", { centre, person: person.id, by: c.get("principal").id });
}

function shownPerson({ id, name, email, grants }: Person) {
  return { id, name, email, grants };
}
