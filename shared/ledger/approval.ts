// Approval by tiers: who has to agree, one after another, depending on how much is asked for.
import type { Role } from "../kernel/permissions.ts";

/** Tiers are ordered by size; sizes are half days, so that half a day is a whole number. */
export interface ApprovalTier {
  /** Up to and including so many half days; null for any size. */
  readonly maxHalfDays: number | null;
  /** In the order in which they agree; empty where the documents leave the rule out. */
  readonly approvers: readonly Role[];
}

/** An approval that was given: by whom, and the role that it was given in. */
export interface GivenApproval {
  readonly by: string;
  readonly role: Role;
}

/** The first tier that is large enough; nothing where there is none, or it names nobody ("no rule"). */
export function tierFor(tiers: readonly ApprovalTier[], halfDays: number): ApprovalTier | undefined {
  const tier = tiers.find((one) => isLargeEnough(one, halfDays));
  return tier && tier.approvers.length > 0 ? tier : undefined;
}

function isLargeEnough({ maxHalfDays }: ApprovalTier, halfDays: number): boolean {
  return maxHalfDays === null || halfDays <= maxHalfDays;
}

/** Who stands above whom; roles outside the line of command approve nothing by rank. */
const LINE_OF_COMMAND: readonly Role[] = ["clerk", "windowHead", "hallHead", "supervisingLeader", "director"];

function rankOf(roles: readonly Role[]): number {
  return Math.max(-1, ...roles.map((role) => LINE_OF_COMMAND.indexOf(role)));
}

/**
 * Who has to agree to what an applicant with some roles asks for, in order. Nobody approves their own: approvers that
 * do not stand above the applicant are passed over, and when a tier has none left, the next one is asked. Null where
 * the tier names nobody, or nobody stands above the applicant: there is no rule.
 */
export function approversFor(
  tiers: readonly ApprovalTier[],
  halfDays: number,
  applicant: readonly Role[],
): readonly Role[] | null {
  const own = rankOf(applicant);
  const isAbove = (role: Role) => !LINE_OF_COMMAND.includes(role) || rankOf([role]) > own;
  for (const tier of tiers) {
    if (!isLargeEnough(tier, halfDays)) continue;
    if (tier.approvers.length === 0) return null;
    const approvers = tier.approvers.filter(isAbove);
    if (approvers.length > 0) return approvers;
  }
  return null;
}

/** Whose approval is wanted next; null when all have agreed. */
export function nextApprover(tier: ApprovalTier, given: readonly GivenApproval[]): Role | null {
  return tier.approvers.find((role) => !given.some((approval) => approval.role === role)) ?? null;
}
