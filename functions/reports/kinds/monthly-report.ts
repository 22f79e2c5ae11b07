// The consolidated report of a month, quarter or year, of the centre or of one hall. D1 三6 "每月一上报".

import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import { CENTRE_READERS, can } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { BOARD_TEXTS } from "../../boards/board-texts.ts";
import { periodName } from "../../boards/comparison.ts";
import {
  detailTables,
  dimensionTable,
  groupTables,
  hallsTable,
  headlineOf,
} from "../../boards/consolidated-tables.ts";
import { type Consolidation, consolidate } from "../../boards/consolidation.ts";
import { figureCell, figuresTable, unitOf } from "../../boards/figures-table.ts";
import { bandsTable, readBands } from "../../boards/overdue.ts";
import { chartsOf } from "../../boards/trend.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import type { ReportOrder } from "../../storage/report-store.ts";
import { frozenFigures, frozenTotal } from "../../use-cases/frozen-figures.ts";
import { figuresOf } from "../../use-cases/roll-ups.ts";
import { figureLabel, STOCK_FIGURES } from "../../use-cases/rows/stock-figures.ts";
import type { Block, Inline } from "../model/report.ts";
import type { Progress, ReportKind } from "../report-kind.ts";
import { framed, type ReportPlace, reportPlace } from "./report-frame.ts";

const MONTHS: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

export const monthlyReport: ReportKind = {
  id: "monthly",
  title: { zh: "便民服务综合报告", en: "Consolidated report of services" },
  roles: CENTRE_READERS,
  about: "either",
  subject: {
    label: { zh: "报告期", en: "Period" },
    example: "2026-11, 2026-Q4, 2026",
    check: (subject) => MONTHS.has(parsePeriod(subject)?.kind ?? ""),
  },
  async build(deps, order, progress) {
    const period =
      parsePeriod(order.subject) ?? refuse(httpProblems.invalid_period({ period: order.subject }));
    const place = await reportPlace(deps, order);
    const [main, ...others] = reportedLedgers(deps, order);
    if (!main) refuse(httpProblems.not_permitted({}));
    await progress(0.1, { zh: "汇总办件", en: "Consolidating cases" });
    const found = await consolidate(
      deps.table,
      main,
      place.centre,
      period,
      deps.now(),
      order.hall ?? undefined,
    );
    const frozen = frozenTotal(
      await frozenFigures(deps.table, place.centre.id, period, false),
      place.halls.map(({ id }) => id),
    );
    const blocks: Block[] = [
      chapter(1, { zh: "总体情况", en: "Overview" }),
      overview(found, place),
      ...chartsOf(hallsTable(found, place), main, "bars"),
      chapter(2, { zh: "各大厅办理情况", en: "Halls" }),
      hallsTable(found, place),
      { kind: "paragraph", parts: [BOARD_TEXTS.rateNote] },
      ...(frozen ? correctionsOf(found, frozen.sums, place) : []),
      chapter(3, { zh: "岗位与流程", en: "Posts and flows" }),
      ...groupTables(found, place),
      chapter(4, { zh: "办理结果、用时与质量", en: "Results, times, quality" }),
      ...detailTables(found, place),
      { kind: "paragraph", parts: [BOARD_TEXTS.daysNote] },
      chapter(5, { zh: "服务事项", en: "Service items" }),
      ...[dimensionTable(found, place)].flatMap((table) => table ?? []),
      ...(await urgency(deps, main, place)),
      ...(await otherLedgers(deps, others, period, place, progress)),
    ];
    return framed(deps, place, {
      kind: "monthly",
      title: monthlyReport.title,
      subtitle: periodName(period),
      // Closed is what the centre has accepted from every hall, for every month of the period.
      preliminary: frozen === undefined,
      notes: [BOARD_TEXTS.stockNote, BOARD_TEXTS.catalogueNote],
      blocks,
    });
  },
};

/** Ledgers with figures that every reader of the centre may see: a report is read by all of them. */
export function reportedLedgers(deps: Dependencies, order: ReportOrder): Ledger[] {
  const reader = {
    id: "reader",
    name: "",
    email: "",
    grants: [{ role: "department" as const, centre: order.centre }],
  };
  return deps.ledgers.filter(
    ({ metrics, access }) =>
      Object.keys(metrics).length > 0 && can(reader, { id: "", centre: order.centre }, access, "read"),
  );
}

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** @param internal left out of what is published, with all that stands under it */
export function chapter(number: number, { zh, en }: Text, internal?: true): Block {
  const text = { zh: `${NUMERALS[number]}、${zh}`, en: `${number}. ${en}` };
  return { kind: "heading", level: 1, text, ...(internal ? { internal } : {}) };
}

/** One sentence of the first figures, and one of what is open. */
function overview(
  { ledger, period, total, totalStock, halls }: Consolidation,
  { rowsOf }: ReportPlace,
): Block {
  const values = figuresOf(ledger, total);
  const where = { period: period.id };
  const told = headlineOf(ledger).flatMap((figure, at): Inline[] => {
    const label = figureLabel(ledger, figure);
    const gap = at === 0 ? { zh: "", en: "" } : { zh: "，", en: ", " };
    const unit = unitOf(ledger, figure) === "count" ? { zh: "件", en: "" } : { zh: "", en: "" };
    return [
      { zh: `${gap.zh}${label.zh}`, en: `${gap.en}${label.en.toLowerCase()} ` },
      figureCell({ ledger, rowsOf }, figure, values[figure] ?? null, where),
      unit,
    ];
  });
  const open = STOCK_FIGURES.flatMap((figure, at): Inline[] => [
    at === 0
      ? { zh: "。截至目前在办", en: ". Open now: " }
      : { zh: "件，其中超期", en: ", of which overdue: " },
    figureCell({ ledger, rowsOf }, figure, totalStock[figure], {}),
  ]);
  const name = periodName(period);
  const lead =
    halls.length > 1
      ? { zh: `${name.zh}，${halls.length}个大厅共`, en: `${name.en}, ${halls.length} halls: ` }
      : { zh: `${name.zh}，`, en: `${name.en}: ` };
  return { kind: "paragraph", parts: [lead, ...told, ...open, { zh: "件。", en: "." }] };
}

/** What was accepted, what is so now, and by how much corrections since then have changed it. */
function correctionsOf(
  { ledger, period, total }: Consolidation,
  was: Readonly<Record<string, number>>,
  { rowsOf }: ReportPlace,
): Block[] {
  const [before, after] = [figuresOf(ledger, was), figuresOf(ledger, total)];
  const changed = headlineOf(ledger).filter(
    (figure) => unitOf(ledger, figure) !== "rate" && before[figure] !== after[figure],
  );
  if (changed.length === 0)
    return [
      {
        kind: "paragraph",
        parts: [
          {
            zh: "各大厅上报已全部验收，验收后没有更正。",
            en: "All halls' reports are accepted, and nothing was corrected since.",
          },
        ],
      },
    ];
  const column = (id: string, label: Text) => ({ id, label, as: "count" as const, width: 1 });
  return [
    {
      kind: "table",
      id: "corrections",
      title: { zh: "验收后的更正", en: "Corrections since acceptance" },
      columns: [
        { id: "name", label: BOARD_TEXTS.figure, as: "text", width: 2 },
        column("accepted", { zh: "验收数", en: "Accepted" }),
        column("now", { zh: "现数", en: "Now" }),
      ],
      rows: changed.map((figure) => ({
        kind: "row",
        id: figure,
        cells: [
          figureLabel(ledger, figure),
          {
            kind: "figure",
            metric: `${ledger.id}.${figure}.accepted`,
            unit: unitOf(ledger, figure),
            value: before[figure] ?? null,
            rows: null,
          },
          figureCell({ ledger, rowsOf }, figure, after[figure] ?? null, { period: period.id }),
        ],
      })),
    },
  ];
}

async function urgency(
  deps: Dependencies,
  ledger: Ledger,
  { centre, halls, rowsOf }: ReportPlace,
): Promise<Block[]> {
  const rows = await readBands(deps.table, ledger, centre, halls, deps.now());
  return [
    chapter(6, { zh: "在办与超期（截至目前）", en: "Open and overdue now" }, true),
    bandsTable(rows, halls, ledger, rowsOf),
  ];
}

/** Every other ledger with entries in the period: its own figures by hall. */
async function otherLedgers(
  deps: Dependencies,
  ledgers: readonly Ledger[],
  period: Period,
  place: ReportPlace,
  progress: Progress,
): Promise<Block[]> {
  const tables: Block[] = [];
  for (const [at, ledger] of ledgers.entries()) {
    await progress(0.3 + (0.7 * at) / ledgers.length, ledger.title);
    const found = await consolidate(deps.table, ledger, place.centre, period, deps.now(), place.hall?.id);
    if (found.empty) continue;
    const { total, halls } = found;
    const where = { period: period.id };
    tables.push(
      figuresTable({
        id: `ledger-${ledger.id}`,
        title: ledger.title,
        first: BOARD_TEXTS.hall,
        ledger,
        figures: headlineOf(ledger),
        lines: [
          ...halls.map(({ id, name, sums }) => ({
            kind: "row" as const,
            id,
            label: name,
            sums,
            where: { ...where, hall: id },
          })),
          { kind: "total" as const, id: "total", label: BOARD_TEXTS.total, sums: total, where },
        ],
        rowsOf: place.rowsOf,
      }),
    );
  }
  return tables.length === 0 ? [] : [chapter(7, { zh: "其他台账", en: "Other ledgers" }), ...tables];
}
