// The tables about one hall: every item with what it rests on, on-site notes, the sample of visitors, rectification.
import { type Rectification, rectificationState } from "../../../shared/capabilities/inspection/round.ts";
import type { HallScore, ItemScore } from "../../../shared/capabilities/inspection/score-hall.ts";
import type { HallState, InspectionSnapshot } from "../../../shared/capabilities/inspection/snapshot.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Cell, Column, Row, TableBlock } from "../model/report.ts";
import { dated, type FigurePlace, figure, said } from "./inspection-figures.ts";
import {
  RECTIFICATION_STATES,
  rulingText,
  INSPECTION_TEXTS as T,
  VISITOR_RESULTS,
} from "./inspection-texts.ts";

type As = Column["as"];
const column = (id: keyof typeof T, as: As, width: number): Column => ({ id, label: T[id], as, width });

export function itemsTable({ hall }: HallState, score: HallScore, place: FigurePlace): TableBlock {
  const rows = score.sections.flatMap(({ section, points, assessed, deducted }): Row[] => [
    { kind: "group", id: section.id, cells: [section.title] },
    ...score.items
      .filter(({ item }) => section.criteria.some(({ id }) => id === item.id))
      .map((one): Row => ({ kind: "row", id: one.item.id, cells: itemCells(place, hall, one) })),
    {
      kind: "row",
      id: `${section.id}-sum`,
      cells: [
        deducted > 0
          ? { zh: `小计（已扣 ${deducted.toFixed(1)} 分）`, en: `Section (${deducted.toFixed(1)} taken)` }
          : { zh: "小计", en: "Section" },
        figure(place, { of: "assessed", hall, section: section.id }, "points", assessed),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        figure(place, { of: "points", hall, section: section.id }, "points", points),
        null,
      ],
    },
  ]);
  return {
    kind: "table",
    id: "items",
    title: { zh: "逐项评分", en: "Items" },
    columns: [
      column("item", "text", 2.6),
      column("weight", "points", 0.7),
      column("counted", "days", 0.8),
      column("due", "count", 0.8),
      { ...column("rate", "rate", 0.9), ratio: { numerator: "counted", denominator: ["due"] } },
      column("late", "count", 0.7),
      column("missing", "count", 0.7),
      column("self", "points", 0.7),
      column("centre", "points", 0.8),
      column("counts", "points", 0.8),
      { ...column("ruling", "text", 1.6), internal: true },
    ],
    rows,
    note: {
      zh: "“达到”与“应有”点开即为所依据的行；迟录、缺失的行不计入完整率。没有现场照片的项目不予打分。",
      en: "“Counted” and “due” open the rows that they rest on. Late and missing lines are left out of completeness.",
    },
  };
}

function itemCells(place: FigurePlace, hall: string, one: ItemScore): Cell[] {
  const { item, applies, reckoned, completeness, self, centre, points, ruling, why } = one;
  const at = (of: Parameters<typeof figure>[1]["of"]) => ({ of, hall, item: item.id });
  const rate = reckoned && reckoned.due > 0 ? reckoned.counted / reckoned.due : null;
  return [
    item.text,
    applies ? figure(place, at("assessed"), "points", item.weight) : null,
    reckoned && figure(place, at("counted"), "days", reckoned.counted),
    reckoned && figure(place, at("due"), "count", reckoned.due),
    reckoned && {
      kind: "figure",
      metric: "inspection.rate",
      unit: "rate",
      value: rate,
      rows: figure(place, at("rate"), "rate", rate).rows,
    },
    completeness && figure(place, at("late"), "count", completeness.late, completeness.late > 0),
    completeness && figure(place, at("missing"), "count", completeness.missing, completeness.missing > 0),
    self === null ? null : figure(place, at("self"), "points", self),
    centre === null ? null : figure(place, at("centre"), "points", centre),
    !applies
      ? T.notApplicable
      : points === null
        ? T.notScored
        : figure(place, at("points"), "points", points),
    ruling ? rulingText(ruling) : why,
  ];
}

export function onSiteTable(
  { onSite }: HallState,
  score: HallScore,
  { people }: InspectionSnapshot,
): TableBlock {
  return {
    kind: "table",
    id: "on-site",
    title: { zh: "现场检查记录", en: "On-site notes" },
    columns: [
      column("item", "text", 2.2),
      column("inspector", "text", 1.4),
      column("seenAt", "dateTime", 1.4),
      column("photos", "text", 0.8),
      column("note", "text", 2.2),
    ],
    rows: score.items.flatMap(({ item }): Row[] => {
      const entry = onSite[item.id];
      if (!entry) return [];
      const photos = { zh: `${entry.photos.length} 张`, en: `${entry.photos.length}` };
      return [
        {
          kind: "row",
          id: item.id,
          cells: [
            item.text,
            said(people[entry.by] ?? entry.by),
            dated(entry.seenAt),
            photos,
            said(entry.note),
          ],
        },
      ];
    }),
    empty: { zh: "还没有现场打分。", en: "Nothing was scored on site yet." },
  };
}

export function visitorsTable({ visitors }: HallState, { people }: InspectionSnapshot): TableBlock {
  return {
    kind: "table",
    id: "visitors",
    title: { zh: "抽查来访人（不记姓名）", en: "Sample of visitors (no names are kept)" },
    columns: [
      column("window", "text", 0.8),
      column("result", "text", 1.6),
      column("serial", "text", 1.4),
      column("inspector", "text", 1.4),
      column("note", "text", 2),
    ],
    rows: Object.entries(visitors)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([number, { result, serial, by, note }]): Row => ({
          kind: "row",
          id: number,
          cells: [
            said(number),
            VISITOR_RESULTS[result],
            said(serial ?? ""),
            said(people[by] ?? by),
            said(note),
          ],
        }),
      ),
    empty: { zh: "还没有抽查。", en: "Not sampled yet." },
    internal: true,
  };
}

export function rectificationsTable(
  { round, people }: Pick<InspectionSnapshot, "round" | "people">,
  all: readonly Rectification[],
  today: PlainDate,
): TableBlock {
  const items = new Map(
    round.scorecard.sections.flatMap(({ criteria }) => criteria.map(({ id, text }) => [id, text] as const)),
  );
  return {
    kind: "table",
    id: "rectifications",
    title: { zh: "问题与整改", en: "Rectification" },
    columns: [
      column("hall", "text", 1.8),
      column("item", "text", 1.8),
      { ...column("what", "text", 2.2), internal: true },
      { ...column("owner", "text", 1.2), internal: true },
      column("dueOn", "date", 1),
      column("state", "text", 1.1),
    ],
    rows: all.map(
      (one): Row => ({
        kind: "row",
        id: one.id,
        cells: [
          round.halls.find(({ id }) => id === one.hall)?.name ?? said(one.hall),
          items.get(one.item) ?? said(one.item),
          said(one.what),
          said(people[one.owner] ?? one.owner),
          dated(one.dueOn),
          RECTIFICATION_STATES[rectificationState(one, today)],
        ],
      }),
    ),
    empty: { zh: "没有需要整改的问题。", en: "Nothing has to be put right." },
  };
}
