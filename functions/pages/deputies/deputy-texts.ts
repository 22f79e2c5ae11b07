// The words of the page about deputies.
import type { Text } from "../../../shared/kernel/text.ts";

export const DEPUTY_TEXTS = {
  title: { zh: "代理安排", en: "Deputies" },
  lead: {
    zh: "外出、请假期间由谁代为签认和审批:有起止日期,不能由本人代理本人;安排和撤销都留有记录,代理人会收到通知。",
    en: "Who signs and approves in whose place: with a first and a last day, never oneself. Appointing and revoking are on record, and the deputy is told.",
  },
  none: { zh: "还没有安排过代理。", en: "No deputy has been appointed yet." },
  list: { zh: "安排记录", en: "On record" },
  office: { zh: "职务", en: "Office" },
  deputyFor: { zh: "代谁", en: "In the place of" },
  deputy: { zh: "代理人", en: "Deputy" },
  from: { zh: "起", en: "From" },
  to: { zh: "止(含当日)", en: "To (that day included)" },
  days: { zh: "日期", en: "Days" },
  reason: { zh: "事由", en: "Reason" },
  state: { zh: "状态", en: "State" },
  by: { zh: "安排人", en: "Appointed by" },
  appoint: { zh: "安排代理", en: "Appoint" },
  revoke: { zh: "撤销", en: "Revoke" },
  appointed: { zh: "已安排,并已通知代理人。", en: "Appointed; the deputy is told." },
  revoked: { zh: "已撤销,并已通知代理人。", en: "Revoked; the deputy is told." },
  coming: { zh: "未开始", en: "to come" },
  active: { zh: "代理中", en: "acting" },
  over: { zh: "已结束", en: "over" },
  withdrawn: { zh: "已撤销", en: "revoked" },
} as const satisfies Record<string, Text>;
