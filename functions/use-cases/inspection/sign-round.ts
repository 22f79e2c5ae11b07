// Signs a round: nothing may be open, and what is signed is frozen as canonical JSON with its hash.
import { createHash } from "node:crypto";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import { InspectionSnapshot, scoreOf, totalsOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { refuse } from "../../http/http-problems.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { type Signature, signStoredRound } from "../../storage/inspection-store.ts";
import { type HallCall, type InspectionCall, inHall, stampOf } from "./inspection-call.ts";
import { listed } from "./open-round.ts";
import { liveSnapshot, unsettled } from "./read-snapshot.ts";
import { windowsOf } from "./sample-visitors.ts";

/** @param acceptPreliminary the signer knows that the period is not closed, and signs all the same */
export async function signRound(call: InspectionCall, acceptPreliminary: boolean): Promise<Signature> {
  const { deps, stored, principal, today } = call;
  const { round, signature } = stored;
  if (signature) refuse(problems.signed_already({ by: await nameOf(call, signature.by), at: signature.at }));
  if (today <= round.last) refuse(problems.still_running({ last: round.last }));
  const live = await liveSnapshot(call);
  await refuseUnfinished(call, live);
  if (live.unclosed.length > 0 && !acceptPreliminary) {
    refuse(problems.preliminary({ field: "acceptPreliminary", open: unclosedText(live) }));
  }
  const people = { ...live.people, [principal.id]: principal.name };
  const snapshot = InspectionSnapshot.parse({
    ...live,
    people,
    signed: stampOf(call),
  } satisfies InspectionSnapshot);
  const bytes = new TextEncoder().encode(canonicalJson(snapshot));
  const hash = createHash("sha256").update(bytes).digest("hex");
  const name = `inspections/${round.centre}/${round.id}/signed-${hash}.json`;
  await deps.blobs.put(name, bytes);
  const signed: Signature = {
    ...stampOf(call),
    hash,
    snapshot: name,
    preliminary: live.unclosed.length > 0,
    totals: totalsOf(snapshot),
  };
  if (!(await signStoredRound(deps.table, stored, signed))) refuse(problems.changed_meanwhile({}));
  return signed;
}

async function refuseUnfinished(call: InspectionCall, live: InspectionSnapshot): Promise<void> {
  const { round } = live;
  const items = new Map(criteriaOf(round.scorecard).map((item) => [item.id, item.text]));
  const at = (hall: string, item: string): Text => {
    const name = round.halls.find(({ id }) => id === hall)?.name ?? { zh: hall, en: hall };
    const text = items.get(item) ?? { zh: item, en: item };
    return { zh: `${name.zh}“${text.zh}”`, en: `${name.en}: ${text.en}` };
  };
  const unscored = live.halls.flatMap((state) =>
    scoreOf(round, state).unscored.map((item) => at(state.hall, item)),
  );
  if (unscored.length > 0) refuse(problems.not_all_scored({ items: shortList(unscored) }));
  const contested = unsettled(call.stored).map(({ place }) =>
    at(place.split("#")[0] ?? "", place.split("#")[1] ?? ""),
  );
  if (contested.length > 0) refuse(problems.not_settled({ items: shortList(contested) }));
  const objected = live.halls.flatMap(({ hall, opinions }) =>
    Object.entries(opinions).flatMap(([item, { objection, ruling }]) =>
      objection && !ruling ? [at(hall, item)] : [],
    ),
  );
  if (objected.length > 0) refuse(problems.objections_open({ items: shortList(objected) }));
  const unsampled: Text[] = [];
  for (const { hall, name, visitors } of live.halls) {
    const own: HallCall = inHall(call, hall);
    if (Object.keys(visitors).length < (await windowsOf(own)).length) unsampled.push(name);
  }
  if (unsampled.length > 0) refuse(problems.sample_unfinished({ halls: listed(unsampled) }));
  if (!live.minutes) refuse(problems.minutes_missing({}));
}

const NAMED = 8;

/** So many by name, the rest by number. */
function shortList(all: readonly Text[]): Text {
  const named = listed(all.slice(0, NAMED));
  const more = all.length - NAMED;
  return more > 0 ? { zh: `${named.zh}等 ${all.length} 项`, en: `${named.en} and ${more} more` } : named;
}

export function unclosedText({ unclosed, round }: Pick<InspectionSnapshot, "unclosed" | "round">): Text {
  const parts = unclosed.map(({ hall, months }): Text => {
    const name = round.halls.find(({ id }) => id === hall)?.name ?? { zh: hall, en: hall };
    return {
      zh: `${name.zh} ${months.join("、")} 月报未审定`,
      en: `${name.en}: ${months.join(", ")} not accepted`,
    };
  });
  return shortList(parts);
}

async function nameOf({ deps }: InspectionCall, id: string): Promise<string> {
  return (await findPerson(deps.table, id))?.name ?? id;
}
