// The weekly supervision report: which halls were supervised, what was found, what is still to be put right. D1 三6 "每周一督查".
import { findings } from "../../../shared/capabilities/findings/findings-ledger.ts";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { CENTRE_READERS } from "../../../shared/kernel/permissions.ts";
import { monthOf } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { BOARD_TEXTS } from "../../boards/board-texts.ts";
import { headlineOf } from "../../boards/consolidated-tables.ts";
import { consolidate } from "../../boards/consolidation.ts";
import { figureCell, figuresTable } from "../../boards/figures-table.ts";
import { readBands, urgentTable } from "../../boards/overdue.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger } from "../../http/require-principal.ts";
import { readMatrix } from "../../use-cases/obligations/centre-obligations.ts";
import type { OwedPeriod } from "../../use-cases/obligations/hall-obligations.ts";
import type { Block, Figure } from "../model/report.ts";
import type { ReportKind } from "../report-kind.ts";
import { chapter, reportedLedgers } from "./monthly-report.ts";
import { framed, type ReportPlace, reportPlace } from "./report-frame.ts";

const URGENT_LISTED = 60;

export const weeklyReport: ReportKind = {
  id: "weekly",
  title: { zh: "督查周报", en: "Weekly supervision report" },
  roles: CENTRE_READERS,
  about: "either",
  subject: {
    label: { zh: "周", en: "Week" },
    example: "2026-W47",
    check: (subject) => parsePeriod(subject)?.kind === "week",
  },
  async build(deps, order, progress) {
    const week = parsePeriod(order.subject) ?? refuse(httpProblems.invalid_period({ period: order.subject }));
    const place = await reportPlace(deps, order);
    await progress(0.2, { zh: "核对督查", en: "Looking at what was supervised" });
    const states = await supervisions(deps, place, week);
    const [main] = reportedLedgers(deps, order);
    if (!main) refuse(httpProblems.not_permitted({}));
    await progress(0.5, { zh: "汇总问题", en: "Consolidating findings" });
    const found = getLedger(deps, findings.id);
    const open = await readBands(deps.table, found, place.centre, place.halls, deps.now());
    const late = await readBands(deps.table, main, place.centre, place.halls, deps.now());
    const met = states.filter(({ status }) => status === "met" || status === "metLate").length;
    const owed = states.filter(({ status }) => status !== null).length;
    const told = (metric: string, value: number): Figure => ({
      kind: "figure",
      metric,
      unit: "count",
      value,
      rows: null,
    });
    const openCell = figureCell({ ledger: found, rowsOf: place.rowsOf }, "open", open.length, {});
    return framed(deps, place, {
      kind: "weekly",
      title: weeklyReport.title,
      subtitle: {
        zh: `${week.id}（${week.first} 至 ${week.last}）`,
        en: `${week.id} (${week.first} to ${week.last})`,
      },
      preliminary: met < owed || deps.now() < Date.parse(`${week.last}T23:59:59+08:00`),
      notes: [],
      blocks: [
        chapter(1, { zh: "督查情况", en: "Supervision" }),
        {
          kind: "paragraph",
          parts: [
            { zh: "本周应督查大厅", en: "Halls to be supervised: " },
            told("weekly.owed", owed),
            { zh: "个，已完成", en: ", done: " },
            told("weekly.met", met),
            { zh: "个；现有未销号问题", en: "; findings still open: " },
            openCell,
            { zh: "项。", en: "." },
          ],
        },
        statesTable(states),
        chapter(2, { zh: "问题与整改", en: "Findings and rectification" }),
        await weekTable(deps, place, week, findings.id, "week-findings"),
        urgentTable(open, found, place.centre, URGENT_LISTED),
        chapter(3, { zh: "本周办件", en: "Cases of the week" }),
        await weekTable(deps, place, week, main.id, "week-cases"),
        { ...urgentTable(late, main, place.centre, URGENT_LISTED), id: "late-cases" },
      ],
    });
  },
};

interface HallState {
  readonly hall: string;
  readonly name: Text;
  /** Null for a hall that owes nothing in this week. */
  readonly status: OwedPeriod["status"] | null;
  readonly at: string | null;
}

const STATES: Readonly<Record<OwedPeriod["status"], Text>> = {
  pending: { zh: "未到期", en: "not due yet" },
  dueSoon: { zh: "即将到期", en: "due soon" },
  overdue: { zh: "逾期未完成", en: "overdue" },
  met: { zh: "按时完成", en: "done in time" },
  metLate: { zh: "迟延完成", en: "done late" },
  missed: { zh: "未完成", en: "missed" },
  excused: { zh: "免报", en: "excused" },
};
const NOT_OWED: Text = { zh: "本周不督查", en: "not owed" };

/** What owes a week is the weekly supervision. */
async function supervisions(
  deps: Dependencies,
  { centre, halls }: ReportPlace,
  week: Period,
): Promise<HallState[]> {
  const matrix = await readMatrix(deps.table, centre, halls, week, deps.now());
  return halls.map(({ id, name }): HallState => {
    const own = matrix.find(({ hall }) => hall.id === id)?.owed ?? [];
    const one = own.find(({ obligation }) => obligation.period.id === week.id);
    return { hall: id, name, status: one?.status ?? null, at: one?.state?.completion?.first ?? null };
  });
}

function statesTable(states: readonly HallState[]): Block {
  return {
    kind: "table",
    id: "supervision",
    title: { zh: "各大厅督查完成情况", en: "Supervision by hall" },
    columns: [
      { id: "name", label: BOARD_TEXTS.hall, as: "text", width: 2.2 },
      { id: "status", label: BOARD_TEXTS.status, as: "text", width: 1.2 },
      { id: "at", label: { zh: "完成时间", en: "Done at" }, as: "dateTime", width: 1.4 },
    ],
    rows: states.map(({ hall, name, status, at }) => ({
      kind: "row",
      id: hall,
      cells: [
        name,
        status === null ? NOT_OWED : STATES[status],
        at === null ? null : { kind: "date", date: at },
      ],
    })),
  };
}

/** A ledger's figures of the week, by hall. */
async function weekTable(
  deps: Dependencies,
  place: ReportPlace,
  week: Period,
  id: string,
  table: string,
): Promise<Block> {
  const ledger = getLedger(deps, id);
  const found = await consolidate(deps.table, ledger, place.centre, week, deps.now(), place.hall?.id);
  const where = { period: week.id };
  return figuresTable({
    id: table,
    title: { zh: `${ledger.title.zh}：本周（${monthOf(week.last)}）`, en: `${ledger.title.en}: this week` },
    first: BOARD_TEXTS.hall,
    ledger,
    figures: headlineOf(ledger),
    lines: [
      ...found.halls.map(({ id: hall, name, sums, stock }) => ({
        kind: "row" as const,
        id: hall,
        label: name,
        sums,
        stocks: stock,
        where: { ...where, hall },
      })),
      {
        kind: "total" as const,
        id: "total",
        label: BOARD_TEXTS.total,
        sums: found.total,
        stocks: found.totalStock,
        where,
      },
    ],
    withStocks: true,
    rowsOf: place.rowsOf,
  });
}
