// Follows a figure of an inspection to what it rests on, and works it out again from there.
import { countedOf, dueOf, type EvidenceRow } from "../../../shared/capabilities/inspection/evidence.ts";
import {
  type HallScore,
  type ItemScore,
  pointsOf,
  tenths,
} from "../../../shared/capabilities/inspection/score-hall.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import {
  type HallState,
  type InspectionSnapshot,
  scoreOf,
} from "../../../shared/capabilities/inspection/snapshot.ts";

/** What can be asked of a hall, a section or an item. */
export const FIGURES = [
  "points",
  "counted",
  "due",
  "rate",
  "expected",
  "late",
  "missing",
  "self",
  "centre",
  "assessed",
  "deducted",
  "raw",
  "score",
  "bonus",
  "total",
  "notInLedger",
  "visitors",
  "breaches",
  "notices",
  "before",
  "halls",
  "mean",
] as const;
export type InspectionFigure = (typeof FIGURES)[number];

export function isInspectionFigure(text: string): text is InspectionFigure {
  return FIGURES.some((one) => one === text);
}

export interface FigureRow {
  readonly label: string;
  readonly amount: number;
  /** Relative address of what it opens, below `/v1/` for programs and `/` for people; null where nothing is there. */
  readonly opens: string | null;
  readonly late: boolean;
  readonly missing: boolean;
}

export interface FigureRows {
  /** Worked out again from the rows. */
  readonly value: number | null;
  readonly rows: readonly FigureRow[];
}

export interface FigureAsked {
  /** Absent for a figure of the whole round. */
  readonly hall?: string | undefined;
  readonly of: InspectionFigure;
  readonly item?: string | undefined;
  readonly section?: string | undefined;
}

const sum = (rows: readonly FigureRow[]) => tenths(rows.reduce((total, { amount }) => total + amount, 0));

/** Undefined for a figure that the round does not have. */
export function figureRows(snapshot: InspectionSnapshot, asked: FigureAsked): FigureRows | undefined {
  if (asked.hall === undefined) return roundRows(snapshot, asked.of);
  const state = snapshot.halls.find(({ hall }) => hall === asked.hall);
  if (!state) return undefined;
  const score = scoreOf(snapshot.round, state);
  if (asked.item !== undefined) return itemRows(snapshot, state, score, asked.item, asked.of);
  if (asked.section !== undefined) return sectionRows(score, asked.section, asked.of);
  return hallRows(snapshot, state, score, asked.of);
}

/** How many halls there are, and their mean. */
function roundRows({ round, halls }: InspectionSnapshot, of: InspectionFigure): FigureRows | undefined {
  if (of === "halls") return { value: halls.length, rows: halls.map(({ hall }) => plain(hall, 1)) };
  if (of !== "mean") return undefined;
  const rows = halls.flatMap((state) => {
    const { total } = scoreOf(round, state);
    return total === null ? [] : [plain(state.hall, total)];
  });
  return { value: rows.length === 0 ? null : tenths(sum(rows), rows.length), rows };
}

function itemRows(
  { round }: InspectionSnapshot,
  state: HallState,
  { items }: HallScore,
  id: string,
  of: InspectionFigure,
): FigureRows | undefined {
  const found = items.find(({ item }) => item.id === id);
  const item = criteriaOf(round.scorecard).find((one) => one.id === id);
  if (!found || !item) return undefined;
  const rows = item.how.kind === "computed" ? (state.evidence[item.how.predicate] ?? []) : null;
  const entry = state.onSite[id];
  const opinion = state.opinions[id];
  const said = (label: string, amount: number): FigureRows => ({
    value: amount,
    rows: [plain(label, amount)],
  });
  const centre = (): FigureRows => {
    if (rows)
      return {
        value: found.applies ? pointsOf(item, rows) : null,
        rows: evidenceRows(state.hall, rows, ({ due }) => due),
      };
    return entry ? said(`${entry.by} ${entry.seenAt}`, entry.points) : { value: null, rows: [] };
  };
  switch (of) {
    case "points": {
      const ruling = found.ruling;
      if (!found.applies) return { value: null, rows: [] };
      if (ruling?.kind === "points") return said(`${ruling.by} ${ruling.at}`, ruling.points);
      if (ruling?.kind === "void") return said(`${ruling.by} ${ruling.at}`, 0);
      return centre();
    }
    case "centre":
      return centre();
    case "assessed":
      return said(item.id, item.weight);
    case "self":
      return opinion?.self
        ? said(`${opinion.self.by} ${opinion.self.at}`, opinion.self.points)
        : { value: null, rows: [] };
    case "counted":
      return rows ? counted(state.hall, rows, ({ counted: amount }) => amount) : undefined;
    case "due":
      return rows ? counted(state.hall, rows, ({ due }) => due) : undefined;
    case "rate":
      if (!rows) return undefined;
      return {
        value: dueOf(rows) === 0 ? null : countedOf(rows) / dueOf(rows),
        rows: evidenceRows(state.hall, rows, (row) => row.counted),
      };
    case "expected":
      return rows ? counted(state.hall, rows, () => 1) : undefined;
    case "late":
      return rows ? counted(state.hall, rows, ({ late, missing }) => (late && !missing ? 1 : 0)) : undefined;
    case "missing":
      return rows ? counted(state.hall, rows, ({ missing }) => (missing ? 1 : 0)) : undefined;
    default:
      return undefined;
  }
}

function plain(label: string, amount: number): FigureRow {
  return { label, amount, opens: null, late: false, missing: false };
}

/** Those that add something, each with what it adds. */
function counted(
  hall: string,
  rows: readonly EvidenceRow[],
  amountOf: (row: EvidenceRow) => number,
): FigureRows {
  const found = evidenceRows(hall, rows, amountOf).filter(({ amount }) => amount !== 0);
  return { value: sum(found), rows: found };
}

function evidenceRows(
  hall: string,
  rows: readonly EvidenceRow[],
  amountOf: (row: EvidenceRow) => number,
): FigureRow[] {
  return rows.map((row) => ({
    label: row.label,
    amount: amountOf(row),
    opens: opensOf(hall, row),
    late: row.late,
    missing: row.missing,
  }));
}

function opensOf(hall: string, { opens }: EvidenceRow): string | null {
  return opens?.kind === "record"
    ? `halls/${encodeURIComponent(hall)}/ledgers/${opens.ledger}/records/${opens.id}`
    : null;
}

function sectionRows(
  { items, sections, deductions }: HallScore,
  id: string,
  of: InspectionFigure,
): FigureRows | undefined {
  const found = sections.find(({ section }) => section.id === id);
  if (!found) return undefined;
  const own = items.filter(
    ({ item, applies }) => applies && found.section.criteria.some((one) => one.id === item.id),
  );
  const lost = deductions.filter(({ section }) => section === id);
  switch (of) {
    case "points": {
      const rows = [
        ...own.map(pointsRow),
        ...lost.map(({ id: why, points }) => plain(why, points === 0 ? 0 : -points)),
      ];
      return { value: sum(rows), rows };
    }
    case "assessed": {
      const rows = own.map(({ item }) => plain(item.id, item.weight));
      return { value: sum(rows), rows };
    }
    case "deducted": {
      const rows = lost.map(({ id: why, points }) => plain(why, points));
      return { value: sum(rows), rows };
    }
    default:
      return undefined;
  }
}

function pointsRow({ item, points }: ItemScore): FigureRow {
  return plain(item.id, points ?? 0);
}

function hallRows(
  snapshot: InspectionSnapshot,
  state: HallState,
  score: HallScore,
  of: InspectionFigure,
): FigureRows | undefined {
  const { rules } = snapshot.round.scorecard;
  const sections = score.sections.map(({ section, points }) => plain(section.id, points));
  const weights = score.sections.map(({ section, assessed }) => plain(section.id, assessed));
  const bonus = state.bonus.map(({ text, points }) => plain(text, points));
  const share = sum(weights) === 0 ? null : tenths(sum(sections) * 100, sum(weights));
  const extra = Math.min(rules.bonusMost, sum(bonus));
  const breaches = state.evidence[rules.breaches.predicate] ?? [];
  const visitors = Object.entries(state.visitors).filter(([, { result }]) => result !== "nobodyCame");
  switch (of) {
    case "raw":
      return { value: sum(sections), rows: sections };
    case "assessed":
      return { value: sum(weights), rows: weights };
    case "score":
      return { value: share, rows: sections };
    case "bonus":
      return { value: extra, rows: bonus };
    case "total":
      return { value: share === null ? null : tenths(share + extra), rows: [...sections, ...bonus] };
    case "before": {
      const total = snapshot.before?.totals[state.hall] ?? null;
      return { value: total, rows: total === null ? [] : [plain(snapshot.before?.title.zh ?? "", total)] };
    }
    case "visitors":
      return { value: visitors.length, rows: visitors.map(([number]) => plain(number, 1)) };
    case "notInLedger": {
      const missing = visitors.filter(([, { result }]) => result === "notInLedger");
      return { value: missing.length, rows: missing.map(([number]) => plain(number, 1)) };
    }
    case "breaches":
      return { value: countedOf(breaches), rows: counted(state.hall, breaches, (row) => row.counted).rows };
    case "notices":
      return { value: dueOf(breaches), rows: counted(state.hall, breaches, (row) => row.due).rows };
    default:
      return undefined;
  }
}
