// A centre: its dated policy, its own matters and calendar years beside those that are shipped.
import * as z from "zod";
import { ROLES } from "../../kernel/permissions.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { ApprovalTier } from "../../ledger/approval.ts";
import { type CentrePolicy, DEFAULT_POLICY } from "../../ledger/facts.ts";
import { ProgrammePhase } from "./programme-phases.ts";

export { calendarOf } from "./centre-calendar.ts";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const CalendarYear = z.object({
  year: z.number().int(),
  source: text,
  version: z.number().int().min(1),
  off: z.array(z.tuple([date, date])),
  makeUp: z.array(date),
  /** When it came into force here, and who loaded it; absent where it was there from the beginning. */
  appliedAt: z.iso.datetime({ offset: true }).optional(),
  appliedBy: z.string().optional(),
});
export type CentreCalendarYear = z.infer<typeof CalendarYear>;

const Tiers = z.array(
  z.object({ maxHalfDays: z.number().int().min(1).nullable(), approvers: z.array(z.enum(ROLES)) }),
);

/** What an older policy leaves out is as the project's defaults have it. */
const days = z.number().int().min(1).max(60);

const Policy = z.object({
  receiveNextDay: z.boolean(),
  correctionNoticeWithin: z.number().int().min(1),
  lateEntryAfter: z.number().int().min(0),
  leaveTiers: Tiers.default([...DEFAULT_POLICY.leaveTiers.map(copyTier)]),
  statutoryLeaveTiers: Tiers.default([...DEFAULT_POLICY.statutoryLeaveTiers.map(copyTier)]),
  leaveMadeUpWithin: z.number().int().min(0).default(DEFAULT_POLICY.leaveMadeUpWithin),
  outingNeedsApproval: z.boolean().default(DEFAULT_POLICY.outingNeedsApproval),
  outingTiers: Tiers.default([...DEFAULT_POLICY.outingTiers.map(copyTier)]),
  attendanceGraceMinutes: z.number().int().min(0).max(60).default(DEFAULT_POLICY.attendanceGraceMinutes),
  explainedWithin: z.number().int().min(0).default(DEFAULT_POLICY.explainedWithin),
  absenteeism: z.boolean().default(DEFAULT_POLICY.absenteeism),
  // Policies that were stored before these were thought of go on with the project's defaults.
  complaints: z
    .object({ acknowledgeWithin: days, answerWithin: days, answerMajorWithin: days })
    .default(DEFAULT_POLICY.complaints),
  notices: z
    .object({
      archivedWithin: days,
      referralTakenWithin: days,
      enquiryToldWithin: days,
      compensationDecidedWithin: days,
      compensationPaidWithin: days,
    })
    .default(DEFAULT_POLICY.notices),
  badRatingRectifiedWithin: days.default(DEFAULT_POLICY.badRatingRectifiedWithin),
  plansReviewedWithin: days.default(DEFAULT_POLICY.plansReviewedWithin),
});

function copyTier({ maxHalfDays, approvers }: ApprovalTier) {
  return { maxHalfDays, approvers: [...approvers] };
}

export const Centre = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: text,
  /** In force from a date; before the first, the project's defaults. */
  policies: z.array(z.object({ from: date, policy: Policy })),
  /** Calendar years that replace or follow the shipped ones. */
  calendarYears: z.array(CalendarYear),
  /** Versions that gave way to later ones: rows closed by them are still explained by them. */
  formerCalendarYears: z.array(CalendarYear).optional(),
  /** Matters that replace, by id, or add to the shipped catalogue; parsed where the catalogue is. */
  matters: z.array(z.unknown()),
  /** Rules of who owes what by when that replace, by id and date, or add to the shipped ones; parsed where those are. */
  obligationRules: z.array(z.unknown()).optional(),
  /** D1 四: programmes with explicit dates; the community hands in two papers by one of them. */
  programmes: z
    .array(
      z.object({
        id: z.string(),
        name: text,
        year: z.number().int(),
        submissionsDueOn: date,
        /** In their order, each with its explicit days. */
        phases: z.array(ProgrammePhase).optional(),
      }),
    )
    .optional(),
  /** On the covers of reports; without one, those of the documents. */
  motto: text.optional(),
  demonstration: z.boolean(),
});
export type Centre = z.infer<typeof Centre>;

export function policyOn(centre: Centre, day: PlainDate): CentrePolicy {
  const sorted = [...centre.policies].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.findLast(({ from }) => from <= day)?.policy ?? DEFAULT_POLICY;
}
