// Finds out who calls `/v1` by their identity token, and what they may see.
import { createMiddleware } from "hono/factory";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall, officeOf } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import {
  can,
  centreRoles,
  type HallPlace as PermittedPlace,
  type Principal,
} from "../../shared/kernel/permissions.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Dependencies } from "../dependencies.ts";
import { findPersonBySubject } from "../storage/account-store.ts";
import { findCentre, findHall } from "../storage/directory-store.ts";
import type { AppEnv } from "./context.ts";
import { httpProblems, refuse } from "./http-problems.ts";
import type { TokenVerifier } from "./token-verifier.ts";

export function requirePrincipal(verify: TokenVerifier) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const header = c.req.header("authorization") ?? "";
    const token = /^Bearer ([^\s]+)$/i.exec(header)?.[1];
    if (!token) refuse(httpProblems.token_missing({}));
    const identity = await verify(token);
    if (!identity.ok) refuse(identity.error);
    const person = await findPersonBySubject(c.get("deps").table, identity.value);
    if (!person) refuse(httpProblems.not_invited({}));
    c.set("principal", person);
    await next();
  });
}

export interface HallPlace {
  readonly hall: Hall;
  readonly centre: Centre;
  /** For the permission table. */
  readonly place: {
    readonly id: string;
    readonly centre: string;
    readonly today: PlainDate;
    readonly wholeCentre?: boolean;
  };
}

/** A hall with the centre that it belongs to today; refuses when there is none such. */
export async function getHall(deps: Dependencies, id: string): Promise<HallPlace> {
  const hall = await findHall(deps.table, id);
  if (!hall) refuse(httpProblems.unknown_hall({ hall: id.slice(0, 80) }));
  return placeOfHall(deps, hall);
}

/** Where a ledger's rows are kept: a hall, or for the centre's own ledgers the centre. */
export async function getPlace(deps: Dependencies, id: string, ledger: Ledger): Promise<HallPlace> {
  if (ledger.scope === "hall") return getHall(deps, id);
  const centre = id.length <= 100 ? await findCentre(deps.table, id) : undefined;
  if (!centre) refuse(httpProblems.unknown_centre({ centre: id.slice(0, 80) }));
  return officePlaceOf(deps, centre);
}

/** Where the centre's own ledgers are kept. */
export function officePlaceOf({ now }: Pick<Dependencies, "now">, centre: Centre): HallPlace {
  const hall = officeOf(centre);
  const today = dateOf(dateTimeAt(now(), hall.timeZone));
  return { hall, centre, place: { id: hall.id, centre: centre.id, today, wholeCentre: true } };
}

async function placeOfHall(deps: Dependencies, hall: Hall): Promise<HallPlace> {
  const today = dateOf(dateTimeAt(deps.now(), hall.timeZone));
  const centreId = centreOf(hall, today);
  const centre = await findCentre(deps.table, centreId);
  if (!centre) refuse(httpProblems.unknown_centre({ centre: centreId }));
  return { hall, centre, place: { id: hall.id, centre: centreId, today } };
}

export function getLedger(deps: Pick<Dependencies, "ledgers">, id: string): Ledger {
  return (
    deps.ledgers.find((ledger) => ledger.id === id) ??
    refuse(httpProblems.unknown_ledger({ ledger: id.slice(0, 80) }))
  );
}

export function demand(principal: Principal, place: PermittedPlace, ledger: Ledger, action: string): void {
  if (!can(principal, place, ledger.access, action)) refuse(httpProblems.not_permitted({}));
}

/** The centre that a caller with a centre's role means: the one named, or the only one that they have. */
export async function getCentre(deps: Dependencies, principal: Principal, named?: string): Promise<Centre> {
  // A centre's people work by Chinese time; each hall has a zone of its own.
  const today = dateOf(dateTimeAt(deps.now(), "Asia/Shanghai"));
  const own = [
    ...new Set(
      principal.grants
        .filter((grant) => centreRoles(principal, grant.centre, today).length > 0)
        .map(({ centre }) => centre),
    ),
  ];
  const id = named ?? own[0];
  if (id === undefined || !own.includes(id)) refuse(httpProblems.not_permitted({}));
  return (await findCentre(deps.table, id)) ?? refuse(httpProblems.unknown_centre({ centre: id }));
}
