// The leave form (《请假登记表》, D2 一(二)): what is asked for, by whom, and who stands in.
import { defineProblems } from "../../kernel/problem.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import type { ValuesOf } from "../../ledger/field.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { flag, integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { HALVES, type HalfDaySpan } from "./half-days.ts";
import { LEAVE_TYPES } from "./leave-types.ts";

export const APPROVERS = {
  windowHead: { zh: "窗口负责人", en: "head of the window" },
  hallHead: { zh: "大厅负责人", en: "head of the hall" },
  supervisingLeader: { zh: "分管领导", en: "supervising leader" },
  director: { zh: "主任", en: "director" },
  centreAdmin: { zh: "中心管理员", en: "administrator of the centre" },
} as const;

export const leaveFields = {
  appliedAt: dateTime({ label: { zh: "申请时间", en: "Asked at" }, required: true, offers: "now" }),
  person: reference({
    label: { zh: "请假人", en: "Who" },
    refersTo: "person",
    required: true,
    offers: "self",
  }),
  type: choice({ label: { zh: "假别", en: "Kind" }, choices: LEAVE_TYPES, required: true }),
  reason: longText({
    label: { zh: "请假事由", en: "Reason" },
    maxLength: 300,
    required: true,
    personal: true,
  }),
  fromDay: date({ label: { zh: "起始日期", en: "First day" }, required: true }),
  fromHalf: choice({
    label: { zh: "起始半天", en: "From" },
    choices: HALVES,
    help: { zh: "不填为上午", en: "left out: the morning" },
    width: 70,
  }),
  toDay: date({ label: { zh: "截止日期", en: "Last day" }, required: true }),
  toHalf: choice({
    label: { zh: "截止半天", en: "Until" },
    choices: HALVES,
    help: { zh: "不填为下午", en: "left out: the afternoon" },
    width: 70,
  }),
  cover: reference({
    label: { zh: "顶岗人员", en: "Cover" },
    refersTo: "person",
    required: true,
    help: { zh: "须由其本人同意", en: "asked for consent" },
  }),
  /** The number that the earlier slip was given, such as 2026-00012. */
  continues: text({ label: { zh: "续假:原假条号", en: "Extends slip" }, maxLength: 20, width: 110 }),
  proof: text({ label: { zh: "证明材料", en: "Proof" }, maxLength: 120 }),
  lateReason: longText({
    label: { zh: "补办说明", en: "Why not beforehand" },
    maxLength: 200,
    personal: true,
    help: { zh: "事后补办时填写", en: "where it is filed afterwards" },
  }),
  handover: longText({ label: { zh: "工作交接", en: "Work handed over" }, maxLength: 500, personal: true }),
  /** Whose approval is wanted now; set by the steps. */
  nextApprover: choice({ label: { zh: "待审批人", en: "To be approved by" }, choices: APPROVERS }),
  /** All tiers have agreed. */
  approved: flag({ label: { zh: "已批准", en: "Approved" } }),
  /** Lines of the sheet and rows in hand that have still to follow the approval. */
  leftToDo: integer({ label: { zh: "尚待移交", en: "Still to hand over" }, minimum: 0, maximum: 10_000 }),
  /** The last half day really taken, where the person came back early. */
  lastDay: date({ label: { zh: "实际休至", en: "Really until" } }),
  lastHalf: choice({ label: { zh: "实际截止半天", en: "Really until (half)" }, choices: HALVES, width: 70 }),
};

/** What steps alone set. */
export const LEAVE_SET_BY_STEPS = ["nextApprover", "approved", "leftToDo", "lastDay", "lastHalf"] as const;

export type LeaveValues = ValuesOf<typeof leaveFields>;
export type LeaveRow = TypedRow<typeof leaveFields>;

/** What was asked for. */
export function askedSpan({ fromDay, fromHalf, toDay, toHalf }: LeaveValues): HalfDaySpan | null {
  if (!fromDay || !toDay) return null;
  return { from: fromDay, fromHalf: fromHalf ?? "morning", to: toDay, toHalf: toHalf ?? "afternoon" };
}

/** What was taken: it ends earlier where the person came back early. */
export function takenSpan(values: LeaveValues): HalfDaySpan | null {
  const asked = askedSpan(values);
  if (!asked || !values.lastDay) return asked;
  return { ...asked, to: values.lastDay, toHalf: values.lastHalf ?? "afternoon" };
}

export const leaveProblems = defineProblems({
  ends_before_it_begins: {
    status: 422,
    zh: "截止时间早于起始时间;请核对日期和上午、下午。",
    en: "The leave ends before it begins; please check the dates and the halves.",
  },
  no_working_day: {
    status: 422,
    zh: "{span} 都是休息日,不需要请假;请核对日期。",
    en: "{span} holds no working day: no leave is needed. Please check the dates.",
  },
  leave_too_long: {
    status: 422,
    zh: "一张假条最长 {days} 天;更长的请先请到那一天,再办续假。",
    en: "One slip covers {days} days at most; ask for the rest as an extension.",
  },
  not_of_this_hall: {
    status: 422,
    zh: "“{label}”不是本大厅人员(D1 三3:工作人员由所在社区服务大厅统一考勤);请在其所在的大厅办理,或更正人员。",
    en: "{label}: not one of this hall's people (D1 三3: each hall keeps the attendance of its own staff); use that person's hall, or correct the name.",
  },
  of_another_hall: {
    status: 422,
    zh: "“{label}”在两个大厅都有工作,考勤在 {home}(D1 三3:工作人员由所在社区服务大厅统一考勤);请到那个大厅办理。",
    en: "{label}: works in two halls and has their attendance in {home} (D1 三3: one hall keeps it); see to it there.",
  },
  cover_is_oneself: {
    status: 422,
    zh: "顶岗人员不能是本人(D2 一(五):必须安排临时顶岗人员);请另选一人。",
    en: "Nobody covers for themselves (D2 一(五)); please choose somebody else.",
  },
  overlapping_leave: {
    status: 409,
    zh: "与假条 {slip}({span})重叠;请更正日期,或先撤回那一张。",
    en: "It overlaps slip {slip} ({span}); please correct the dates, or withdraw that one first.",
  },
  overlapping_outing: {
    status: 409,
    zh: "{span} 本人已登记外出 {number};请先撤回那次外出,或更正时间。",
    en: "An outing ({number}) is registered for {span}; withdraw it first, or correct the time.",
  },
  cover_is_away: {
    status: 409,
    zh: "顶岗人员 {name} 在 {span} 也不在岗({number};D2 一(五):保证窗口工作正常开展);请另选顶岗人员。",
    en: "{name} is away too during {span} ({number}; D2 一(五): the window must keep working); please choose other cover.",
  },
  you_are_cover: {
    status: 409,
    zh: "{name} 在 {span} 已答应为 {number} 顶岗(D2 一(五));请先为那一张另换顶岗人员。",
    en: "{name} has agreed to cover for {number} during {span} (D2 一(五)); that one needs other cover first.",
  },
  extension_needed: {
    status: 409,
    zh: "紧接假条 {slip}(至 {until}):中间没有工作日,属于续假(D2 一(四));请在“续假:原假条号”填 {slip}。",
    en: "It follows slip {slip} (until {until}) without a working day between: an extension (D2 一(四)). Please name {slip} as the slip that it extends.",
  },
  nothing_to_extend: {
    status: 422,
    zh: "没有可续的假条 {slip}:须是本人的、未撤回也未被退回的假条,并且在起始时间之前紧接着结束;请核对假条号和日期。",
    en: "There is no slip {slip} to extend: it has to be the same person's, in force, and end just before this one begins.",
  },
  late_reason_needed: {
    status: 422,
    zh: "请假已开始,属于事后补办(D2 一(四):遇特殊情况无法事前办理的,事后要及时补办);请填写“补办说明”。",
    en: "The leave has begun: it is filed afterwards (D2 一(四)). Please say why it could not be filed beforehand.",
  },
  proof_needed: {
    status: 422,
    zh: "{type}按国家规定的程序办理(D2 一(三)),须有{proof};请填写“证明材料”。",
    en: "{type} follows its own procedure (D2 一(三)) and needs a {proof}; please name it under Proof.",
  },
  no_leave_rule: {
    status: 409,
    zh: "{size} 的请假没有审批规定(D2 一(二)只写了两种情形),系统不会代为批准。请中心管理员或主任在“请假审批规定”中增加一档(建议:主要领导审批),再提交。",
    en: "There is no rule who approves a leave of {size} (D2 一(二) leaves its third case out), and none is made up. An administrator or the director of the centre can add one under “Who approves leave” (suggested: the principal leader); then hand it in again.",
  },
  in_the_future: {
    status: 422,
    zh: "“{label}”在将来;请核对。",
    en: "{label} lies in the future; please check it.",
  },
  only_cover_consents: {
    status: 403,
    zh: "是否顶岗只能由顶岗人员本人答复(D2 一(五));请由其本人登录后操作。",
    en: "Only the person asked to cover may answer (D2 一(五)); they answer under their own name.",
  },
  own_leave: {
    status: 403,
    zh: "不能审批自己的请假;由 {approver} 审批。",
    en: "Nobody approves their own leave; it goes to the {approver}.",
  },
  not_your_turn: {
    status: 403,
    zh: "现在由 {approver} 审批({clause});请等其办理,或由其在这几天的代理人办理。",
    en: "It is the turn of the {approver} ({clause}), or of whoever stands in for them on that day.",
  },
  not_the_applicant: {
    status: 403,
    zh: "只有请假人本人或负责人可以这样做。",
    en: "Only the person on leave, or a head, may do this.",
  },
  work_due_during_leave: {
    status: 409,
    zh: "请假期间有到期的工作(D3 一3:在规定时间内必须完成工作任务的一般不允许请假):{work}。确需批准的,请填写“期间有到期工作仍批准的理由”,这些办件将随批准移交给顶岗人员。",
    en: "Work falls due during the leave (D3 一3: generally no leave then): {work}. To approve all the same, give the reason; the cases are handed to the cover person with the approval.",
  },
  marked_present: {
    status: 409,
    zh: "{day} {half} 的考勤已登记为在岗;请先更正那天的考勤,或更正请假时间。",
    en: "The attendance sheet says present on {day} ({half}); correct that first, or the span of the leave.",
  },
  begun_already: {
    status: 409,
    zh: "请假已经开始,不能撤回;提前回来的请办“销假”。",
    en: "The leave has begun and cannot be withdrawn; if the person came back early, record the return.",
  },
  return_outside: {
    status: 422,
    zh: "实际休至的时间不在假期之内;延长请另办续假。",
    en: "The last half day taken lies outside the leave; to stay longer, file an extension.",
  },
  not_over_yet: {
    status: 409,
    zh: "假期到 {until} 为止,还没有结束;结束(或销假)后再归档。",
    en: "The leave lasts until {until}; file the slip when it is over.",
  },
});
