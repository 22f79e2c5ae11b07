// A report with everything in it that a report may have, with figures that no rendering may change.
import type { Figure, Report, Unit } from "../../../functions/reports/model/report.ts";
import { same } from "../../../functions/reports/model/report.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";

export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://evil")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "＝1+1",
  " =1",
  '<b>x</b> & "q"',
  "a\u0001b",
];

export function figure(
  unit: Unit,
  value: number | null,
  rows: string | null = null,
  metric = "cases.received",
): Figure {
  return { kind: "figure", metric, unit, value, rows };
}

const HALLS = ["朝晖社区便民服务大厅", "文三社区便民服务大厅", "西溪街道第一社区便民服务大厅"];
const COUNTS = [
  [120, 100, 5, 1_234_567],
  [33, 30, 0, 0],
  [1_054, 1_000, 50, 5],
] as const;

export function sampleReport(): Report {
  const rows = (what: string, hall?: string) =>
    `centre/rows?ledger=cases&period=2026-11&figure=${what}${hall ? `&hall=${hall}` : ""}`;
  const line = (values: readonly number[], hall?: string) => {
    const [received = 0, onTime = 0, late = 0, fees = 0] = values;
    return [
      figure("count", received, rows("received", hall)),
      figure("count", onTime, rows("closedOnTime", hall)),
      { ...figure("count", late, rows("closedLate", hall)), attention: late > 0 },
      figure("rate", onTime + late === 0 ? null : onTime / (onTime + late), rows("onTimeRate", hall)),
      figure("fen", fees, rows("feesInFen", hall)),
    ];
  };
  const total = COUNTS.reduce<number[]>((sum, one) => one.map((value, at) => value + (sum[at] ?? 0)), []);
  const cover = {
    motto: {
      zh: "准确及时、坚持标准、快速高效、热心为民",
      en: "Accurate, by the standard, fast, warm-hearted",
    },
    organisation: { zh: "演示社区管理中心", en: "Demonstration centre" },
    title: { zh: "便民服务月度综合报告", en: "Monthly consolidated report" },
    subtitle: { zh: "2026年11月", en: "November 2026" },
  };
  return {
    format: 1,
    kind: "sample",
    title: cover.title,
    cover,
    preliminary: true,
    asOf: dateTime("2026-11-20T15:00:00+08:00"),
    notes: [{ zh: "个人信息已遮盖。", en: "Personal details are masked." }],
    blocks: [
      { kind: "heading", level: 1, text: { zh: "一、总体情况", en: "1. Overview" } },
      {
        kind: "paragraph",
        parts: [
          { zh: "本月共受理", en: "Received: " },
          figure("count", total[0] ?? 0, rows("received")),
          { zh: "件，收费", en: " cases; fees " },
          figure("fen", total[3] ?? 0, rows("feesInFen")),
          { zh: "元。", en: " yuan." },
        ],
      },
      { kind: "notice", text: { zh: "一个大厅尚未上报。", en: "One hall has not reported." } },
      {
        kind: "fields",
        items: [
          { label: { zh: "在办", en: "Open" }, value: figure("count", 77, rows("open")) },
          { label: { zh: "填报人", en: "By" }, value: same("演示 张三") },
        ],
      },
      {
        kind: "table",
        id: "halls",
        title: { zh: "各大厅办理情况", en: "Halls" },
        columns: [
          { id: "hall", label: { zh: "大厅", en: "Hall" }, as: "text", width: 2.4 },
          { id: "received", label: { zh: "受理", en: "Received" }, as: "count", width: 1, adds: true },
          { id: "onTime", label: { zh: "按时办结", en: "On time" }, as: "count", width: 1, adds: true },
          { id: "late", label: { zh: "超期办结", en: "Late" }, as: "count", width: 1, adds: true },
          {
            id: "rate",
            label: { zh: "按时办结率", en: "On-time rate" },
            as: "rate",
            width: 1,
            ratio: { numerator: "onTime", denominator: ["onTime", "late"] },
          },
          { id: "fees", label: { zh: "收费(元)", en: "Fees (yuan)" }, as: "fen", width: 1.3, adds: true },
        ],
        rows: [
          { kind: "group", id: "g-1", cells: [{ zh: "城区", en: "Town" }] },
          ...HALLS.map((name, at) => ({
            kind: "row" as const,
            id: `hall-${at}`,
            cells: [
              { kind: "link" as const, text: same(name), to: `halls/h${at}` },
              ...line(COUNTS[at] ?? [], `h${at}`),
            ],
          })),
          { kind: "total", id: "total", cells: [{ zh: "合计", en: "Total" }, ...line(total)] },
        ],
        note: { zh: "按现到期日计算。", en: "By the current due date." },
      },
      {
        kind: "chart",
        id: "halls-chart",
        title: { zh: "各大厅受理与按时办结", en: "Received and closed on time" },
        form: "bars",
        table: "halls",
        columns: ["received", "onTime"],
      },
      { kind: "heading", level: 2, text: { zh: "（一）清单", en: "List" } },
      {
        kind: "table",
        id: "texts",
        title: { zh: "带有特殊字符的清单/[表]", en: "Texts" },
        columns: [
          { id: "text", label: { zh: "内容", en: "Text" }, as: "text", width: 3 },
          { id: "at", label: { zh: "时间", en: "At" }, as: "dateTime", width: 1.5 },
        ],
        rows: HOSTILE_TEXTS.map((one, at) => ({
          kind: "row",
          id: `t-${at}`,
          cells: [same(one), { kind: "date", date: "2026-11-02T09:05:00+08:00" }],
        })),
      },
      {
        kind: "checklist",
        items: [
          { text: { zh: "门口显眼位置挂牌", en: "Sign at the door" }, state: "yes" },
          { text: { zh: "六项制度上墙", en: "Six systems posted" }, state: "no", note: "缺投诉制度" },
          { text: { zh: "雨伞", en: "Umbrellas" }, state: "open" },
        ],
      },
      {
        kind: "signatures",
        lines: [
          { label: { zh: "审核人", en: "Checked by" }, name: "演示 李四", date: "2026-12-01" },
          { label: { zh: "负责人", en: "Signed by" } },
        ],
      },
    ],
  };
}
