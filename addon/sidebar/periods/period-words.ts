// The words of the sidebar about periods.
import type { Text } from "../../../shared/kernel/text.ts";
import type { Owed } from "./period-answers.ts";

export const PERIOD_WORDS = {
  loading: { zh: "正在查…", en: "Looking…" },
  unreadable: {
    zh: "后台的回答看不懂(版本可能不一致);请刷新整个页面后再试。",
    en: "The answer could not be read (perhaps another version); please reload the page.",
  },
  days: { zh: "要签认的日子", en: "Days to sign" },
  others: { zh: "督查和上报", en: "Supervision and reports" },
  done: { zh: "近期已办", en: "Done lately" },
  nothing: { zh: "没有要您签认、确认或上报的。", en: "There is nothing for you to sign, confirm or submit." },
  notYours: { zh: "由大厅负责人或代理人办理。", en: "The hall's head or a deputy does this." },
  due: { zh: "到期", en: "due" },
  note: { zh: "说明(可不填)", en: "Note (optional)" },
  sign: { zh: "签认所选", en: "Sign the chosen" },
  signLead: {
    zh: "签认的是此刻系统里的数字;没有业务的日子也要签。",
    en: "You sign the figures as they stand; days without business too.",
  },
  signOne: { zh: "签认", en: "Sign" },
  confirm: { zh: "确认本周督查", en: "Confirm this week" },
  submit: { zh: "上报", en: "Submit" },
  submitLead: {
    zh: "上报后数字按此刻存档;以后的更正另列差异。",
    en: "Submitting freezes these figures; later corrections show as a difference.",
  },
  back: { zh: "返回清单", en: "Back" },
  refresh: { zh: "刷新", en: "Refresh" },
  figures: { zh: "数字", en: "Figures" },
  nil: { zh: "本期没有业务(零报告)。", en: "Nothing happened (nil report)." },
  unsigned: { zh: "还有没签认的日子:", en: "Days not signed: " },
  returned: { zh: "被中心退回,理由:", en: "Returned by the centre: " },
  findings: { zh: "督查发现", en: "Findings" },
  rest: { zh: "其余未填的各条", en: "Every finding left empty" },
  fillRest: { zh: "填入未填的各条", en: "Fill in those left empty" },
  noFindings: { zh: "系统没有查到问题。", en: "The system found nothing." },
  owner: { zh: "责任人", en: "Owner" },
  rectifyBy: { zh: "整改期限", en: "To be rectified by" },
  dismissed: { zh: "或:不列为问题的理由", en: "Or: why it is none" },
  own: { zh: "另外发现的问题(可不填)", en: "A finding of your own (optional)" },
  taken: { zh: "已办:", en: "Done: " },
  unchanged: { zh: "已是最新,没有重复办理:", en: "Nothing new, so not done twice: " },
  waiting: {
    zh: "表格里还有没上送或被退回的行,会随签认记录在案。",
    en: "Rows of the sheet still wait or were refused; that goes on record with your signature.",
  },
} as const satisfies Record<string, Text>;

export const STATUS_WORDS: Record<Owed["status"], { readonly label: Text; readonly look: string }> = {
  pending: { label: { zh: "未到期", en: "pending" }, look: "" },
  dueSoon: { label: { zh: "将到期", en: "due soon" }, look: "warn" },
  overdue: { label: { zh: "已超期", en: "overdue" }, look: "bad" },
  met: { label: { zh: "按时完成", en: "met" }, look: "" },
  metLate: { label: { zh: "迟办", en: "met late" }, look: "warn" },
  missed: { label: { zh: "缺报", en: "missed" }, look: "bad" },
  excused: { label: { zh: "免办", en: "excused" }, look: "" },
};

/** `2026-11-20T10:00:00+08:00` as people read it. */
export function shownTime(dateTime: string): string {
  return dateTime.slice(0, 16).replace("T", " ");
}
