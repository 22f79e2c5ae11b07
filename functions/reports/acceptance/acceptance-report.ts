// The acceptance report of a round, of all halls or of one: pure, from a snapshot alone. D1 四(三).

import { tenths } from "../../../shared/capabilities/inspection/score-hall.ts";
import { type InspectionSnapshot, scoreOf } from "../../../shared/capabilities/inspection/snapshot.ts";
import { MOTTOES } from "../../../shared/capabilities/organisation/mottoes.ts";
import { type DateTime, dateOf } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Block, Report } from "../model/report.ts";
import { same } from "../model/report.ts";
import {
  deductionsTable,
  itemTables,
  rankingTable,
  rankText,
  rulingsTable,
  scoredHalls,
  sectionsTable,
} from "./centre-tables.ts";
import { itemsTable, onSiteTable, rectificationsTable, visitorsTable } from "./hall-tables.ts";
import { type FigurePlace, figure } from "./inspection-figures.ts";
import { INSPECTION_TEXTS as T } from "./inspection-texts.ts";

export interface AcceptanceAsked {
  readonly snapshot: InspectionSnapshot;
  readonly centreName: Text;
  /** Null for all of them. */
  readonly hall: string | null;
  /** SHA-256 of the signed snapshot. */
  readonly hash: string | null;
  readonly asOf: DateTime;
}

const heading = (zh: string, en: string): Block => ({ kind: "heading", level: 1, text: { zh, en } });
/** A section with what people wrote or who they are: not for the public. */
const internal = (zh: string, en: string): Block => ({
  kind: "heading",
  level: 1,
  text: { zh, en },
  internal: true,
});

export function acceptanceReport({ snapshot, centreName, hall, hash, asOf }: AcceptanceAsked): Report {
  const { round, signed } = snapshot;
  const place: FigurePlace = { centre: round.centre, round: round.id, onlyHall: hall };
  const name = snapshot.halls.find((one) => one.hall === hall)?.name;
  const blocks =
    hall === null ? centreBlocks(snapshot, place, asOf) : hallBlocks(snapshot, place, hall, asOf);
  const span = { zh: `考评期 ${round.first} 至 ${round.last}`, en: `period ${round.first} to ${round.last}` };
  return {
    format: 1,
    kind: "acceptance",
    title: {
      zh: `${round.title.zh}${name ? ` ${name.zh}` : ""}${T.title.zh}`,
      en: `${T.title.en}: ${round.title.en}${name ? `, ${name.en}` : ""}`,
    },
    cover: {
      motto: MOTTOES.hall,
      organisation: name ?? centreName,
      title: T.title,
      subtitle: { zh: `${round.title.zh}（${span.zh}）`, en: `${round.title.en} (${span.en})` },
    },
    preliminary: signed === null || snapshot.unclosed.length > 0,
    asOf: signed?.at ?? asOf,
    notes: notesOf(snapshot, hash),
    blocks: [...blocks, ...minutesBlocks(snapshot), signatures(snapshot)],
  };
}

function notesOf({ round, unclosed, signed }: InspectionSnapshot, hash: string | null): Text[] {
  const notes: Text[] = [
    {
      zh: `按第 ${round.scorecard.version} 版评分表考评；评分表、大厅名单和考评期在开启本轮时已固定。`,
      en: `By version ${round.scorecard.version} of the scorecard; scorecard, halls and period were frozen when the round was opened.`,
    },
    {
      zh: "本报告不含办事群众的姓名、电话等个人信息；明细须凭职责在系统中查看。",
      en: "This report holds no resident's name, telephone or other personal details.",
    },
  ];
  if (unclosed.length > 0) {
    const named = unclosed.map(
      ({ hall, months }) =>
        `${round.halls.find(({ id }) => id === hall)?.name.zh ?? hall} ${months.join("、")}`,
    );
    notes.push({
      zh: `初步：下列月报尚未审定——${named.join("；")}。`,
      en: `Preliminary: months not accepted yet: ${unclosed.map(({ hall, months }) => `${hall} ${months.join(", ")}`).join("; ")}.`,
    });
  }
  if (!signed)
    notes.push({ zh: "本轮尚未签署，得分仍可能变化。", en: "Not signed yet: scores may still change." });
  if (hash) notes.push({ zh: `签署快照 SHA-256：${hash}`, en: `SHA-256 of the signed snapshot: ${hash}` });
  return notes;
}

function centreBlocks(snapshot: InspectionSnapshot, place: FigurePlace, asOf: DateTime): Block[] {
  const halls = scoredHalls(snapshot);
  const totals = halls.flatMap(({ score }) => score.total ?? []);
  const mean =
    totals.length === 0
      ? null
      : tenths(
          totals.reduce((sum, one) => sum + one, 0),
          totals.length,
        );
  const first = halls.filter(({ rank }) => rank === 1);
  const today = dateOf(snapshot.signed?.at ?? asOf);
  return [
    heading("一、总体情况", "1 Overview"),
    {
      kind: "paragraph",
      parts: [
        { zh: "本轮验收大厅", en: "Halls inspected: " },
        figure(place, { of: "halls" }, "count", halls.length),
        { zh: "个，平均总分", en: ", mean total " },
        figure(place, { of: "mean" }, "points", mean),
        { zh: "分；第一名：", en: "; first: " },
        {
          zh: first.map(({ name }) => name.zh).join("、") || "—",
          en: first.map(({ name }) => name.en).join(", ") || "—",
        },
        { zh: "。", en: "." },
      ],
    },
    rankingTable(snapshot, halls, place),
    {
      kind: "chart",
      id: "totals",
      title: { zh: "各大厅总分", en: "Totals by hall" },
      form: "bars",
      table: "ranking",
      columns: ["total"],
    },
    heading("二、各部分得分", "2 Sections"),
    sectionsTable(snapshot, halls, place),
    heading("三、逐项得分", "3 Items"),
    ...itemTables(snapshot, halls, place),
    heading("四、抽查与扣分", "4 Sample and deductions"),
    deductionsTable(halls, place),
    internal("五、异议与裁定", "5 Objections and rulings"),
    rulingsTable(snapshot, halls),
    heading("六、问题与整改", "6 Rectification"),
    rectificationsTable(snapshot, snapshot.rectifications, today),
  ];
}

function hallBlocks(snapshot: InspectionSnapshot, place: FigurePlace, hall: string, asOf: DateTime): Block[] {
  const state = snapshot.halls.find((one) => one.hall === hall);
  if (!state) throw new Error(`hall ${hall} is not in the snapshot`);
  const score = scoreOf(snapshot.round, state);
  const own = scoredHalls(snapshot).find((one) => one.hall === hall);
  const today = dateOf(snapshot.signed?.at ?? asOf);
  const rectifications = snapshot.rectifications.filter((one) => one.hall === hall);
  return [
    heading("一、总体情况", "1 Overview"),
    {
      kind: "fields",
      items: [
        { label: T.raw, value: figure(place, { of: "raw", hall }, "points", score.raw) },
        { label: T.assessed, value: figure(place, { of: "assessed", hall }, "points", score.assessed) },
        { label: T.score, value: figure(place, { of: "score", hall }, "points", score.score) },
        { label: T.bonus, value: figure(place, { of: "bonus", hall }, "points", score.bonus) },
        { label: T.total, value: figure(place, { of: "total", hall }, "points", score.total) },
        { label: T.rank, value: own ? rankText(own) : null },
        ...(snapshot.before
          ? [
              {
                label: T.before,
                value: figure(place, { of: "before", hall }, "points", snapshot.before.totals[hall] ?? null),
              },
            ]
          : []),
        {
          label: { zh: "台账读取时间", en: "Ledgers read at" },
          value: { kind: "date" as const, date: state.reckonedAt },
        },
      ],
    },
    heading("二、逐项评分", "2 Items"),
    itemsTable(state, score, place),
    ...state.bonus.map(
      ({ text, points }): Block => ({
        kind: "paragraph",
        parts: [{ zh: `自选动作：${text}（${points} 分）`, en: `Bonus: ${text} (${points})` }],
      }),
    ),
    internal("三、现场检查", "3 On site"),
    onSiteTable(state, score, snapshot),
    heading("四、抽查来访人与扣分", "4 Sample and deductions"),
    visitorsTable(state, snapshot),
    deductionsTable(own ? [own] : [], place),
    internal("五、异议与裁定", "5 Objections and rulings"),
    rulingsTable({ ...snapshot, halls: [state] }, own ? [own] : []),
    heading("六、问题与整改", "6 Rectification"),
    rectificationsTable(snapshot, rectifications, today),
  ];
}

function minutesBlocks({ minutes }: InspectionSnapshot): Block[] {
  if (!minutes) return [];
  return [
    internal("七、现场会记录", "7 Minutes of the on-site meeting"),
    {
      kind: "fields",
      items: [
        { label: { zh: "时间", en: "Held on" }, value: { kind: "date", date: minutes.heldOn } },
        { label: { zh: "地点", en: "Place" }, value: same(minutes.place) },
        { label: { zh: "参加人员", en: "Attended by" }, value: same(minutes.attendees) },
      ],
    },
    ...minutes.text.split(/\n+/).map((line): Block => ({ kind: "paragraph", parts: [same(line)] })),
  ];
}

function signatures({ signed, people }: InspectionSnapshot): Block {
  return {
    kind: "signatures",
    lines: [
      { label: { zh: "验收组长", en: "Head of the inspection" } },
      { label: { zh: "被验收大厅", en: "Hall inspected" } },
      {
        label: { zh: "中心主任（签章）", en: "Director (signature, seal)" },
        ...(signed ? { name: people[signed.by] ?? signed.by, date: dateOf(signed.at) } : {}),
      },
    ],
  };
}
