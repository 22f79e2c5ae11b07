// What the page of one row says beside its values.
import type { Text } from "../../../shared/kernel/text.ts";

export const RECORD_TEXTS = {
  back: { zh: "回到大厅页", en: "Back to the hall" },
  due: { zh: "到期日", en: "Due date" },
  originalDue: { zh: "原到期日", en: "Original due date" },
  unknownDue: { zh: "暂不能确定（停表中）", en: "not known yet (the clock is stopped)" },
  noLimit: { zh: "没有办理期限，不计时", en: "no limit, not assessed" },
  provisional: { zh: "暂定：超出已载入的放假通知", en: "provisional: past the holiday notices loaded" },
  judgement: { zh: "是否按时", en: "On time" },
  judgementOriginal: { zh: "按原到期日", en: "By the original due date" },
  limit: { zh: "办理期限", en: "Limit" },
  fields: { zh: "登记内容", en: "Entry" },
  personal: { zh: "个人信息", en: "personal" },
  erased: { zh: "已删除", en: "erased" },
  erase: { zh: "按本人要求删除个人信息…", en: "Erase personal details on request…" },
  erasedNote: {
    zh: "个人信息已按规定删除；经过与统计仍可核对。",
    en: "Personal details have been erased; history and figures can still be verified.",
  },
  timeline: { zh: "办理经过", en: "What happened" },
  step: { zh: "步骤", en: "Step" },
  trace: { zh: "时限逐日说明", en: "The deadline, day by day" },
  traceCaption: {
    zh: "工作日从起算日的次日开始计；当地日期不晚于到期日即为按时。",
    en: "Working days count from the day after day 0; done on or before the due date, by the local date, is on time.",
  },
  calendarVersion: { zh: "日历版本", en: "Calendar version" },
  noTrace: {
    zh: "这个事项没有办理期限，没有可说明的时限。",
    en: "This matter has no limit, so there is no deadline to explain.",
  },
  date: { zh: "日期", en: "Date" },
  weekday: { zh: "星期", en: "Day" },
  kind: { zh: "性质", en: "What it counts as" },
  used: { zh: "已用工作日", en: "Working days used" },
  basis: { zh: "依据", en: "Basis" },
  marks: { zh: "标记", en: "Mark" },
  dueMark: { zh: "到期日", en: "due date" },
  originalMark: { zh: "原到期日", en: "original due date" },
  provisionalMark: { zh: "暂定", en: "provisional" },
  byWeekday: { zh: "按星期", en: "by the weekday" },
  history: { zh: "修改记录", en: "History of changes" },
  syncedBy: { zh: "提交人", en: "Submitted by" },
  enteredBy: { zh: "表内填写人", en: "Entered in the sheet by" },
  field: { zh: "栏目", en: "Field" },
  before: { zh: "改前", en: "Before" },
  after: { zh: "改后", en: "After" },
  empty: { zh: "（空）", en: "(empty)" },
  personalChanged: {
    zh: "个人信息有改动（不显示内容）：",
    en: "Personal fields changed (contents not shown): ",
  },
  masked: { zh: "个人信息已遮盖。", en: "Personal details are masked." },
  unmask: { zh: "查看完整个人信息", en: "Show personal details" },
  unmaskReason: { zh: "查看理由（会留下记录）", en: "Reason for looking (kept on record)" },
  unmaskedNow: {
    zh: "正在显示完整个人信息；本次查看已记录。理由：",
    en: "Personal details are shown in full; this look has been recorded. Reason: ",
  },
  hideAgain: { zh: "重新遮盖", en: "Mask again" },
  voided: { zh: "已作废", en: "Voided" },
  printNote: {
    zh: "可直接打印本页，交给询问时限的群众。",
    en: "This page can be printed for a resident who asks about the deadline.",
  },
} as const satisfies Record<string, Text>;

/** Revisions that are no transition of the ledger. */
export const REVISION_ACTIONS: Readonly<Record<string, Text>> = {
  create: { zh: "登记", en: "entered" },
  upsert: { zh: "修改", en: "changed" },
  void: { zh: "作废", en: "voided" },
  erase: { zh: "删除个人信息", en: "personal details erased" },
  recount: { zh: "统计口径更新", en: "figures recounted" },
};

export function workingDays(days: number): Text {
  return { zh: `${days} 个工作日`, en: days === 1 ? "1 working day" : `${days} working days` };
}
