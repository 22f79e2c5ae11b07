// What a case adds to the figures: received and fees on its day of receipt, results on its day of completion.

import type { Text } from "../../kernel/text.ts";
import type { Metrics, SumMetric } from "../../ledger/metric.ts";
import type { Derived } from "../../ledger/record.ts";

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
  closed: closed({ zh: "办结", en: "Closed" }, () => true),
  closedOnTime: closed({ zh: "按时办结", en: "Closed on time" }, ({ onTime }) => onTime === true),
  closedLate: closed({ zh: "超期办结", en: "Closed late" }, ({ onTime }) => onTime === false),
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
