// Appoints somebody to act in another's place for some days, or ends that: checked, on record, and the deputy is told.
import { randomUUID } from "node:crypto";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import {
  checkDeputy,
  type Deputy,
  deputyProblems,
  mayAppoint,
  type NewDeputy,
  type OfficePlace,
} from "../../../shared/capabilities/organisation/deputy.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type DateTime, dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import { listDeputies, storeDeputy } from "../../storage/deputy-store.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { backOff } from "../../storage/table.ts";
import { TableBusy } from "../../storage/table-busy.ts";

export interface DeputyCall {
  readonly deps: Pick<Dependencies, "table" | "now" | "notices">;
  readonly principal: Principal;
  readonly centre: Centre;
  /** Null for an office of the centre. */
  readonly hall: Hall | null;
}

/** A centre's own people work by Chinese time. */
const CENTRE_ZONE = "Asia/Shanghai";
const ATTEMPTS = 5;

/** The same appointment made again answers with the one that there is. */
export async function appointDeputy(call: DeputyCall, given: NewDeputy): Promise<Result<Deputy, Problem>> {
  const { deps, principal, centre } = call;
  const place = officePlace(call);
  if (!mayAppoint(principal, place, given)) return err(deputyProblems.deputy_not_yours({}));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const [deputyFor, deputy, others] = await Promise.all([
      findPerson(deps.table, given.deputyFor),
      findPerson(deps.table, given.deputy, true),
      listDeputies(deps.table, centre.id),
    ]);
    const known = others.find((one) => isSame(one, given, place));
    if (known) return ok(known);
    const checked = checkDeputy(given, place, { deputyFor, deputy }, others);
    if (!checked.ok) return checked;
    const appointed: Deputy = {
      id: randomUUID().slice(0, 13),
      centre: centre.id,
      hall: place.hall,
      role: given.role,
      deputyFor: given.deputyFor,
      deputy: given.deputy,
      from: checked.value.from,
      to: checked.value.to,
      reason: given.reason.trim(),
      appointedAt: nowAt(call),
      appointedBy: principal.id,
      revokedAt: null,
      revokedBy: null,
    };
    if (!deputy || !(await storeDeputy(deps.table, appointed, deputy))) continue;
    await tell(call, appointed, checked.value.deputyFor.name, {
      zh: "请您代理",
      en: "You are asked to act in the place of",
    });
    return ok(appointed);
  }
  throw new TableBusy(`the grants of ${given.deputy} kept being changed`);
}

/** Ends an appointment at once; what was signed under it stays signed. */
export async function revokeDeputy(call: DeputyCall, id: string): Promise<Result<Deputy, Problem>> {
  const { deps, principal, centre } = call;
  const place = officePlace(call);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const all = await listDeputies(deps.table, centre.id);
    const found = all.find((one) => one.id === id && one.hall === place.hall);
    if (!found) return err(deputyProblems.deputy_unknown({}));
    if (!mayAppoint(principal, place, found)) return err(deputyProblems.deputy_not_yours({}));
    if (found.revokedAt !== null || found.to < place.today) return err(deputyProblems.deputy_over({}));
    const [deputy, deputyFor] = await Promise.all([
      findPerson(deps.table, found.deputy, true),
      findPerson(deps.table, found.deputyFor),
    ]);
    if (!deputy) return err(deputyProblems.deputy_unknown({}));
    const revoked: Deputy = { ...found, revokedAt: nowAt(call), revokedBy: principal.id };
    if (!(await storeDeputy(deps.table, revoked, deputy))) continue;
    await tell(call, revoked, deputyFor?.name ?? found.deputyFor, {
      zh: "已撤销您的代理:",
      en: "You act no longer in the place of",
    });
    return ok(revoked);
  }
  throw new TableBusy(`the grants of the deputy ${id} kept being changed`);
}

/** Where an office is held, and which day it is there. */
export function officePlace({ deps, centre, hall }: Omit<DeputyCall, "principal">): OfficePlace {
  const today = dateOf(dateTimeAt(deps.now(), hall?.timeZone ?? CENTRE_ZONE));
  return { centre: centre.id, hall: hall?.id ?? null, today };
}

function nowAt({ deps, hall }: DeputyCall): DateTime {
  return dateTimeAt(deps.now(), hall?.timeZone ?? CENTRE_ZONE);
}

function isSame(one: Deputy, given: NewDeputy, { hall }: OfficePlace): boolean {
  return (
    one.revokedAt === null &&
    one.hall === hall &&
    one.role === given.role &&
    one.deputy === given.deputy &&
    one.deputyFor === given.deputyFor &&
    one.from === given.from &&
    one.to === given.to
  );
}

async function tell(
  { deps, principal, centre, hall }: DeputyCall,
  { id, deputy, from, to, reason, revokedAt }: Deputy,
  name: string,
  what: Text,
): Promise<void> {
  await deps.notices?.tell({
    centre: centre.id,
    hall: hall?.id ?? null,
    person: deputy,
    about: `deputy/${id}${revokedAt === null ? "" : "/revoked"}`,
    subject: { zh: `代理安排 ${from} 至 ${to}`, en: `Deputising from ${from} to ${to}` },
    text: {
      zh: `${what.zh} ${name}(${(hall ?? centre).name.zh}),${from} 至 ${to}。事由:${reason}`,
      en: `${what.en} ${name} (${(hall ?? centre).name.en}), ${from} to ${to}.`,
    },
    by: principal.id,
  });
}
