// A round and a hall's sheet as programs get them; every figure with the address of what it rests on.

import { rankHalls } from "../../../shared/capabilities/inspection/rank-halls.ts";
import { rectificationState } from "../../../shared/capabilities/inspection/round.ts";
import { type InspectionSnapshot, scoreOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import type { InspectionCall } from "./inspection-call.ts";
import { liveSnapshot, readRoundSnapshot, type SnapshotAsked, unsettled } from "./read-snapshot.ts";

export async function roundView(call: InspectionCall) {
  const snapshot = await readRoundSnapshot(call);
  const { round, unclosed, before, minutes } = snapshot;
  const scores = snapshot.halls.map((state) => ({ state, score: scoreOf(round, state) }));
  const ranks = rankHalls(scores.map(({ state, score }) => ({ hall: state.hall, total: score.total })));
  return {
    id: round.id,
    title: round.title,
    first: round.first,
    last: round.last,
    scorecard: { version: round.scorecard.version, title: round.scorecard.title },
    opened: round.opened,
    preliminary: unclosed.length > 0,
    unclosed,
    comparedWith: round.comparedWith,
    minutes,
    signed: signatureView(call),
    unsettled: unsettled(call.stored).map(({ place, call: id, entry }) => ({ place, call: id, entry })),
    rectifications: await rectificationsOf(call),
    halls: scores.map(({ state, score }, at) => ({
      hall: { id: state.hall, name: state.name },
      inspectors: state.inspectors,
      reckonedAt: state.reckonedAt,
      raw: score.raw,
      assessed: score.assessed,
      score: score.score,
      bonus: score.bonus,
      total: score.total,
      rank: ranks[at]?.rank ?? null,
      tied: ranks[at]?.tied ?? false,
      before: before?.totals[state.hall] ?? null,
      unscored: score.unscored,
      sections: score.sections.map(({ section, points, assessed, deducted }) => ({
        id: section.id,
        points,
        assessed,
        deducted,
      })),
    })),
  };
}

function signatureView({ stored }: SnapshotAsked) {
  if (!stored.signature) return null;
  const { by, at, hash, preliminary } = stored.signature;
  return { by, at, hash, preliminary };
}

/** As they stand now: rectification goes on after the signature. */
async function rectificationsOf({ stored, today }: InspectionCall) {
  return [...stored.rectifications.values()]
    .map(({ value, version }) => ({ ...value, version, state: rectificationState(value, today) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** What one hall's sheet says of every item. */
export async function sheetView(call: InspectionCall, hall: string) {
  const snapshot: InspectionSnapshot = call.stored.signature
    ? await readRoundSnapshot(call)
    : await liveSnapshot(call);
  const state = snapshot.halls.find((one) => one.hall === hall);
  if (!state) throw new Error(`hall ${hall} is not in the snapshot`);
  const score = scoreOf(snapshot.round, state);
  const rows = (item: string, of: string) =>
    `/v1/halls/${hall}/inspections/${snapshot.round.id}/rows?item=${item}&of=${of}`;
  const { items, ...sums } = score;
  return {
    round: snapshot.round.id,
    hall: { id: hall, name: state.name },
    reckonedAt: state.reckonedAt,
    inspectors: state.inspectors,
    signed: signatureView(call),
    raw: sums.raw,
    assessed: sums.assessed,
    score: sums.score,
    bonus: { points: sums.bonus, given: state.bonus },
    total: sums.total,
    deductions: sums.deductions,
    unscored: sums.unscored,
    items: items.map(({ item, ...one }) => ({
      id: item.id,
      clause: item.clause,
      text: item.text,
      weight: item.weight,
      kind: item.how.kind,
      ...one,
      rows: item.how.kind === "computed" ? rows(item.id, "expected") : rows(item.id, "centre"),
      entry: state.onSite[item.id] ?? null,
      version: call.stored.entries.get(`${hall}#${item.id}`)?.version ?? 0,
      opinion: { version: call.stored.opinions.get(`${hall}#${item.id}`)?.version ?? 0 },
    })),
    visitors: state.visitors,
    rectifications: (await rectificationsOf(call)).filter((one) => one.hall === hall),
    unsettled: unsettled(call.stored).filter(({ place }) => place.startsWith(`${hall}#`)),
  };
}
