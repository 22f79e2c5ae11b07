// A short outing (短时外出): where to, until when, who stands in, and how to be reached.
import { dateOf } from "../../kernel/date-time.ts";
import { defineProblems } from "../../kernel/problem.ts";
import type { StatusDefinition, Transition, TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Fields, ValuesOf } from "../../ledger/field.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import type { HalfDaySpan } from "./half-days.ts";
import { APPROVERS } from "./leave-fields.ts";
import { halvesTouched } from "./timetable.ts";

export const outingFields = {
  leavesAt: dateTime({ label: { zh: "外出时间", en: "Leaves at" }, required: true, offers: "now" }),
  backBy: dateTime({ label: { zh: "预计返回", en: "Back by" }, required: true }),
  person: reference({
    label: { zh: "外出人", en: "Who" },
    refersTo: "person",
    required: true,
    offers: "self",
  }),
  kind: choice({
    label: { zh: "性质", en: "Kind" },
    choices: {
      official: { zh: "公务外出", en: "on duty" },
      personal: { zh: "因私短时外出", en: "private" },
    },
    required: true,
  }),
  /** D3 一1: "短时外出,必须向大厅负责人请假,并说明去向". */
  destination: text({ label: { zh: "去向", en: "Where to" }, maxLength: 80, required: true }),
  purpose: longText({ label: { zh: "事由", en: "Purpose" }, maxLength: 200, personal: true }),
  cover: reference({
    label: { zh: "顶岗人员", en: "Cover" },
    refersTo: "person",
    required: true,
    help: { zh: "须由其本人同意", en: "asked for consent" },
  }),
  /** D2 一(六): "外出的工作人员,要向同窗口工作人员说明行踪,并且保持通讯工具畅通". */
  told: reference({ label: { zh: "已告知的同窗口人员", en: "Colleague told" }, refersTo: "person" }),
  phoneReachable: flag({ label: { zh: "通讯畅通", en: "Phone reachable" }, required: true }),
  nextApprover: choice({ label: { zh: "待批准人", en: "To be approved by" }, choices: APPROVERS }),
  approved: flag({ label: { zh: "已同意", en: "Approved" } }),
  wentOutAt: dateTime({ label: { zh: "实际外出", en: "Went out at" } }),
  cameBackAt: dateTime({ label: { zh: "实际返回", en: "Came back at" } }),
};

export const OUTING_SET_BY_STEPS = ["nextApprover", "approved", "wentOutAt", "cameBackAt"] as const;

export type OutingValues = ValuesOf<typeof outingFields>;
export type OutingRow = TypedRow<typeof outingFields>;

export const outingStatuses = {
  awaitingCover: { label: { zh: "待顶岗人员同意", en: "cover asked" }, open: true },
  coverDeclined: { label: { zh: "顶岗人员未同意", en: "cover declined" }, open: true },
  awaitingApproval: { label: { zh: "待批准", en: "to be approved" }, open: true },
  ready: { label: { zh: "可外出", en: "may go" }, open: true },
  out: { label: { zh: "外出中", en: "out" }, open: true },
  back: { label: { zh: "已返回", en: "back" }, open: false },
  refused: { label: { zh: "未批准", en: "not approved" }, open: false },
  withdrawn: { label: { zh: "已撤回", en: "withdrawn" }, open: false },
} as const satisfies Record<string, StatusDefinition>;
export type OutingStatus = keyof typeof outingStatuses;

export const LIVE_OUTING: ReadonlySet<string> = new Set<OutingStatus>([
  "awaitingCover",
  "coverDeclined",
  "awaitingApproval",
  "ready",
  "out",
  "back",
]);

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });
const reason = longText({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true });

export const outingTransitions = {
  consent: { label: { zh: "同意顶岗", en: "agree to cover" }, from: ["awaitingCover"], fields: { at } },
  declineCover: {
    label: { zh: "不能顶岗", en: "decline to cover" },
    from: ["awaitingCover"],
    fields: { at, reason },
  },
  replaceCover: {
    label: { zh: "另换顶岗人员", en: "ask other cover" },
    from: ["awaitingCover", "coverDeclined", "awaitingApproval", "ready"],
    fields: { at, cover: outingFields.cover, reason },
  },
  approve: { label: { zh: "批准外出", en: "approve" }, from: ["awaitingApproval"], fields: { at } },
  refuse: { label: { zh: "不批准", en: "refuse" }, from: ["awaitingApproval"], fields: { at, reason } },
  goOut: { label: { zh: "登记外出", en: "go out" }, from: ["ready"], fields: { at } },
  comeBack: { label: { zh: "登记返回", en: "come back" }, from: ["out"], fields: { at } },
  withdraw: {
    label: { zh: "撤回", en: "withdraw" },
    from: ["awaitingCover", "coverDeclined", "awaitingApproval", "ready"],
    fields: { at, reason },
  },
} as const satisfies Record<string, Transition & { fields: Fields }>;

/** From the planned, or the real, going out until the planned, or the real, return. */
export function outingTimes({ leavesAt, backBy, wentOutAt, cameBackAt }: OutingValues) {
  const [from, to] = [wentOutAt ?? leavesAt, cameBackAt ?? backBy];
  return from && to ? { from, to } : null;
}

/** The halves of its day that an outing touches; null where it lies outside the hall's hours. */
export function outingSpan(values: OutingValues, facts: LedgerFacts): HalfDaySpan | null {
  const times = outingTimes(values);
  if (!times) return null;
  const day = dateOf(times.from);
  const halves = halvesTouched(times.from, times.to, facts.timetableOn(day));
  const [first, last] = [halves[0], halves.at(-1)];
  return first && last ? { from: day, fromHalf: first, to: day, toHalf: last } : null;
}

export const outingProblems = defineProblems({
  back_before_leaving: {
    status: 422,
    zh: "预计返回早于外出时间;请核对。",
    en: "It would end before it begins; please check both times.",
  },
  not_within_a_day: {
    status: 422,
    zh: "短时外出须当天返回(D3 一1);超过一天的请填请假单。",
    en: "A short outing ends on its day (D3 一1); for longer, file a leave.",
  },
  outside_hours: {
    status: 422,
    zh: "外出时间不在上班时间之内,不需要登记;请核对。",
    en: "It lies outside the hall's hours: nothing to register. Please check the times.",
  },
  not_reachable: {
    status: 422,
    zh: "外出要保持通讯工具畅通(D2 一(六));请确认“通讯畅通”。",
    en: "Whoever goes out keeps their phone reachable (D2 一(六)); please confirm it.",
  },
  nobody_told: {
    status: 422,
    zh: "外出要向同窗口工作人员说明行踪(D2 一(六));请填写“已告知的同窗口人员”。",
    en: "A colleague has to know where one is (D2 一(六)); please say who was told.",
  },
  told_oneself: {
    status: 422,
    zh: "告知的须是另一位同事(D2 一(六));请更正“已告知的同窗口人员”。",
    en: "The colleague told is somebody else (D2 一(六)); please correct it.",
  },
  outing_overlaps: {
    status: 409,
    zh: "与外出登记 {number}({times})重叠;请更正时间,或先撤回那一次。",
    en: "It overlaps outing {number} ({times}); please correct the times, or withdraw that one first.",
  },
  on_leave_then: {
    status: 409,
    zh: "本人在这段时间请假(假条 {slip},{span});请更正时间。",
    en: "The person is on leave then (slip {slip}, {span}); please correct the times.",
  },
  own_outing: {
    status: 403,
    zh: "不能批准自己外出(D3 一1:必须向大厅负责人请假);由 {approver} 批准。",
    en: "Nobody approves their own outing (D3 一1); it goes to the {approver}.",
  },
  not_yet: {
    status: 422,
    zh: "“{label}”早于前一步,或在将来;请核对时间。",
    en: "{label} lies before the step it follows, or in the future; please check the time.",
  },
  no_outing_rule: {
    status: 409,
    zh: "没有可以批准此人外出的上级;请中心管理员在“请假审批规定”中补充。",
    en: "There is nobody above this person who could approve it; an administrator of the centre can add a rule.",
  },
});
