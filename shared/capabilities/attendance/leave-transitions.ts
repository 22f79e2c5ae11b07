// What can happen to a request for leave: consent, approval by tiers, handing over, return, filing.
import type { StatusDefinition, Transition } from "../../ledger/define-ledger.ts";
import type { Fields } from "../../ledger/field.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import { leaveFields } from "./leave-fields.ts";

export const leaveStatuses = {
  awaitingCover: { label: { zh: "待顶岗人员同意", en: "cover asked" }, open: true },
  coverDeclined: { label: { zh: "顶岗人员未同意", en: "cover declined" }, open: true },
  awaitingApproval: { label: { zh: "待审批", en: "to be approved" }, open: true },
  handingOver: { label: { zh: "已批准,办件移交中", en: "approved, handing over" }, open: true },
  approved: { label: { zh: "已批准", en: "approved" }, open: true },
  returned: { label: { zh: "已销假", en: "back at work" }, open: true },
  filed: { label: { zh: "已归档", en: "filed" }, open: false },
  refused: { label: { zh: "未批准", en: "not approved" }, open: false },
  withdrawn: { label: { zh: "已撤回", en: "withdrawn" }, open: false },
} as const satisfies Record<string, StatusDefinition>;
export type LeaveStatus = keyof typeof leaveStatuses;

/** Statuses in which the slip claims its days: the person is, or may be, away. */
export const LIVE_LEAVE: ReadonlySet<string> = new Set<LeaveStatus>([
  "awaitingCover",
  "coverDeclined",
  "awaitingApproval",
  "handingOver",
  "approved",
  "returned",
  "filed",
]);

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });
const reason = longText({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true });
const opinion = longText({ label: { zh: "意见", en: "Opinion" }, maxLength: 200 });

export const leaveTransitions = {
  consent: { label: { zh: "同意顶岗", en: "agree to cover" }, from: ["awaitingCover"], fields: { at } },
  declineCover: {
    label: { zh: "不能顶岗", en: "decline to cover" },
    from: ["awaitingCover"],
    fields: { at, reason },
  },
  replaceCover: {
    label: { zh: "另换顶岗人员", en: "ask other cover" },
    from: ["awaitingCover", "coverDeclined", "awaitingApproval", "approved"],
    fields: { at, cover: leaveFields.cover, reason },
  },
  approve: {
    label: { zh: "批准", en: "approve" },
    from: ["awaitingApproval"],
    fields: {
      at,
      opinion,
      dueWorkReason: longText({
        label: { zh: "期间有到期工作仍批准的理由", en: "Why, although work falls due" },
        maxLength: 200,
      }),
    },
  },
  refuse: { label: { zh: "不批准", en: "refuse" }, from: ["awaitingApproval"], fields: { at, reason } },
  continueHandover: {
    label: { zh: "继续移交办件", en: "go on handing over" },
    from: ["handingOver"],
    fields: { at },
  },
  withdraw: {
    label: { zh: "撤回", en: "withdraw" },
    from: ["awaitingCover", "coverDeclined", "awaitingApproval", "handingOver", "approved"],
    fields: { at, reason },
  },
  recordReturn: {
    label: { zh: "销假", en: "record the return" },
    from: ["approved"],
    fields: {
      at,
      lastDay: { ...leaveFields.lastDay, required: true },
      lastHalf: leaveFields.lastHalf,
    },
  },
  file: {
    label: { zh: "办公室归档", en: "file the slip" },
    from: ["approved", "returned"],
    fields: { at, place: text({ label: { zh: "存放处", en: "Kept in" }, maxLength: 80, required: true }) },
  },
} as const satisfies Record<string, Transition & { fields: Fields }>;

export type LeaveAction = keyof typeof leaveTransitions;
