// Why a day, a week or a report cannot be signed, confirmed, submitted or judged; each with its remedy.
import { defineProblems } from "../../kernel/problem.ts";

export const periodProblems = defineProblems({
  unknown_duty: {
    status: 404,
    zh: "没有“{rule}”这项汇总或上报;请从应办清单里选择。",
    en: "There is no duty “{rule}”; please choose one from the list of what is owed.",
  },
  period_foreign: {
    status: 422,
    zh: "“{period}”不是“{rule}”的期间;请从应办清单里选择。",
    en: "“{period}” is no period of “{rule}”; please choose one from the list of what is owed.",
  },
  period_not_owed: {
    status: 422,
    zh: "“{period}”不用办“{rule}”(没有工作日、未开厅、停办或已撤);请从应办清单里选择。",
    en: "“{rule}” is not owed for {period} (no working day, not open, or suspended); choose one from the list of what is owed.",
  },
  period_future: {
    status: 422,
    zh: "“{period}”还没有开始;请到时再办。",
    en: "{period} has not begun yet; please come back when it has.",
  },
  period_not_over: {
    status: 422,
    zh: "“{period}”还没有结束,{from} 起可办;请届时再办。",
    en: "{period} is not over yet; this can be done from {from} on.",
  },
  period_locked: {
    status: 409,
    zh: "{month} 的月报已经中心审核通过并锁定;确需更改,请向中心申请限时解锁。",
    en: "The report of {month} was accepted and is locked; ask the centre to unlock it for a time.",
  },
  month_locked: {
    status: 409,
    zh: "这一改动会影响已审核通过的 {month} 月报;请写明更正理由再提交,或请中心限时解锁。",
    en: "This would change figures of {month}, whose report was accepted; give a reason for the correction, or ask the centre to unlock it.",
  },
  not_your_day: {
    status: 403,
    zh: "“{period}”不归您签认;请由大厅负责人,或在代理期内的代理人签认。",
    en: "{period} is not yours to sign; the hall's head, or a deputy within the days of deputising, has to.",
  },
  not_yours_to_judge: {
    status: 403,
    zh: "上报的审核、退回和解锁由中心办理;请联系中心。",
    en: "Accepting, returning and unlocking are the centre's; please ask the centre.",
  },
  clock_backwards: {
    status: 409,
    zh: "系统时间({now})早于这一期上次办理的时间({last});请管理员核对服务器时钟后再办。",
    en: "The clock ({now}) is behind the last step taken here ({last}); please have the server's clock checked.",
  },
  not_submitted: {
    status: 409,
    zh: "“{period}”现在是“{status}”,不能这样办;请刷新后再看。",
    en: "{period} is “{status}” now, so this cannot be done; please look at it again.",
  },
  already_accepted: {
    status: 409,
    zh: "“{period}”已审核通过并锁定;要重新上报,请先向中心申请限时解锁。",
    en: "{period} was accepted and is locked; to send it again, ask the centre to unlock it for a time.",
  },
  reason_required: {
    status: 422,
    zh: "请写明理由(至少两个字)。",
    en: "Please give a reason (two characters or more).",
  },
  unlock_end_required: {
    status: 422,
    zh: "解锁要有截止时间,例如 2026-11-20 17:00;请填写“截止”。",
    en: "Unlocking needs an end, such as 2026-11-20 17:00; please fill in “until”.",
  },
  unlock_end_invalid: {
    status: 422,
    zh: "解锁截止时间应在现在之后、{days} 天之内;请改“截止”。",
    en: "Unlocking has to end after now and within {days} days; please change “until”.",
  },
  unlock_scope_required: {
    status: 422,
    zh: "请写明解锁哪些台账(可选:{ledgers})。",
    en: "Please say which ledgers are unlocked (choose from: {ledgers}).",
  },
  finding_unassigned: {
    status: 422,
    zh: "督查发现“{finding}”还没有责任人和整改期限;请补全,或写明不列为问题的理由。",
    en: "The finding “{finding}” needs an owner and a due date, or a reason why it is none.",
  },
  unknown_finding: {
    status: 422,
    zh: "没有“{finding}”这一条督查发现;请刷新后再确认。",
    en: "There is no finding “{finding}” any more; please look again before confirming.",
  },
  as_of_not_taken: {
    status: 422,
    zh: "只有年度总结可以写“截至”日期,且应在当年之内、今天或以前。",
    en: "Only an annual report takes an “as of” date, within its year and not after today.",
  },
  too_many_periods: {
    status: 422,
    zh: "一次最多办 {max} 期,现有 {count} 期;请分几次。",
    en: "At most {max} periods at once, now {count}; please do it in parts.",
  },
  snapshot_damaged: {
    status: 500,
    zh: "“{period}”的上报存档与其指纹不符,不予显示;请联系管理员从备份恢复。",
    en: "The stored report of {period} does not match its hash and is not shown; please restore it from the backup.",
  },
  no_snapshot: {
    status: 404,
    zh: "“{period}”还没有上报存档。",
    en: "There is no stored report of {period} yet.",
  },
  reminders_unavailable: {
    status: 503,
    zh: "这里还没有配置消息发送;请先配置邮件或群消息,或电话催办。",
    en: "No way of sending messages is configured here; configure one, or telephone.",
  },
});
