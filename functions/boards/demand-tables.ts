// What residents ask for: the quarter's candidates for the catalogue, and the ten topics asked for most. D1 三2, 五(四).
import {
  CANDIDATE_FROM,
  candidatesOf,
  DEMAND_TOPICS,
  topTopics,
} from "../../shared/capabilities/demands/topics.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { Block, TableBlock } from "../reports/model/report.ts";
import { findRowsOf } from "../use-cases/find-rows.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { derivedFigure, forHalls, hallLink, LedgerSums, type RegisterCall, textOf } from "./register-call.ts";

const TEXTS = {
  candidates: { zh: "服务事项增设候选（本季度）", en: "Candidates for the catalogue, this quarter" },
  candidatesNote: {
    zh: `同一件事一个季度内被问 ${CANDIDATE_FROM} 次及以上即列入候选[P]，由中心按季审议（意见三2“根据群众需求，不断扩大服务事项范围”）。`,
    en: `What was asked for ${CANDIDATE_FROM} times or more within a quarter is a candidate [P], reviewed by the centre each quarter (D1 三2).`,
  },
  service: { zh: "想办的事", en: "Service asked for" },
  times: { zh: "次数", en: "Times" },
  halls: { zh: "涉及大厅", en: "Halls" },
  reviewed: { zh: "审议结论", en: "Reviewed" },
  waiting: { zh: "待审议", en: "to be reviewed" },
  rows: { zh: "明细", en: "Rows" },
  open: { zh: "查看", en: "show" },
  none: { zh: "本季度没有候选事项。", en: "There is no candidate this quarter." },
  topics: { zh: "居民诉求十大热点（本季度）", en: "Top ten of residents' topics, this quarter" },
  topicsNote: {
    zh: "诉求台账与未能办理需求合计，按次数排列（意见五(四)“最关心、反映最强烈、最迫切需要解决的热点、难点问题”）。",
    en: "Demands and unmet requests together, by number (D1 五(四)).",
  },
  topic: { zh: "方面", en: "Topic" },
  all: { zh: "合计", en: "In all" },
  noTopics: { zh: "本季度没有登记诉求。", en: "No demand was registered this quarter." },
  byHall: { zh: "各厅诉求", en: "By hall" },
} as const satisfies Record<string, Text>;

/** @param call over a quarter */
export async function demandBlocks(call: RegisterCall): Promise<Block[]> {
  const [demands, unmet, candidates] = await Promise.all([
    LedgerSums.read(call, "demands"),
    LedgerSums.read(call, "unmet-requests"),
    candidatesTable(call),
  ]);
  return [candidates, topicsTable(demands, unmet), hallsTable(call, demands, unmet)];
}

async function candidatesTable({ deps, halls, period, rowsOf }: RegisterCall): Promise<TableBlock> {
  const ledger = deps.ledgers.find(({ id }) => id === "unmet-requests");
  const found = ledger
    ? (await forHalls(halls, (hall) => findRowsOf(deps.table, hall, ledger, { period }))).flat()
    : [];
  const asked = found.filter(({ voided }) => !voided);
  const serviceOf = ({ values }: LedgerRecord) => String(values.service ?? "");
  return {
    kind: "table",
    id: "candidates",
    title: TEXTS.candidates,
    columns: [
      { id: "service", label: TEXTS.service, as: "text", width: 2.4 },
      { id: "times", label: TEXTS.times, as: "count", width: 1 },
      { id: "halls", label: TEXTS.halls, as: "count", width: 1 },
      { id: "reviewed", label: TEXTS.reviewed, as: "text", width: 1.6 },
      { id: "rows", label: TEXTS.rows, as: "text", width: 1 },
    ],
    rows: candidatesOf(asked.map((record) => ({ service: serviceOf(record) }))).map(
      ({ topic, count }, at) => {
        const own = asked.filter((record) => serviceOf(record) === topic);
        return {
          kind: "row",
          id: `candidate-${at}`,
          cells: [
            textOf(topic),
            derivedFigure("unmet-requests.asked", "count", count),
            derivedFigure("unmet-requests.halls", "count", new Set(own.map(({ hall }) => hall)).size),
            decisionOn(own),
            {
              kind: "link",
              text: TEXTS.open,
              to: rowsOf({ ledger: "unmet-requests", period: period.id, is: `service:${topic}` }),
            },
          ],
        };
      },
    ),
    note: TEXTS.candidatesNote,
    empty: TEXTS.none,
  };
}

const DECISIONS: Readonly<Record<string, Text>> = {
  candidate: { zh: "列为增设候选", en: "candidate" },
  referred: { zh: "转有关部门", en: "referred" },
  declined: { zh: "暂不增设", en: "not now" },
};

/** What the latest review said; else that it waits. */
function decisionOn(records: readonly LedgerRecord[]): Text {
  const reviews = records.flatMap(({ events }) => events.filter(({ action }) => action === "review"));
  const last = reviews.at(-1)?.data.decision;
  return (typeof last === "string" ? DECISIONS[last] : undefined) ?? TEXTS.waiting;
}

function topicsTable(demands: LedgerSums, unmet: LedgerSums): TableBlock {
  const counts = Object.keys(DEMAND_TOPICS).flatMap((topic) => {
    const count = demands.value("raised", undefined, topic) + unmet.value("asked", undefined, topic);
    return Array.from({ length: count }, () => topic);
  });
  return {
    kind: "table",
    id: "topics",
    title: TEXTS.topics,
    columns: [
      { id: "topic", label: TEXTS.topic, as: "text", width: 2 },
      { id: "all", label: TEXTS.all, as: "count", width: 1, sumOf: ["raised", "asked"] },
      { id: "raised", label: labelOf(demands, "raised"), as: "count", width: 1 },
      { id: "asked", label: labelOf(unmet, "asked"), as: "count", width: 1 },
      { id: "answered", label: labelOf(demands, "answered"), as: "count", width: 1 },
    ],
    rows: topTopics(counts).map(({ topic, count }) => ({
      kind: "row",
      id: topic,
      cells: [
        Object.entries(DEMAND_TOPICS).find(([id]) => id === topic)?.[1] ?? textOf(topic),
        derivedFigure("demands.all", "count", count),
        demands.figure("raised", undefined, topic),
        unmet.figure("asked", undefined, topic),
        demands.figure("answered", undefined, topic),
      ],
    })),
    note: TEXTS.topicsNote,
    empty: TEXTS.noTopics,
  };
}

function hallsTable({ halls }: RegisterCall, demands: LedgerSums, unmet: LedgerSums): TableBlock {
  const figures = [
    [demands, "raised"],
    [demands, "answered"],
    [unmet, "asked"],
    [unmet, "reviewed"],
  ] as const;
  return {
    kind: "table",
    id: "halls",
    title: TEXTS.byHall,
    columns: [
      { id: "hall", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      ...figures.map(([sums, id]) => ({ id, label: labelOf(sums, id), as: "count" as const, width: 1 })),
    ],
    rows: halls.map((hall) => ({
      kind: "row",
      id: hall.id,
      cells: [hallLink(hall), ...figures.map(([sums, figure]) => sums.figure(figure, hall.id))],
    })),
  };
}

function labelOf(sums: LedgerSums, figure: string): Text {
  return sums.ledger.metrics[figure]?.label ?? textOf(figure);
}
