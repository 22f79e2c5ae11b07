// Why a case is refused: each problem names the field and the remedy.
import { defineProblems } from "../../kernel/problem.ts";

export const caseProblems = defineProblems({
  unknown_matter: {
    status: 422,
    zh: "服务事项“{matter}”不在目录中;请从目录里选择。",
    en: "Service item “{matter}” is not in the catalogue; please choose one that is.",
  },
  matter_retired: {
    status: 422,
    zh: "“{matter}”自 {date} 起已停办;请改选现行事项。",
    en: "“{matter}” has been retired since {date}; please choose a current service item.",
  },
  consent_missing: {
    status: 422,
    zh: "代办须经申办人同意(意见三5);请选择“代办同意”。",
    en: "The resident has to agree first (D1 三5); please choose how they consented.",
  },
  matter_without_limit: {
    status: 422,
    zh: "“{matter}”没有办理期限,尚不能受理;请让中心先定期限,或填写给定到期日。",
    en: "“{matter}” has no time limit yet; ask the centre to set one, or fill in the given due date.",
  },
  before_calendar: {
    status: 422,
    zh: "收件日期早于工作日历的第一年({year}),算不出到期日;请填写“给定到期日”。",
    en: "Received before the calendar's first year ({year}), so no due date can be computed; please fill in the given due date.",
  },
  unknown_subtype: {
    status: 422,
    zh: "“{matter}”没有类别“{subtype}”;请从列表里选择。",
    en: "“{matter}” has no kind “{subtype}”; please choose from the list.",
  },
  completed_before_accepted: {
    status: 422,
    zh: "办结时间({completed})早于受理时间({accepted});请核对这两个时间。",
    en: "Completed at {completed}, before it was accepted at {accepted}; please check both times.",
  },
  accepted_before_received: {
    status: 422,
    zh: "受理时间早于收件时间;请核对。",
    en: "Accepted before it was received; please check both times.",
  },
  in_the_future: {
    status: 422,
    zh: "“{label}”在将来;请核对日期。",
    en: "{label} lies in the future; please check the date.",
  },
  too_far_ahead: {
    status: 422,
    zh: "“{label}”晚于 {latest},不会是真的;请核对日期。",
    en: "{label} lies after {latest}, which cannot be meant; please check the date.",
  },
  outcome_missing: {
    status: 422,
    zh: "填了办结时间,还要填“办理结果”。",
    en: "A time of completion needs an outcome; please choose one.",
  },
  completion_time_missing: {
    status: 422,
    zh: "填了办理结果,还要填“办结时间”。",
    en: "An outcome needs a time of completion; please fill it in.",
  },
  feedback_incomplete: {
    status: 422,
    zh: "反馈要在办结之后,并写明时间和方式;请补全。",
    en: "Feedback comes after completion and needs both time and channel; please complete it.",
  },
  visitor_name_missing: {
    status: 422,
    zh: "“{matter}”要登记来访人员姓名,不能填“匿名”。",
    en: "“{matter}” needs the visitor's name; “anonymous” is not enough.",
  },
  no_names_for_matter: {
    status: 422,
    zh: "“{matter}”只计数、不记名;来访人员请填“匿名”,电话和事由留空。",
    en: "“{matter}” is counted without names; enter “anonymous” and leave telephone and request empty.",
  },
  fee_not_due: {
    status: 422,
    zh: "“{matter}”不收费;请删去收费和收据号。",
    en: "“{matter}” takes no fee; please remove fee and receipt number.",
  },
  receipt_missing: {
    status: 422,
    zh: "收了费要填收据号;有收据号也要填收费。",
    en: "A fee needs a receipt number, and a receipt number a fee.",
  },
  due_before_received: {
    status: 422,
    zh: "给定到期日早于收件日期;请核对。",
    en: "The given due date lies before the day of receipt; please check it.",
  },
  event_out_of_order: {
    status: 422,
    zh: "“{label}”早于它之前的步骤({earlier});请核对时间。",
    en: "{label} comes before the step it follows ({earlier}); please check the time.",
  },
  ends_before_it_begins: {
    status: 422,
    zh: "特别程序的结束日期早于开始日期({begins});请核对。",
    en: "The special procedure ends before it begins ({begins}); please check both dates.",
  },
  materials_not_complete: {
    status: 422,
    zh: "还在等补正材料;请先登记“材料补齐”,或以撤回、不予受理、不予办理结案。",
    en: "Materials are still awaited; record them as complete first, or close as withdrawn, not accepted or refused.",
  },
  extension_after_expiry: {
    status: 422,
    zh: "延期须在到期日({dueDate})当天或之前申请;请核对“申请延期时间”。",
    en: "Extensions are asked for by the due date ({dueDate}); check “asked at”.",
  },
  nothing_to_extend: {
    status: 422,
    zh: "本件没有可延长的期限。",
    en: "This case has no limit that could be extended.",
  },
  step_not_in_flow: {
    status: 422,
    zh: "“{matter}”是{flow}，其流程没有“{action}”这一步(意见三5)；请按该类流程办理。",
    en: "“{matter}” is of the kind “{flow}”, whose flow has no step “{action}” (D1 三5).",
  },
  not_forwardable: {
    status: 422,
    zh: "“{matter}”不需上报外单位,由大厅办结。",
    en: "“{matter}” is finished by the hall itself and is not forwarded.",
  },
  approved_before_asked: {
    status: 422,
    zh: "批准时间早于申请延期的时间;请核对这两个时间。",
    en: "The extension was granted before it was asked for; please check both times.",
  },
  told_before_granted: {
    status: 422,
    zh: "告知时间早于批准延期的时间;请核对。",
    en: "The resident was told before the extension was granted; please check the time.",
  },
  no_extension_to_tell: {
    status: 422,
    zh: "本件没有尚未告知的延期。",
    en: "This case has no extension that the resident has yet to be told of.",
  },
  procedure_before_receipt: {
    status: 422,
    zh: "特别程序的开始日期早于收件日期({received});请核对。",
    en: "The special procedure begins before the case was received ({received}); please check the date.",
  },
  handed_to_holder: {
    status: 422,
    zh: "本件已在“{holder}”手上;请写明转给谁。",
    en: "{holder} has this case already; please say to whom it is handed.",
  },
  refers_to_nobody: {
    status: 422,
    zh: "一次性告知制度二:不属于本人业务范围的,“要明确告知他人应找哪个部门或哪位同志办理”;请填写部门或同志。",
    en: "The rule asks to name the department or the colleague to see; please fill in one of the two.",
  },
  rated_already: {
    status: 409,
    zh: "本件这一次办理已评价过,一件一评,不能再评。",
    en: "This closing of the case has been rated; there is one rating for each.",
  },
  reopened_before_closed: {
    status: 422,
    zh: "重新办理的时间早于办结({closed});请核对。",
    en: "Reopened before it was closed ({closed}); please check the time.",
  },
});
