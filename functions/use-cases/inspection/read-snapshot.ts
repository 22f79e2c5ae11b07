// Everything of a round in one piece: as it stands, or, once it was signed, as it was signed.
import { type HallState, InspectionSnapshot } from "../../../shared/capabilities/inspection/snapshot.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { frozenReader } from "../../blobs/read-frozen.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { findRoundTitle, findSignature, type StoredRound } from "../../storage/inspection-store.ts";
import { readPeriodStates } from "../../storage/period-state-store.ts";
import { monthsTouching } from "../find-rows.ts";
import { rulesIn } from "../obligations/hall-obligations.ts";
import type { InspectionCall } from "./inspection-call.ts";
import { readEvidence } from "./reckon-hall.ts";

/** What a reader needs of a call. */
export type SnapshotAsked = Pick<InspectionCall, "deps" | "centre" | "stored">;

export async function readRoundSnapshot(call: SnapshotAsked): Promise<InspectionSnapshot> {
  const { signature } = call.stored;
  return signature ? signedReader.read(call.deps.blobs, signature.snapshot) : liveSnapshot(call);
}

const signedReader = frozenReader((json) => InspectionSnapshot.parse(json), 3);

export async function signedBytes(
  { blobs }: Pick<SnapshotAsked["deps"], "blobs">,
  name: string,
): Promise<Uint8Array> {
  const bytes = await blobs.find(name);
  if (!bytes) throw new Error(`the signed round ${name} is not in the store`);
  return bytes;
}

export async function liveSnapshot(call: SnapshotAsked): Promise<InspectionSnapshot> {
  const { deps, stored } = call;
  const { round } = stored;
  const halls = await Promise.all(round.halls.map(({ id }) => hallState(call, id)));
  const rectifications = [...stored.rectifications.values()].map(({ value }) => value);
  const minutes = stored.minutes?.value ?? null;
  const ids = peopleIn({ round, halls, rectifications, minutes });
  const names = await Promise.all(
    [...ids].sort().map(async (id) => [id, (await findPerson(deps.table, id))?.name ?? id] as const),
  );
  return {
    format: 1,
    round,
    halls,
    rectifications: rectifications.sort((a, b) => (a.id < b.id ? -1 : 1)),
    minutes,
    unclosed: await unclosedMonths(call),
    people: Object.fromEntries(names),
    before: await beforeOf(call),
    signed: null,
  };
}

async function hallState({ deps, stored }: SnapshotAsked, hall: string): Promise<HallState> {
  const part = stored.halls.get(hall);
  if (!part) throw new Error(`hall ${hall} of a round was never reckoned`);
  return {
    hall,
    name: stored.round.halls.find(({ id }) => id === hall)?.name ?? { zh: hall, en: hall },
    reckonedAt: dateTime(part.value.reckonedAt),
    evidence: await readEvidence(deps, part.value.evidence),
    inspectors: part.value.inspectors,
    onSite: ofHall(stored.entries, hall),
    opinions: ofHall(stored.opinions, hall),
    visitors: ofHall(stored.visitors, hall),
    bonus: [...(stored.bonus.get(hall)?.value ?? [])],
  };
}

/** Of items named `hall#rest`, those of one hall by their rest. */
function ofHall<T>(all: ReadonlyMap<string, { readonly value: T }>, hall: string): Record<string, T> {
  const own = [...all].filter(([name]) => name.startsWith(`${hall}#`));
  return Object.fromEntries(own.map(([name, { value }]) => [name.slice(hall.length + 1), value]));
}

/** Everybody who did something: every `by`, every owner and inspector. */
function peopleIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) {
    for (const one of value) peopleIn(one, found);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, own] of Object.entries(value)) {
      if (name === "evidence" || name === "scorecard") continue;
      if ((name === "by" || name === "owner") && typeof own === "string") found.add(own);
      if (name === "inspectors" && Array.isArray(own)) for (const id of own) found.add(String(id));
      peopleIn(own, found);
    }
  }
  return found;
}

/** Months of the period whose report was not accepted, by hall: until then what they rest on may change. */
async function unclosedMonths({
  deps,
  centre,
  stored,
}: SnapshotAsked): Promise<InspectionSnapshot["unclosed"]> {
  const { round } = stored;
  const locking = [...new Set(rulesIn(centre).flatMap(({ id, locks }) => (locks ? [id] : [])))];
  const months = monthsTouching(round).map(({ month }) => month);
  const states = await Promise.all(months.map((month) => readPeriodStates(deps.table, centre.id, month)));
  return round.halls.flatMap(({ id }) => {
    const open = months.filter(
      (month, at) =>
        !locking.some((rule) => states[at]?.get(id)?.get(`${rule}/${month}`)?.status === "accepted"),
    );
    return open.length > 0 ? [{ hall: id, months: open }] : [];
  });
}

async function beforeOf({ deps, centre, stored }: SnapshotAsked): Promise<InspectionSnapshot["before"]> {
  const former = stored.round.comparedWith;
  if (former === null) return null;
  const place = { centre: centre.id, round: former };
  const signature = await findSignature(deps.table, place);
  const title = await findRoundTitle(deps.table, place);
  return signature && title ? { title, totals: signature.totals } : null;
}

/** Items whose two scores nobody has settled yet. */
export function unsettled({ contests, entries }: StoredRound): StoredRound["contests"] {
  return contests.filter(({ place, against }) => (entries.get(place)?.version ?? 0) <= against);
}
