// Who approves leave and outings, as the documents say: presets of which a centre chooses one, from a date.
import type { ApprovalTier } from "./approval.ts";

/**
 * D2 一(二): "请假1天以内(含半天)的,须经窗口负责人同意", "请假1天以上2天以内(含2天)的,由窗口负责人同意,分管领导批准". Three
 * cases are announced and two stated: the last tier is empty, and stops the request, until a centre configures it.
 */
export const D2_LEAVE_TIERS: readonly ApprovalTier[] = [
  { maxHalfDays: 2, approvers: ["windowHead"] },
  { maxHalfDays: 4, approvers: ["windowHead", "supervisingLeader"] },
  { maxHalfDays: null, approvers: [] },
];

/** D3 一2: "请假半天的由大厅负责人审批;请假一天的由分管领导审批,请假一天以上的,由核算中心主任审批". */
export const D3_LEAVE_TIERS: readonly ApprovalTier[] = [
  { maxHalfDays: 1, approvers: ["hallHead"] },
  { maxHalfDays: 2, approvers: ["supervisingLeader"] },
  { maxHalfDays: null, approvers: ["director"] },
];

/** D2 一(三) refers to the procedures of the state, which name no ranks: head and leader [P]; above them the director. */
export const STATUTORY_LEAVE_TIERS: readonly ApprovalTier[] = [
  { maxHalfDays: null, approvers: ["hallHead", "supervisingLeader"] },
  { maxHalfDays: null, approvers: ["director"] },
];

/** D3 一1: "短时外出,必须向大厅负责人请假"; a head's own outing goes to the leader, and so on. [P] */
export const OUTING_TIERS: readonly ApprovalTier[] = [
  { maxHalfDays: null, approvers: ["hallHead"] },
  { maxHalfDays: null, approvers: ["supervisingLeader"] },
  { maxHalfDays: null, approvers: ["director"] },
];
