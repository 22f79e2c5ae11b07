// The words of the pages about periods: what is owed, signing, reporting, the centre's matrix.
import type { ObligationStatus } from "../../../shared/capabilities/obligations/obligation.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Reminded } from "../../use-cases/obligations/remind.ts";

export const PERIOD_TEXTS = {
  owedTitle: { zh: "应办清单", en: "What is owed" },
  owedLead: {
    zh: "每天一汇总、每周一督查、每月一上报:按到期时间排列,最近的在前。",
    en: "Daily summaries, weekly supervisions and reports by due time, the latest first.",
  },
  duty: { zh: "事项", en: "Duty" },
  period: { zh: "期间", en: "Period" },
  due: { zh: "到期", en: "Due" },
  status: { zh: "状态", en: "Status" },
  state: { zh: "台账状态", en: "In the ledger" },
  first: { zh: "首次完成", en: "First done" },
  latest: { zh: "最近完成", en: "Latest done" },
  mustAct: { zh: "应由谁办", en: "Who must act" },
  choose: { zh: "选", en: "Choose" },
  signChosen: { zh: "签认所选各日", en: "Sign the chosen days" },
  signNote: {
    zh: "签认的是当时系统里的数字;没有业务的日子也要签(零报告)。外出归来可一次签认多日。",
    en: "What is signed are the figures as they stand; days without business are signed as well. Several days can be signed at once.",
  },
  deputies: { zh: "外出前安排代理", en: "Appoint a deputy before you leave" },
  none: { zh: "没有应办事项。", en: "Nothing is owed." },
  duties: { zh: "逐件应办(反馈、整改)", en: "Owed about single rows (feedback, rectification)" },
  serial: { zh: "编号", en: "Number" },
  figures: { zh: "数字", en: "Figures" },
  figure: { zh: "项目", en: "Figure" },
  now: { zh: "现在", en: "Now" },
  signed: { zh: "签认时", en: "As signed" },
  frozen: { zh: "上报时", en: "As reported" },
  difference: { zh: "差异", en: "Difference" },
  nil: { zh: "本期没有业务(零报告)。", en: "Nothing happened in this period (nil report)." },
  findings: { zh: "预填的督查发现", en: "Pre-filled findings" },
  findingsLead: {
    zh: "每条写明责任人和整改期限,或写明不列为问题的理由。",
    en: "Give each an owner and a date, or the reason why it is none.",
  },
  rest: { zh: "其余未单独填写的各条", en: "Every line left empty" },
  noFindings: { zh: "系统没有查到问题。", en: "The system found nothing." },
  finding: { zh: "问题", en: "Finding" },
  owner: { zh: "责任人", en: "Owner" },
  rectifyBy: { zh: "整改期限", en: "To be rectified by" },
  dismissed: { zh: "不列为问题的理由", en: "Why it is none" },
  own: { zh: "另外发现的问题", en: "A finding of one's own" },
  note: { zh: "说明", en: "Note" },
  sign: { zh: "签认", en: "Sign" },
  confirm: { zh: "确认本周督查", en: "Confirm this week" },
  submit: { zh: "上报", en: "Submit" },
  submitLead: {
    zh: "上报后数字按此刻存档(带指纹),以后的更正另列差异。",
    en: "Submitting freezes the figures of this moment under a hash; later corrections show as a difference.",
  },
  unsigned: { zh: "尚未签认的日子", en: "Days not signed" },
  title: { zh: "材料名称", en: "Title" },
  document: { zh: "材料链接或文号", en: "Link or number" },
  amount: { zh: "申请资金(元)", en: "Funds asked for (yuan)" },
  accept: { zh: "审核通过并锁定", en: "Accept and lock" },
  return: { zh: "退回", en: "Return" },
  unlock: { zh: "限时解锁", en: "Unlock for a time" },
  reason: { zh: "理由", en: "Reason" },
  until: { zh: "截止", en: "Until" },
  ledgers: { zh: "台账", en: "Ledgers" },
  centrePart: { zh: "中心办理", en: "The centre's part" },
  events: { zh: "经过", en: "What happened" },
  when: { zh: "时间", en: "When" },
  what: { zh: "步骤", en: "Step" },
  who: { zh: "谁", en: "Who" },
  snapshot: { zh: "存档指纹", en: "Snapshot" },
  corrections: { zh: "上报后的更正", en: "Corrections since the report" },
  noCorrections: { zh: "上报后没有更正。", en: "No corrections since the report." },
  row: { zh: "行", en: "Row" },
  reasons: { zh: "更正理由", en: "Reasons" },
  back: { zh: "回到应办清单", en: "Back to what is owed" },
  tooEarly: { zh: "现在还不能办", en: "Not yet" },
  refused: { zh: "以下各期没有办成", en: "These were not done" },
  matrixTitle: { zh: "应办督办", en: "Who owes what" },
  matrixLead: {
    zh: "每格一个字:办=按时,迟=迟办,超=已超期,缺=缺报,临=今天到期或将到期,待=未到期,免=免办。点格看详情。",
    en: "One sign per cell: M met, L late, O overdue, X missed, S due soon, P pending, E excused. Click a cell for details.",
  },
  dutiesLead: {
    zh: "最右各栏为逐件应办(反馈、整改等)的件数,统计于",
    en: "The last columns count duties of single rows, as of",
  },
  noDuties: { zh: "没有未办的这类事项。", en: "None of these is owed." },
  hall: { zh: "大厅", en: "Hall" },
  excusedWhy: { zh: "免办理由", en: "Excused because" },
  earliest: { zh: "最早到期", en: "Earliest due" },
  days: { zh: "每日汇总", en: "Daily" },
  outstanding: { zh: "还没有签认或上报的", en: "Who has not signed or reported" },
  allDone: { zh: "都已按期办理。", en: "Everything that was due has been done." },
  remind: { zh: "提醒这些大厅", en: "Remind these halls" },
  nothingToRemind: { zh: "没有需要提醒的。", en: "There was nothing to remind anybody of." },
  month: { zh: "月份", en: "Month" },
  show: { zh: "查看", en: "Show" },
  noMessages: {
    zh: "这里没有配置消息发送,请电话催办。",
    en: "No way of sending messages is configured here; please telephone.",
  },
} as const satisfies Record<string, Text>;

/** What the button that reminds has done. */
export function remindedText({ owed, people, queued, unreachable }: Reminded): Text {
  if (owed === 0) return PERIOD_TEXTS.nothingToRemind;
  const [again, zhNobody, enNobody] = [
    people - queued,
    unreachable > 0 ? `;${unreachable} 项没有可提醒的人,请电话催办` : "",
    unreachable > 0 ? `; ${unreachable} have nobody to be told, please telephone` : "",
  ];
  const zhAgain = again > 0 ? `,另有 ${again} 人今天已就同样内容提醒过,不再重复` : "";
  const enAgain = again > 0 ? `; ${again} were told the same today already` : "";
  return {
    zh: `${owed} 项应办,已提醒 ${queued} 人(上班时间发出)${zhAgain}${zhNobody}。`,
    en: `${owed} owed, ${queued} people reminded in working hours${enAgain}${enNobody}.`,
  };
}

/** By status: the word, and one sign for a narrow cell: never by colour alone. */
export const STATUS_TEXTS: Readonly<
  Record<ObligationStatus, { readonly label: Text; readonly sign: Text; readonly look: string }>
> = {
  pending: { label: { zh: "未到期", en: "pending" }, sign: { zh: "待", en: "P" }, look: "" },
  dueSoon: { label: { zh: "将到期", en: "due soon" }, sign: { zh: "临", en: "S" }, look: "warn" },
  overdue: { label: { zh: "已超期", en: "overdue" }, sign: { zh: "超", en: "O" }, look: "bad" },
  met: { label: { zh: "按时完成", en: "met" }, sign: { zh: "办", en: "M" }, look: "good" },
  metLate: { label: { zh: "迟办", en: "met late" }, sign: { zh: "迟", en: "L" }, look: "warn" },
  missed: { label: { zh: "缺报", en: "missed" }, sign: { zh: "缺", en: "X" }, look: "bad" },
  excused: { label: { zh: "免办", en: "excused" }, sign: { zh: "免", en: "E" }, look: "" },
};
