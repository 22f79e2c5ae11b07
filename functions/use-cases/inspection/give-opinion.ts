// What is said about an item beside its score: the hall's own score, its objection, the centre's ruling.
import * as z from "zod";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { NO_OPINION, type Opinion, type Ruling } from "../../../shared/capabilities/inspection/round.ts";
import type { Criterion } from "../../../shared/capabilities/inspection/scorecard.ts";
import { refuse } from "../../http/http-problems.ts";
import { type HallCall, isOwnHall, itemOf, stampOf, writeOrRefuse } from "./inspection-call.ts";

const item = z.string().max(60);
const reason = z.string().trim().min(2).max(500);
/** The version of what was said about the item, as the writer saw it; absent: whatever it is now. */
const baseVersion = z.number().int().min(0).optional();

export const SelfScore = z.strictObject({
  item,
  points: z.number(),
  note: z.string().trim().max(500).default(""),
  baseVersion,
});
export const Objection = z.strictObject({
  item,
  text: reason,
  asks: z.number().nullable().default(null),
  baseVersion,
});
export const RulingBody = z.strictObject({
  item,
  kind: z.enum(["upheld", "points", "notApplicable", "void"]),
  points: z.number().optional(),
  reason,
  baseVersion,
});

export async function selfScore(
  call: HallCall,
  { item: id, points, note, baseVersion: seen }: z.infer<typeof SelfScore>,
): Promise<void> {
  const found = itemOf(call, id);
  demandRange(found, points);
  await change(call, found, seen, (before) => ({ ...before, self: { points, note, ...stampOf(call) } }));
}

export async function object(
  call: HallCall,
  { item: id, text, asks, baseVersion: seen }: z.infer<typeof Objection>,
): Promise<void> {
  const found = itemOf(call, id);
  if (asks !== null) demandRange(found, asks);
  // A new objection asks for a new ruling.
  await change(call, found, seen, (before) => ({
    ...before,
    objection: { text, asks, ...stampOf(call) },
    ruling: null,
  }));
}

/** The centre decides, with a reason: also that an item does not apply, or that its rows were fabricated. */
export async function rule(call: HallCall, asked: z.infer<typeof RulingBody>): Promise<void> {
  const found = itemOf(call, asked.item);
  if (isOwnHall(call.principal, call.hall.id)) {
    refuse(problems.own_hall({ person: call.principal.name, hall: call.hall.name }));
  }
  const scored = found.how.kind === "computed" || call.stored.entries.has(`${call.hall.id}#${found.id}`);
  if (!scored && asked.kind !== "notApplicable")
    refuse(problems.nothing_to_rule({ field: "item", item: found.text }));
  await change(call, found, asked.baseVersion, (before) => ({
    ...before,
    ruling: rulingOf(call, found, asked),
  }));
}

function rulingOf(
  call: HallCall,
  found: Criterion,
  { kind, points, reason: why }: z.infer<typeof RulingBody>,
): Ruling {
  const said = { reason: why, ...stampOf(call) };
  if (kind !== "points") return { kind, ...said };
  const given = points ?? Number.NaN;
  // A ruling may give tenths: it stands in the place of a reckoned score.
  if (!(given >= 0 && given <= found.weight)) {
    refuse(problems.points_range({ field: "points", item: found.text, weight: found.weight }));
  }
  return { kind, points: Math.round(given * 10) / 10, ...said };
}

function demandRange(found: Criterion, points: number): void {
  if (points >= 0 && points <= found.weight && Number.isInteger(points * 2)) return;
  refuse(problems.points_range({ field: "points", item: found.text, weight: found.weight }));
}

async function change(
  call: HallCall,
  found: Criterion,
  seen: number | undefined,
  next: (before: Opinion) => Opinion,
): Promise<void> {
  const place = `${call.hall.id}#${found.id}`;
  const before = call.stored.opinions.get(place);
  const version = before?.version ?? 0;
  if (seen !== undefined && seen !== version) refuse(problems.changed_meanwhile({ field: "baseVersion" }));
  await writeOrRefuse(call, {
    name: `OPINION#${place}`,
    value: next(before?.value ?? NO_OPINION),
    baseVersion: version,
  });
}
