// What a complaint adds to the figures: that it came on its day of receipt, how it ended on the day it was answered.
import type { Text } from "../../kernel/text.ts";
import type { LedgerBoards, Metrics, SumMetric } from "../../ledger/metric.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import type { ComplaintRow } from "./complaint-clock.ts";

function count(datedBy: SumMetric["datedBy"], label: Text, counts: (derived: Derived) => boolean): SumMetric {
  return { label, combine: "sum", unit: "count", datedBy, amount: (_, derived) => (counts(derived) ? 1 : 0) };
}

const marked = (mark: string) => (derived: Derived) => derived.marks.includes(mark);

/** Withdrawn ones have no answer: `endedOn` is null. */
const isAnswered = ({ endedOn }: Derived) => endedOn !== null;

export const complaintMetrics = {
  received: count("business", { zh: "收到投诉", en: "Received" }, () => true),
  major: count("business", { zh: "其中重大", en: "of which major" }, marked("major")),
  majorInWriting: count(
    "business",
    { zh: "重大且书面", en: "Major, in writing" },
    (derived) => derived.marks.includes("major") && derived.marks.includes("inWriting"),
  ),
  anonymous: count("business", { zh: "其中匿名", en: "of which anonymous" }, marked("anonymous")),
  answered: count("closing", { zh: "已答复", en: "Answered" }, isAnswered),
  answeredOnTime: count(
    "closing",
    { zh: "按时答复", en: "Answered in time" },
    ({ onTime }) => onTime === true,
  ),
  answeredLate: count("closing", { zh: "超期答复", en: "Answered late" }, ({ onTime }) => onTime === false),
  upheld: count("closing", { zh: "属实或部分属实", en: "Upheld" }, marked("upheld")),
  withdrawn: count("closing", { zh: "撤回", en: "Withdrawn" }, ({ status }) => status === "withdrawn"),
  satisfied: count("closing", { zh: "对答复满意", en: "Content with the answer" }, marked("satisfied")),
  dissatisfied: count(
    "closing",
    { zh: "对答复不满意", en: "Not content with the answer" },
    marked("dissatisfied"),
  ),
  onTimeRate: {
    label: { zh: "按时答复率", en: "Answered in time" },
    combine: "ratio",
    numerator: "answeredOnTime",
    denominator: ["answeredOnTime", "answeredLate"],
  },
  satisfaction: {
    label: { zh: "答复满意率", en: "Content with the answer" },
    combine: "ratio",
    numerator: "satisfied",
    denominator: ["satisfied", "dissatisfied"],
  },
} as const satisfies Metrics;

export const complaintBoards: LedgerBoards = {
  headline: ["received", "major", "answered", "answeredLate", "onTimeRate", "upheld", "satisfaction"],
  details: [
    {
      id: "manner",
      title: { zh: "投诉方式与回访", en: "How they came, and what was said of the answer" },
      figures: ["majorInWriting", "anonymous", "withdrawn", "satisfied", "dissatisfied"],
    },
  ],
};

/** The same, counted a second time from values and steps: it shares no code with the metrics on purpose. */
export function recountComplaint(row: ComplaintRow, derived: Derived): Contribution[] {
  const { values, events, personalFields } = row;
  const dimension = values.ground ?? null;
  const first: Record<string, number> = { received: 1 };
  const oral = ["appointment", "telephone", "hotline"].includes(values.channel ?? "");
  if (values.major) first.major = 1;
  if (values.major && personalFields.includes("document") && !oral) first.majorInWriting = 1;
  if (!personalFields.some((id) => id === "complainant" || id === "contact")) first.anonymous = 1;
  const parts: Contribution[] = [{ day: derived.businessDay, dimension, amounts: first }];
  const step = (action: string) => events.findLast((event) => event.action === action)?.data;
  const [answer, followUp] = [step("answer"), step("followUp")];
  if (derived.closingDay === null) return parts;
  const last: Record<string, number> = {};
  if (step("withdraw")) last.withdrawn = 1;
  if (answer) {
    last.answered = 1;
    if (derived.dueDate !== null) {
      const late = String(answer.at).slice(0, 10) > derived.dueDate;
      last[late ? "answeredLate" : "answeredOnTime"] = 1;
    }
    if (answer.finding !== "notUpheld") last.upheld = 1;
  }
  if (followUp?.satisfaction === "dissatisfied") last.dissatisfied = 1;
  else if (followUp && followUp.satisfaction !== "unreachable") last.satisfied = 1;
  return [...parts, { day: derived.closingDay, dimension, amounts: last }];
}
