// Deputies over HTTP: who acts in whose place in a hall or at the centre, appointed and revoked under one's own token.
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Deputy } from "../../shared/capabilities/organisation/deputy.ts";
import { type Principal, ROLES, rolesAt } from "../../shared/kernel/permissions.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Dependencies } from "../dependencies.ts";
import type { AppEnv } from "../http/context.ts";
import { httpProblems, refuse } from "../http/http-problems.ts";
import { readBody } from "../http/read-body.ts";
import { getCentre, getHall } from "../http/require-principal.ts";
import { listDeputies } from "../storage/deputy-store.ts";
import { appointDeputy, type DeputyCall, revokeDeputy } from "../use-cases/organisation/appoint-deputy.ts";

const id = z.string().min(1).max(100);
export const DeputyBody = z.strictObject({
  role: z.enum(ROLES),
  deputyFor: id,
  deputy: id,
  from: z.string().max(20).default(""),
  to: z.string().max(20).default(""),
  reason: z.string().max(200).default(""),
});

export function deputyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const [path, find] of [
    ["/halls/:hall/deputies", hallCall],
    ["/centre/deputies", centreCall],
  ] as const) {
    const callOf = (c: Context<AppEnv>) =>
      find(c.get("deps"), c.get("principal"), { hall: c.req.param("hall"), centre: c.req.query("centre") });
    routes.get(path, async (c) => {
      const { deps, centre, hall } = await callOf(c);
      const all = await listDeputies(deps.table, centre.id);
      return c.json({ deputies: all.filter((one) => hall === null || one.hall === hall.id) });
    });
    routes.post(path, async (c) =>
      c.json(appointed(await appointDeputy(await callOf(c), await readBody(c, DeputyBody)))),
    );
    routes.post(`${path}/:id/revoke`, async (c) =>
      c.json(appointed(await revokeDeputy(await callOf(c), c.req.param("id") ?? ""))),
    );
  }
  return routes;
}

type CallOf = (
  deps: Dependencies,
  principal: Principal,
  named: { readonly hall?: string | undefined; readonly centre?: string | undefined },
) => Promise<DeputyCall>;

/** Whoever works in the hall or leads it may look; who may appoint is asked further on. */
export const hallCall: CallOf = async (deps, principal, named) => {
  const { hall, centre, place } = await getHall(deps, named.hall ?? "");
  if (rolesAt(principal, place).length === 0) refuse(httpProblems.not_permitted({}));
  return { deps, principal, centre, hall };
};

export const centreCall: CallOf = async (deps, principal, named) => ({
  deps,
  principal,
  centre: await getCentre(deps, principal, named.centre),
  hall: null,
});

function appointed(outcome: Result<Deputy, Problem>): Deputy {
  return outcome.ok ? outcome.value : refuse(outcome.error);
}
