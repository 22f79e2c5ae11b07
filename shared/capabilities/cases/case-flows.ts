// The flows by which matters are handled: which steps each has, from which status to which. D1 三5.
import type { Text } from "../../kernel/text.ts";
import { type CaseStatus, caseTransitions } from "./case-transitions.ts";

export type CaseAction = keyof typeof caseTransitions;

/** D1 三5 “代办事项、初审上报事项、咨询服务事项”, and standing duties, which fit none of the three [P]. */
export const FLOW_NAMES = {
  agencyHandling: { zh: "代办事项", en: "Handled for the resident" },
  preliminaryReview: { zh: "初审上报事项", en: "Reviewed and passed on" },
  consultation: { zh: "咨询服务事项", en: "Consultation" },
  routineTask: { zh: "日常管理任务", en: "Standing duty" },
} as const satisfies Record<string, Text>;
export type CaseFlow = keyof typeof FLOW_NAMES;

export function isCaseFlow(flow: string): flow is CaseFlow {
  return Object.hasOwn(FLOW_NAMES, flow);
}

/** The status that a step leads to; a step that leads nowhere else leaves it as it is. */
export const LEADS_TO: Partial<Record<CaseAction, CaseStatus>> = {
  giveCorrectionNotice: "awaitingCorrection",
  completeMaterials: "processing",
  beginSpecialProcedure: "paused",
  endSpecialProcedure: "processing",
  forward: "upstream",
  recordUpstreamResult: "resultKnown",
  complete: "completed",
  feedBack: "fedBack",
  reopen: "processing",
};

const EVERY: readonly CaseAction[] = [
  "giveCorrectionNotice",
  "completeMaterials",
  "beginSpecialProcedure",
  "endSpecialProcedure",
  "extend",
  "tellExtension",
  "forward",
  "recordUpstreamResult",
  "complete",
  "feedBack",
  "handOver",
  "refer",
  "settleReferral",
  "rate",
  "noteRating",
  "reopen",
];

/** Whoever asks for advice brings no papers and is passed on to no agency; standing duties stay in the hall. */
export const FLOW_STEPS: Readonly<Record<CaseFlow, readonly CaseAction[]>> = {
  agencyHandling: EVERY,
  preliminaryReview: EVERY,
  consultation: [
    ...(["extend", "tellExtension", "complete", "feedBack", "handOver"] as const),
    ...(["refer", "settleReferral", "rate", "noteRating", "reopen"] as const),
  ],
  routineTask: EVERY.filter((action) => action !== "forward" && action !== "recordUpstreamResult"),
};

export function isStepOf(flow: string, action: string): boolean {
  return !isCaseFlow(flow) || FLOW_STEPS[flow].some((step) => step === action);
}

export interface FlowEdge {
  readonly action: CaseAction;
  readonly label: Text;
  readonly from: CaseStatus;
  readonly to: CaseStatus;
}

/** The way that a case goes when nothing comes in between, and what can come in between. */
export interface FlowShape {
  /** From receipt to feedback. */
  readonly main: readonly CaseStatus[];
  /** Statuses that lead back to where they came from. */
  readonly side: readonly CaseStatus[];
  readonly edges: readonly FlowEdge[];
}

/** The diagram's contents, from the same table that the rules follow. @param upstream an outside agency decides */
export function flowShape(flow: CaseFlow, upstream: boolean): FlowShape {
  const steps = FLOW_STEPS[flow].filter(
    (action) => upstream || (action !== "forward" && action !== "recordUpstreamResult"),
  );
  const outside: readonly CaseStatus[] = steps.includes("forward") ? ["upstream", "resultKnown"] : [];
  const main: readonly CaseStatus[] = ["processing", ...outside, "completed", "fedBack"];
  const side: readonly CaseStatus[] = [
    ...(steps.includes("giveCorrectionNotice") ? (["awaitingCorrection"] as const) : []),
    ...(steps.includes("beginSpecialProcedure") ? (["paused"] as const) : []),
  ];
  const shown = new Set<CaseStatus>([...main, ...side]);
  const edges = steps.flatMap((action) => {
    const to = LEADS_TO[action];
    if (!to || action === "reopen") return [];
    const from = FIRST_FROM[action];
    return from && shown.has(from(outside.length > 0)) && shown.has(to)
      ? [{ action, label: caseTransitions[action].label, from: from(outside.length > 0), to }]
      : [];
  });
  return { main, side, edges };
}

/** Of the statuses in which a step may be taken the one from which the diagram draws it. */
const FIRST_FROM: Partial<Record<CaseAction, (upstream: boolean) => CaseStatus>> = {
  giveCorrectionNotice: () => "processing",
  completeMaterials: () => "awaitingCorrection",
  beginSpecialProcedure: () => "processing",
  endSpecialProcedure: () => "paused",
  forward: () => "processing",
  recordUpstreamResult: () => "upstream",
  complete: (upstream) => (upstream ? "resultKnown" : "processing"),
  feedBack: () => "completed",
};
