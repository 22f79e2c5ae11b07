// The verbs of periods over several periods at once, with the shape of what each takes: for routes and pages alike.
import * as z from "zod";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { type Completed, completeSeveral, type Several } from "./complete-period.ts";
import { confirmWeek } from "./confirm-week.ts";
import { acceptReport, returnReport, unlockReport } from "./judge-report.ts";
import type { PeriodCall } from "./period-call.ts";
import { signDay } from "./sign-day.ts";
import { submitReport } from "./submit-report.ts";

/** A quarter of days at once is a long absence. */
export const MAX_PERIODS = 62;

const periods = z.array(z.string().max(20)).min(1);
const note = z.string().trim().max(500).exactOptional();
const count = z.number().int().min(0).max(100_000).exactOptional();

export const VERB_BODIES = {
  sign: z.strictObject({ periods, note, pendingRows: count, refusedRows: count }),
  confirm: z.strictObject({
    periods,
    note,
    findings: z
      .array(
        z.strictObject({
          key: z.string().max(120).exactOptional(),
          content: z.string().max(500).exactOptional(),
          owner: z.string().max(60).exactOptional(),
          dueOn: z.string().max(10).exactOptional(),
          dismissed: z.string().max(200).exactOptional(),
        }),
      )
      .max(500)
      .default([]),
  }),
  submit: z.strictObject({
    periods,
    note,
    pendingRows: count,
    refusedRows: count,
    title: z.string().max(100).exactOptional(),
    document: z.string().max(300).exactOptional(),
    amountInFen: z.number().int().min(0).exactOptional(),
  }),
  accept: z.strictObject({ periods }),
  return: z.strictObject({ periods, reason: z.string().max(300).default("") }),
  unlock: z.strictObject({
    periods,
    reason: z.string().max(300).exactOptional(),
    until: z.string().max(40).exactOptional(),
    ledgers: z.array(z.string().max(60)).max(60).exactOptional(),
  }),
};

export type Verb = keyof typeof VERB_BODIES;

export function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(VERB_BODIES, verb);
}

/** By verb, what it does with a body of its shape. The body was parsed by `VERB_BODIES`. */
export const VERBS = {
  sign: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.sign>) => {
    const { periods: wanted, ...signing } = body;
    return several(wanted, (period) => signDay(call, rule, period, signing));
  },
  confirm: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.confirm>) => {
    const { periods: wanted, ...confirmation } = body;
    return several(wanted, (period) => confirmWeek(call, rule, period, confirmation));
  },
  submit: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.submit>) => {
    const { periods: wanted, ...submission } = body;
    return several(wanted, (period) => submitReport(call, rule, period, submission));
  },
  accept: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.accept>) =>
    several(body.periods, (period) => acceptReport(call, rule, period)),
  return: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.return>) =>
    several(body.periods, (period) => returnReport(call, rule, period, body.reason)),
  unlock: (call: PeriodCall, rule: string, body: z.infer<typeof VERB_BODIES.unlock>) => {
    const { periods: wanted, ...unlocking } = body;
    return several(wanted, (period) => unlockReport(call, rule, period, unlocking));
  },
};

/** When nothing at all was taken, the first refusal is the answer. */
async function several(
  wanted: readonly string[],
  complete: (period: string) => Promise<Result<Completed, Problem>>,
): Promise<Several> {
  if (wanted.length > MAX_PERIODS) {
    refuse(periodProblems.too_many_periods({ max: MAX_PERIODS, count: wanted.length }));
  }
  const outcome = await completeSeveral(wanted, complete);
  const [first] = outcome.refused;
  if (outcome.done.length === 0) refuse(first?.problem ?? httpProblems.period_required({}));
  return outcome;
}
