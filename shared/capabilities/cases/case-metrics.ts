// What a case adds to the figures: received and fees on its day of receipt, results on its day of completion.

import type { Text } from "../../kernel/text.ts";
import type { LedgerBoards, Metrics, SumMetric } from "../../ledger/metric.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import { OUTCOMES } from "./case-fields.ts";
import { type Hands, handsOf } from "./case-hands.ts";

function received(label: Text, counts: (derived: Derived) => boolean): SumMetric {
  return {
    label,
    combine: "sum",
    unit: "count",
    datedBy: "business",
    amount: (_, derived) => (counts(derived) ? 1 : 0),
  };
}

function closed(label: Text, counts: (derived: Derived) => boolean): SumMetric {
  return {
    label,
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: (_, derived) => (counts(derived) ? 1 : 0),
  };
}

/** D1 三6 "办理结果": closed cases by how they ended. */
function endedAs(outcome: keyof typeof OUTCOMES): SumMetric {
  const { zh, en } = OUTCOMES[outcome];
  return {
    label: { zh: `结果:${zh}`, en: `Outcome: ${en}` },
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: ({ values }) => (values.outcome === outcome ? 1 : 0),
  };
}

/** Calendar days that closed cases lay in somebody's hands: the hall's own time stands apart from others'. */
function daysWith(hand: keyof Hands, label: Text): SumMetric {
  return {
    label,
    combine: "sum",
    unit: "days",
    datedBy: "closing",
    amount: (row, { closingDay }) => (closingDay === null ? 0 : handsOf(row, closingDay)[hand]),
  };
}

function stepsIn(events: readonly RowEvent[], wanted: string): number {
  return events.filter(({ action }) => action === wanted).length;
}

const wentUpstream: SumMetric = {
  label: { zh: "其中经上级部门", en: "of which with an outside agency" },
  combine: "sum",
  unit: "count",
  datedBy: "closing",
  amount: ({ events }) => (events.some(({ action }) => action === "forward") ? 1 : 0),
};

export const caseMetrics = {
  received: received({ zh: "受理", en: "Received" }, () => true),
  consultations: received({ zh: "其中咨询", en: "of which consultations" }, ({ marks }) =>
    marks.includes("consultation"),
  ),
  correctionNotices: received({ zh: "一次性告知补正", en: "With correction notice" }, ({ marks }) =>
    marks.includes("correctionNotice"),
  ),
  breaches: received({ zh: "违反一次性告知", en: "Breaches of one-time notice" }, ({ marks }) =>
    marks.includes("breach"),
  ),
  // D5 二(一) “一口讲清”: everything that was missing was named the first time.
  toldAtOnce: received(
    { zh: "一口讲清", en: "Told everything at once" },
    ({ marks }) => marks.includes("correctionNotice") && !marks.includes("breach"),
  ),
  lateEntries: received({ zh: "补录(迟录)", en: "Entered late" }, ({ marks }) => marks.includes("lateEntry")),
  reopened: received({ zh: "其中重新办理", en: "of which reopened" }, ({ marks }) =>
    marks.includes("reopened"),
  ),
  feesInFen: {
    label: { zh: "收费(元)", en: "Fees (yuan)" },
    combine: "sum",
    unit: "fen",
    datedBy: "business",
    amount: ({ values }) => (typeof values.feeInFen === "number" ? values.feeInFen : 0),
  },
  closed: {
    ...closed({ zh: "办结", en: "Closed" }, () => true),
    sumOf: [
      ["closedOnTime", "closedLate", "closedNotAssessable"],
      ["closedOnTimeOriginal", "closedLateOriginal", "closedNotAssessable"],
      ["closedDone", "closedAnswered", "closedNotAccepted", "closedRefused", "closedWithdrawn"],
    ],
  },
  closedOnTime: closed({ zh: "按时办结", en: "Closed on time" }, ({ onTime }) => onTime === true),
  closedLate: {
    ...closed({ zh: "超期办结", en: "Closed late" }, ({ onTime }) => onTime === false),
    alarming: true,
  },
  closedOnTimeOriginal: closed(
    { zh: "按原到期日按时办结", en: "Closed on time by the original due date" },
    ({ onTimeOriginal }) => onTimeOriginal === true,
  ),
  closedLateOriginal: closed(
    { zh: "按原到期日超期办结", en: "Closed late by the original due date" },
    ({ onTimeOriginal }) => onTimeOriginal === false,
  ),
  closedNotAssessable: closed({ zh: "不计时限", en: "Not assessable" }, ({ onTime }) => onTime === null),
  fedBack: closed({ zh: "已反馈", en: "Fed back" }, ({ status }) => status === "fedBack"),
  closedDone: endedAs("done"),
  closedAnswered: endedAs("answered"),
  closedNotAccepted: endedAs("notAccepted"),
  closedRefused: endedAs("refused"),
  closedWithdrawn: endedAs("withdrawn"),
  closedCorrected: {
    label: { zh: "其中经补正", en: "of which corrected" },
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: ({ events }) => (stepsIn(events, "giveCorrectionNotice") > 0 ? 1 : 0),
  },
  // D5 二(一) “一次补正”: one list, and with it the materials were complete.
  correctedOnce: {
    label: { zh: "一次补正", en: "Corrected at once" },
    combine: "sum",
    unit: "count",
    datedBy: "closing",
    amount: ({ events }) =>
      stepsIn(events, "giveCorrectionNotice") === 1 && stepsIn(events, "completeMaterials") === 1 ? 1 : 0,
  },
  withoutConsent: {
    ...closed({ zh: "代办未记同意", en: "Acted for without consent on record" }, ({ marks }) =>
      marks.includes("withoutConsent"),
    ),
    alarming: true,
  },
  closedUpstream: wentUpstream,
  ownDays: daysWith("own", { zh: "本厅用时(天)", en: "Days in the hall" }),
  residentDays: daysWith("resident", { zh: "群众补件用时(天)", en: "Days with the resident" }),
  upstreamDays: daysWith("upstream", { zh: "上级部门用时(天)", en: "Days with the outside agency" }),
  ownDaysAverage: {
    label: { zh: "本厅平均用时(天)", en: "Days in the hall, average" },
    combine: "ratio",
    inDays: true,
    numerator: "ownDays",
    denominator: ["closed"],
  },
  upstreamDaysAverage: {
    label: { zh: "上级部门平均用时(天)", en: "Days with the outside agency, average" },
    combine: "ratio",
    inDays: true,
    numerator: "upstreamDays",
    denominator: ["closedUpstream"],
  },
  toldAtOnceRate: {
    label: { zh: "一口讲清率", en: "Told everything at once, rate" },
    combine: "ratio",
    numerator: "toldAtOnce",
    denominator: ["correctionNotices"],
  },
  correctedOnceRate: {
    label: { zh: "一次补正率", en: "Corrected at once, rate" },
    combine: "ratio",
    numerator: "correctedOnce",
    denominator: ["closedCorrected"],
  },
  onTimeRate: {
    label: { zh: "按时办结率", en: "On-time rate" },
    combine: "ratio",
    numerator: "closedOnTime",
    denominator: ["closedOnTime", "closedLate"],
  },
  onTimeRateOriginal: {
    label: { zh: "按原到期日的按时率", en: "On-time rate by the original due date" },
    combine: "ratio",
    numerator: "closedOnTimeOriginal",
    denominator: ["closedOnTimeOriginal", "closedLateOriginal"],
  },
} as const satisfies Metrics;

/** What boards show of cases: results and times stand in tables of their own. */
export const caseBoards: LedgerBoards = {
  headline: [
    "received",
    "closed",
    "closedOnTime",
    "closedLate",
    "closedNotAssessable",
    "onTimeRate",
    "closedOnTimeOriginal",
    "closedLateOriginal",
    "onTimeRateOriginal",
    "feesInFen",
  ],
  details: [
    {
      id: "results",
      title: { zh: "办理结果", en: "Results" },
      figures: [
        "closed",
        "closedDone",
        "closedAnswered",
        "closedNotAccepted",
        "closedRefused",
        "closedWithdrawn",
        "fedBack",
      ],
    },
    {
      id: "hands",
      title: { zh: "用时：本厅与上级部门、群众分列", en: "Time taken: the hall's own, apart from others'" },
      figures: [
        "closed",
        "ownDays",
        "ownDaysAverage",
        "residentDays",
        "closedUpstream",
        "upstreamDays",
        "upstreamDaysAverage",
      ],
    },
    {
      id: "quality",
      title: { zh: "办理质量", en: "Quality" },
      figures: ["received", "consultations", "lateEntries", "reopened", "withoutConsent"],
    },
    {
      // D5 二(一) “一口讲清、一次补正、限时办结”.
      id: "three-indicators",
      title: {
        zh: "一口讲清、一次补正、限时办结",
        en: "Told at once, corrected at once, closed in time",
      },
      figures: [
        "correctionNotices",
        "breaches",
        "toldAtOnce",
        "toldAtOnceRate",
        "closedCorrected",
        "correctedOnce",
        "correctedOnceRate",
        "closedOnTime",
        "closedLate",
        "onTimeRate",
      ],
    },
  ],
};
