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
  const tier = tiers.find(({ maxHalfDays }) => maxHalfDays === null || halfDays <= maxHalfDays);
  return tier && tier.approvers.length > 0 ? tier : undefined;
}

/** Whose approval is wanted next; null when all have agreed. */
export function nextApprover(tier: ApprovalTier, given: readonly GivenApproval[]): Role | null {
  return tier.approvers.find((role) => !given.some((approval) => approval.role === role)) ?? null;
}
