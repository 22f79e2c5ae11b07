// A centre's rules of leave, outings and absence as they are chosen: a preset, its missing case, two switches, a date.
import * as z from "zod";
import { sameContent } from "../../kernel/canonical-json.ts";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { ApprovalTier } from "../../ledger/approval.ts";
import { D2_LEAVE_TIERS, D3_LEAVE_TIERS } from "../../ledger/leave-policy.ts";
import { Centre, policyOn } from "./centre.ts";

export const LEAVE_PRESETS = {
  D2: { zh: "按村便民大厅制度(D2 一(二))", en: "as the village halls (D2 一(二))" },
  D3: { zh: "按核算中心大厅制度(D3 一2)", en: "as the accounting centre (D3 一2)" },
} as const;

export const LeaveRules = z.object({
  from: z.string(),
  preset: z.enum(["D2", "D3"]),
  /** Who approves more than two days under D2, whose third case is missing; empty leaves it without a rule. */
  longLeave: z.enum(["", "supervisingLeader", "director"]),
  outingNeedsApproval: z.boolean(),
  absenteeism: z.boolean(),
});
export type LeaveRules = z.infer<typeof LeaveRules>;

const problems = defineProblems({
  rules_from_past: {
    status: 422,
    zh: "生效日期要是今天或以后的日期(已经办过的请假不改规则);请核对“生效日期”。",
    en: "Rules come into force today or later: what was decided stays decided. Please check the date.",
  },
});

/** D2 announces three cases and states two: the third is whoever the centre names, suggested 主要领导. [P] */
export function tiersOf({ preset, longLeave }: Pick<LeaveRules, "preset" | "longLeave">): ApprovalTier[] {
  if (preset === "D3") return [...D3_LEAVE_TIERS];
  return D2_LEAVE_TIERS.map((tier) =>
    tier.approvers.length > 0 || longLeave === "" ? tier : { ...tier, approvers: [longLeave] },
  );
}

/** The choice that gives some tiers; nothing where they were not chosen here. */
export function choiceOf(
  tiers: readonly ApprovalTier[],
): Pick<LeaveRules, "preset" | "longLeave"> | undefined {
  const choices = [
    { preset: "D3", longLeave: "" },
    { preset: "D2", longLeave: "director" },
    { preset: "D2", longLeave: "supervisingLeader" },
    { preset: "D2", longLeave: "" },
  ] as const;
  return choices.find((choice) => sameContent(tiersOf(choice), tiers));
}

/** The centre with the rules in force from a day on; those of the days before stay as they were. */
export function withLeaveRules(centre: Centre, rules: LeaveRules, today: PlainDate): Result<Centre, Problem> {
  const { from, outingNeedsApproval, absenteeism } = rules;
  if (!isPlainDate(from) || from < today) return err(problems.rules_from_past({ field: "from" }));
  const chosen = { leaveTiers: tiersOf(rules), outingNeedsApproval, absenteeism };
  // What was decided for later days keeps its own other choices, and takes these.
  const later = centre.policies
    .filter((one) => one.from > from)
    .map((one) => ({ ...one, policy: { ...one.policy, ...chosen } }));
  const earlier = centre.policies.filter((one) => one.from < from);
  const own = { from, policy: { ...policyOn(centre, from), ...chosen } };
  return ok(Centre.parse({ ...centre, policies: [...earlier, own, ...later] }));
}
