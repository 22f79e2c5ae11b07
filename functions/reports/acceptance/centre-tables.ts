// The tables of the centre's acceptance report: ranking, sections, items, deductions, rulings.
import { rankHalls } from "../../../shared/capabilities/inspection/rank-halls.ts";
import type { HallScore } from "../../../shared/capabilities/inspection/score-hall.ts";
import { type InspectionSnapshot, scoreOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Block, Cell, Column, TableBlock } from "../model/report.ts";
import { type FigurePlace, figure, said } from "./inspection-figures.ts";
import { rulingText, INSPECTION_TEXTS as T } from "./inspection-texts.ts";

export interface ScoredHall {
  readonly hall: string;
  readonly name: Text;
  readonly score: HallScore;
  readonly rank: number | null;
  readonly tied: boolean;
}

/** Best first; halls that share a place stand by their ids. */
export function scoredHalls({ round, halls }: Pick<InspectionSnapshot, "round" | "halls">): ScoredHall[] {
  const scores = halls.map((state) => ({ hall: state.hall, name: state.name, score: scoreOf(round, state) }));
  const ranks = rankHalls(scores.map(({ hall, score }) => ({ hall, total: score.total })));
  return scores
    .map((one, at) => ({ ...one, rank: ranks[at]?.rank ?? null, tied: ranks[at]?.tied ?? false }))
    .sort((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || (a.hall < b.hall ? -1 : 1));
}

const points = (id: string, label: Text, width = 1): Column => ({ id, label, as: "points", width });
const words = (id: string, label: Text, width = 1): Column => ({ id, label, as: "text", width });
const counts = (id: string, label: Text): Column => ({ id, label, as: "count", width: 1 });

export function rankText({ rank, tied }: Pick<ScoredHall, "rank" | "tied">): Text {
  if (rank === null) return { zh: "—", en: "—" };
  return { zh: `${rank}${tied ? T.tied.zh : ""}`, en: `${rank}${tied ? T.tied.en : ""}` };
}

export function rankingTable(
  { before }: InspectionSnapshot,
  halls: readonly ScoredHall[],
  place: FigurePlace,
): TableBlock {
  return {
    kind: "table",
    id: "ranking",
    title: { zh: "各大厅得分与名次", en: "Scores and ranks" },
    columns: [
      words("name", T.hall, 2.4),
      words("rank", T.rank, 0.9),
      points("raw", T.raw),
      points("assessed", T.assessed),
      points("score", T.score),
      points("bonus", T.bonus),
      points("total", T.total),
      ...(before ? [points("before", T.before)] : []),
    ],
    rows: halls.map(({ hall, name, score, rank, tied }) => ({
      kind: "row",
      id: hall,
      cells: [
        {
          kind: "link",
          text: name,
          to: `centre/inspections/${place.round}/halls/${encodeURIComponent(hall)}?centre=${place.centre}`,
        },
        rankText({ rank, tied }),
        figure(place, { of: "raw", hall }, "points", score.raw),
        figure(place, { of: "assessed", hall }, "points", score.assessed),
        figure(place, { of: "score", hall }, "points", score.score),
        figure(place, { of: "bonus", hall }, "points", score.bonus),
        figure(place, { of: "total", hall }, "points", score.total),
        ...(before ? [figure(place, { of: "before", hall }, "points", before.totals[hall] ?? null)] : []),
      ],
    })),
    note: {
      zh: "折算得分 = 原始得分 ÷ 应评分值 × 100；不适用的项目分子分母同时剔除。自选动作加分另列，最多 5 分。总分相同的并列，其后名次顺延。",
      en: "Score = raw score ÷ weight assessed × 100; what does not apply leaves both. Bonus stands apart. Equal totals share a place, and the next is counted behind them.",
    },
  };
}

export function sectionsTable(
  { round }: InspectionSnapshot,
  halls: readonly ScoredHall[],
  place: FigurePlace,
): TableBlock {
  return {
    kind: "table",
    id: "sections",
    title: { zh: "各部分得分", en: "Scores by section" },
    columns: [
      words("name", T.hall, 2.2),
      ...round.scorecard.sections.map(({ id, title, weight }) =>
        points(id, { zh: `${title.zh}（${weight}）`, en: `${title.en} (${weight})` }),
      ),
    ],
    rows: halls.map(({ hall, name, score }) => ({
      kind: "row",
      id: hall,
      cells: [
        name,
        ...score.sections.map(({ section, assessed, points: own }) =>
          assessed === 0
            ? T.notApplicable
            : figure(place, { of: "points", hall, section: section.id }, "points", own),
        ),
      ],
    })),
  };
}

/** One table a section: halls by items. */
export function itemTables(
  { round }: InspectionSnapshot,
  halls: readonly ScoredHall[],
  place: FigurePlace,
): Block[] {
  return round.scorecard.sections.map(
    (section): TableBlock => ({
      kind: "table",
      id: `items-${section.id}`,
      title: {
        zh: `${section.title.zh}（${section.weight} 分）`,
        en: `${section.title.en} (${section.weight})`,
      },
      columns: [
        words("name", T.hall, 2.2),
        ...section.criteria.map(({ id, text, weight }) =>
          points(id, { zh: `${text.zh}（${weight}）`, en: `${text.en} (${weight})` }, 1.3),
        ),
      ],
      rows: halls.map(({ hall, name, score }) => ({
        kind: "row",
        id: hall,
        cells: [name, ...section.criteria.map(({ id }) => itemCell(place, hall, score, id))],
      })),
    }),
  );
}

export function itemCell(place: FigurePlace, hall: string, { items }: HallScore, id: string): Cell {
  const found = items.find(({ item }) => item.id === id);
  if (!found) return null;
  if (!found.applies) return T.notApplicable;
  if (found.points === null) return T.notScored;
  return figure(place, { of: "points", hall, item: id }, "points", found.points);
}

export function deductionsTable(halls: readonly ScoredHall[], place: FigurePlace): TableBlock {
  return {
    kind: "table",
    id: "deductions",
    title: { zh: "抽查与扣分", en: "Sample and deductions" },
    columns: [
      words("name", T.hall, 2.2),
      counts("visitors", T.visitors),
      counts("notInLedger", T.notInLedger),
      points("visitorsTaken", T.visitorsTaken),
      counts("notices", T.notices),
      counts("breaches", T.breaches),
      points("breachesTaken", T.breachesTaken),
    ],
    rows: halls.map(({ hall, name, score }) => {
      const taken = (id: string) => score.deductions.find((one) => one.id === id);
      const [visitors, breaches] = [taken("visitors"), taken("breaches")];
      const section = (one: typeof visitors) =>
        figure(place, { of: "deducted", hall, section: one?.section ?? "" }, "points", one?.points ?? 0);
      return {
        kind: "row",
        id: hall,
        cells: [
          name,
          figure(place, { of: "visitors", hall }, "count", visitors?.of ?? 0),
          figure(
            place,
            { of: "notInLedger", hall },
            "count",
            visitors?.counted ?? 0,
            (visitors?.counted ?? 0) > 0,
          ),
          section(visitors),
          figure(place, { of: "notices", hall }, "count", breaches?.of ?? 0),
          figure(
            place,
            { of: "breaches", hall },
            "count",
            breaches?.counted ?? 0,
            (breaches?.counted ?? 0) > 0,
          ),
          section(breaches),
        ],
      };
    }),
  };
}

/** Everything that the centre decided, and every objection. */
export function rulingsTable(
  { halls, people }: InspectionSnapshot,
  scored: readonly ScoredHall[],
): TableBlock {
  return {
    kind: "table",
    id: "rulings",
    title: { zh: "异议与裁定", en: "Objections and rulings" },
    columns: [
      words("hall", T.hall, 1.8),
      words("item", T.item, 2),
      words("objection", T.objection, 2),
      words("ruling", T.ruling, 2.4),
    ],
    rows: halls.flatMap(({ hall, name, opinions }) =>
      Object.entries(opinions).flatMap(([item, { objection, ruling }]) => {
        if (!objection && !ruling) return [];
        const text = scored.find((one) => one.hall === hall)?.score.items.find((one) => one.item.id === item)
          ?.item.text;
        const by = ruling ? ` — ${people[ruling.by] ?? ruling.by}` : "";
        const ruled = ruling && rulingText(ruling);
        return [
          {
            kind: "row" as const,
            id: `${hall}-${item}`,
            cells: [
              name,
              text ?? said(item),
              said(objection?.text),
              ruled && { zh: `${ruled.zh}${by}`, en: `${ruled.en}${by}` },
            ],
          },
        ];
      }),
    ),
    empty: { zh: "没有异议，也没有裁定。", en: "No objection, no ruling." },
  };
}
