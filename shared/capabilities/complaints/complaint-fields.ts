// The columns of the complaint ledgers: how a complaint came, what it is about, and what its author said.
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { flag } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";

/** D2 投诉: "对窗口及工作人员的服务态度、服务质量、服务效率、廉洁自律等方面不满意". */
export const GROUNDS = {
  attitude: { zh: "服务态度", en: "attitude" },
  quality: { zh: "服务质量", en: "quality" },
  efficiency: { zh: "服务效率", en: "efficiency" },
  integrity: { zh: "廉洁自律", en: "integrity" },
  other: { zh: "其他", en: "other" },
} as const;

/** D2 投诉(三): "约见、信函、电话、电报、电传、传真、电子数据交换和电子邮件"; D1 三7 投诉(评议)箱; hotline and others [P]. */
export const CHANNELS = {
  appointment: { zh: "约见", en: "appointment" },
  letter: { zh: "信函", en: "letter" },
  telephone: { zh: "电话", en: "telephone" },
  telegram: { zh: "电报", en: "telegram" },
  telex: { zh: "电传", en: "telex" },
  fax: { zh: "传真", en: "fax" },
  dataInterchange: { zh: "电子数据交换", en: "electronic data interchange" },
  email: { zh: "电子邮件", en: "e-mail" },
  box: { zh: "投诉(评议)箱", en: "complaint box" },
  hotline: { zh: "热线", en: "hotline" },
  other: { zh: "其他", en: "other" },
} as const;

const ORAL: ReadonlySet<string> = new Set(["appointment", "telephone", "hotline"]);

/** "口头或书面方式": what is said is oral, everything else came in writing. */
export function isOral(channel: string | undefined): boolean {
  return channel !== undefined && ORAL.has(channel);
}

export const complaintFields = {
  receivedAt: dateTime({ label: { zh: "收到时间", en: "Received at" }, required: true }),
  channel: choice({ label: { zh: "投诉方式", en: "Channel" }, choices: CHANNELS, required: true }),
  ground: choice({ label: { zh: "投诉事由", en: "Ground" }, choices: GROUNDS, required: true }),
  groundNote: text({
    label: { zh: "其他事由说明", en: "Other ground" },
    help: { zh: "事由选“其他”时填写", en: "where the ground is “other”" },
    maxLength: 60,
  }),
  about: choice({
    label: { zh: "投诉对象", en: "About" },
    choices: {
      person: { zh: "工作人员", en: "a member of staff" },
      window: { zh: "窗口", en: "a window" },
      matter: { zh: "服务事项", en: "a service item" },
      hall: { zh: "大厅", en: "the hall" },
    },
    required: true,
  }),
  aboutPerson: reference({ label: { zh: "被投诉人员", en: "Person complained about" }, refersTo: "person" }),
  aboutWindow: text({ label: { zh: "被投诉窗口", en: "Window complained about" }, maxLength: 60 }),
  aboutMatter: reference({ label: { zh: "涉及事项", en: "Service item" }, refersTo: "matter" }),
  happenedOn: date({ label: { zh: "事情发生日期", en: "Happened on" } }),
  content: longText({
    label: { zh: "投诉内容", en: "Complaint" },
    help: { zh: "时间、地点、经过,尽可能具体、明确", en: "when, where and what, as specific as possible" },
    maxLength: 2000,
    required: true,
    personal: true,
  }),
  complainant: text({
    label: { zh: "投诉人", en: "Complainant" },
    help: { zh: "匿名的留空", en: "leave empty when anonymous" },
    maxLength: 60,
    personal: true,
  }),
  contact: text({ label: { zh: "联系方式", en: "Contact" }, maxLength: 100, personal: true }),
  major: flag({
    label: { zh: "重大事项", en: "Major matter" },
    help: { zh: "重大事项须书面,附投诉书", en: "a major matter is in writing: attach the document" },
  }),
  document: attachments({
    label: { zh: "书面投诉材料", en: "Written complaint" },
    personal: true,
  }),
  evidence: attachments({ label: { zh: "证据材料", en: "Evidence" }, personal: true }),
};

export type ComplaintFields = typeof complaintFields;
