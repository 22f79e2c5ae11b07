// Examples of the rules about whose hands a case goes through, and how its end was found.
import type { caseProblems } from "../../../shared/capabilities/cases/case-problems.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { Step } from "./case-trial.ts";

export interface Example {
  readonly field: string;
  readonly refused: readonly [values: Values, ...steps: Step[]];
  readonly accepted: readonly [values: Values, ...steps: Step[]];
}

const done = { completedAt: "2026-03-04 10:00", outcome: "done" };
const rating = (grade: string): Step => ["rate", { at: "2026-03-04 11:00", grade, channel: "counter" }];

export const HAND_EXAMPLES = {
  handed_to_holder: {
    field: "to",
    refused: [{}, ["handOver", { at: "2026-03-03 10:00", to: "李四", reason: "轮岗" }]],
    accepted: [{}, ["handOver", { at: "2026-03-03 10:00", to: "王五", reason: "轮岗" }]],
  },
  refers_to_nobody: {
    field: "department",
    refused: [{}, ["refer", { at: "2026-03-03 10:00", reason: "不属本岗" }]],
    accepted: [{}, ["refer", { at: "2026-03-03 10:00", reason: "不属本岗", department: "财务室" }]],
  },
  rated_already: {
    field: "grade",
    refused: [{}, ["complete", done], rating("satisfied"), rating("verySatisfied")],
    accepted: [{}, ["complete", done], rating("satisfied")],
  },
  reopened_before_closed: {
    field: "at",
    refused: [{}, ["complete", done], ["reopen", { at: "2026-03-04 09:59", reason: "复议" }]],
    accepted: [{}, ["complete", done], ["reopen", { at: "2026-03-04 10:00", reason: "复议" }]],
  },
} as const satisfies Partial<Record<keyof typeof caseProblems, Example>>;
