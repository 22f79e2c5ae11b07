// An inspector's score of an on-site item: sent again it is written once, and of two that differ both are kept.
import { createHash } from "node:crypto";
import * as z from "zod";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { type OnSiteEntry, Photo } from "../../../shared/capabilities/inspection/round.ts";
import type { Criterion } from "../../../shared/capabilities/inspection/scorecard.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { type DateTime, isDateTime } from "../../../shared/kernel/date-time.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { refuse } from "../../http/http-problems.ts";
import { findPerson } from "../../storage/directory-store.ts";
import { findRound, keepContest, type Versioned, writeInRound } from "../../storage/inspection-store.ts";
import { findAttachment, keepAttachment } from "../attachments.ts";
import {
  demandInspector,
  type HallCall,
  itemOf,
  refuseSigned,
  roundPlace,
  stampOf,
} from "./inspection-call.ts";

export const OnSiteScore = z.strictObject({
  /** The client's own id of this score: a retry carries the same. */
  call: z.uuid(),
  item: z.string().max(60),
  /** The version that the inspector saw; 0 where nobody had scored. */
  baseVersion: z.number().int().min(0),
  points: z.number(),
  note: z.string().trim().max(500).default(""),
  photos: z.array(Photo).max(6),
  seenAt: z.custom<DateTime>(
    (value) => typeof value === "string" && isDateTime(value),
    "2026-11-16T09:30:00+08:00",
  ),
});
export type OnSiteScore = z.infer<typeof OnSiteScore>;

export interface ScoreConflict {
  readonly problem: Problem;
  /** What stands in the round, and what was sent: both are kept. */
  readonly current: Versioned<OnSiteEntry>;
  readonly yours: OnSiteEntry;
}

/** Photos of a round are kept like the attachments of a ledger of that name. */
export const photoLedger = (round: string): string => `inspection-${round}`;

export async function keepPhoto(call: HallCall, name: string, bytes: Uint8Array | undefined): Promise<Photo> {
  const { deps, stored, hall } = call;
  const kept = await keepAttachment(deps.blobs, hall.id, photoLedger(stored.round.id), name, bytes);
  if (!kept.ok) {
    return refuse(
      kept.error.code === "attachment_type" ? problems.not_a_photo({ field: "photo" }) : kept.error,
    );
  }
  if (!kept.value.type.startsWith("image/")) refuse(problems.not_a_photo({ field: "photo" }));
  return { key: kept.value.key, name: kept.value.name, bytes: kept.value.bytes };
}

/** @param fingerprint of what was sent, where photos get new names each time: by their content */
export async function scoreOnSite(
  call: HallCall,
  score: OnSiteScore,
  fingerprint: unknown = score,
): Promise<Result<Versioned<OnSiteEntry>, ScoreConflict>> {
  const item = itemOf(call, score.item);
  demandInspector(call);
  const entry = checkedEntry(call, item, score);
  for (const { key } of score.photos) await demandPhoto(call, key);
  const place = `${call.hall.id}#${item.id}`;
  const hash = createHash("sha256").update(canonicalJson({ place, fingerprint })).digest("hex");
  const outcome = await writeInRound(call.deps.table, roundPlace(call), {
    name: `ENTRY#${place}`,
    value: entry,
    baseVersion: score.baseVersion,
    call: { id: score.call, hash },
  });
  if (outcome === "reused") refuse(problems.call_reused({ field: "call", call: score.call }));
  const now = await findRound(call.deps.table, roundPlace(call));
  const current = now?.entries.get(place);
  if (outcome === "written" || outcome === "repeated")
    return ok(current ?? { version: score.baseVersion + 1, value: entry });
  if (outcome === "signed" || !current) {
    refuseSigned({ ...call, stored: now ?? call.stored });
    return refuse(problems.changed_meanwhile({}));
  }
  await keepContest(call.deps.table, roundPlace(call), place, score.call, {
    entry,
    against: current.version,
  });
  return err(await conflictOf(call, item, current, entry));
}

function checkedEntry(
  call: HallCall,
  item: Criterion,
  { points, note, photos, seenAt }: OnSiteScore,
): OnSiteEntry {
  if (item.how.kind !== "onSite") refuse(problems.computed_item({ field: "item", item: item.text }));
  const inSteps = Number.isInteger(points * 2);
  if (!(points >= 0 && points <= item.weight && inSteps)) {
    refuse(problems.points_range({ field: "points", item: item.text, weight: item.weight }));
  }
  // "every X item has photo, inspector, time".
  if (photos.length === 0) refuse(problems.photo_required({ field: "photos", item: item.text }));
  return { points, note, photos, seenAt, ...stampOf(call) };
}

async function demandPhoto({ deps, stored, hall }: HallCall, key: string): Promise<void> {
  const found = await findAttachment(deps.blobs, hall.id, photoLedger(stored.round.id), key);
  if (!found.ok) refuse(problems.unknown_photo({ field: "photos", photo: key.slice(0, 60) }));
}

async function conflictOf(
  { deps }: HallCall,
  item: Criterion,
  current: Versioned<OnSiteEntry>,
  yours: OnSiteEntry,
): Promise<ScoreConflict> {
  const by = (await findPerson(deps.table, current.value.by))?.name ?? current.value.by;
  const details = { by, theirs: current.value.points, mine: yours.points };
  return {
    problem: problems.scored_meanwhile({ field: "item", item: item.text, ...details }),
    current,
    yours,
  };
}
