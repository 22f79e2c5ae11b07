// Who works on which round of inspection: permission first, then the round itself.
import {
  INSPECTION_ACCESS,
  type InspectionAction,
} from "../../../shared/capabilities/inspection/inspection-access.ts";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { type Criterion, criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { type DateTime, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { can, type Principal } from "../../../shared/kernel/permissions.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getCentreAs } from "../../http/require-centre-role.ts";
import { getHall } from "../../http/require-principal.ts";
import {
  findRound,
  type RoundWrite,
  type StoredRound,
  writeInRound,
} from "../../storage/inspection-store.ts";
import { centreToday } from "../centre-zone.ts";

const ZONE = "Asia/Shanghai";

/** What a round needs of the world, once it is known who calls. */
export type InspectionDeps = Pick<Dependencies, "table" | "blobs" | "ledgers" | "now">;

export interface InspectionPlace {
  readonly deps: InspectionDeps;
  readonly principal: Principal;
  readonly centre: Centre;
  readonly now: DateTime;
  readonly today: PlainDate;
}

export interface InspectionCall extends InspectionPlace {
  readonly stored: StoredRound;
}

export interface HallCall extends InspectionCall {
  /** A hall of the round. */
  readonly hall: { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };
}

/** Who asks for what. */
export interface Asked {
  readonly deps: Dependencies;
  readonly principal: Principal;
  readonly centre?: string | undefined;
  readonly round: string;
}

/** For the centre's people. */
export async function placeFor(
  asked: Omit<Asked, "round">,
  action: InspectionAction,
): Promise<InspectionPlace> {
  const { deps, principal } = asked;
  const centre = await getCentreAs(deps, principal, asked.centre, INSPECTION_ACCESS[action]);
  return { deps, principal, centre, now: dateTimeAt(deps.now(), ZONE), today: centreToday(deps.now()) };
}

export async function roundFor(asked: Asked, action: InspectionAction): Promise<InspectionCall> {
  const place = await placeFor(asked, action);
  return { ...place, stored: await storedRound(place, asked.round) };
}

/** For a hall's people and the centre's, about one hall; `hall` is looked up before the round. */
export async function hallRoundFor(
  asked: Asked & { readonly hall: string },
  action: InspectionAction,
): Promise<HallCall> {
  const { deps, principal } = asked;
  const at = await getHall(deps, asked.hall);
  if (!can(principal, at.place, INSPECTION_ACCESS, action)) refuse(httpProblems.not_permitted({}));
  const place = {
    deps,
    principal,
    centre: at.centre,
    now: dateTimeAt(deps.now(), ZONE),
    today: centreToday(deps.now()),
  };
  return inHall({ ...place, stored: await storedRound(place, asked.round) }, asked.hall);
}

async function storedRound({ deps, centre }: InspectionPlace, round: string): Promise<StoredRound> {
  const found = /^[a-z0-9-]{1,60}$/.test(round)
    ? await findRound(deps.table, { centre: centre.id, round })
    : undefined;
  return found ?? refuse(problems.unknown_round({}));
}

export function inHall(call: InspectionCall, id: string): HallCall {
  const hall = call.stored.round.halls.find((one) => one.id === id) ?? refuse(problems.hall_not_in_round({}));
  return { ...call, hall };
}

/** "an inspector scoring their own hall": never one of the hall's own people, whatever they are otherwise. */
export function isOwnHall(person: Pick<Principal, "grants">, hall: string): boolean {
  return person.grants.some((grant) => grant.hall === hall);
}

/** The assigned inspector of a hall; refuses everybody else. */
export function demandInspector({ principal, hall, stored }: HallCall): void {
  if (isOwnHall(principal, hall.id)) refuse(problems.own_hall({ person: principal.name, hall: hall.name }));
  if (!stored.halls.get(hall.id)?.value.inspectors.includes(principal.id)) refuse(problems.not_assigned({}));
}

export function itemOf({ stored }: InspectionCall, id: string): Criterion {
  return (
    criteriaOf(stored.round.scorecard).find((item) => item.id === id) ??
    refuse(problems.unknown_item({ field: "item", item: id.slice(0, 60) }))
  );
}

export function refuseSigned({ stored }: InspectionCall): void {
  if (stored.signature) refuse(problems.round_signed({ at: stored.signature.at }));
}

export function roundPlace({ centre, stored }: InspectionCall) {
  return { centre: centre.id, round: stored.round.id };
}

/** Writes where whoever came second is told so. */
export async function writeOrRefuse(call: InspectionCall, write: RoundWrite): Promise<void> {
  const outcome = await writeInRound(call.deps.table, roundPlace(call), write);
  if (outcome === "signed") refuse(problems.round_signed({ at: call.now }));
  if (outcome === "changed") refuse(problems.changed_meanwhile({}));
  if (outcome === "reused") refuse(problems.call_reused({ field: "call", call: write.call?.id ?? "" }));
}

export const stampOf = ({ principal, now }: InspectionPlace) => ({ by: principal.id, at: now });
