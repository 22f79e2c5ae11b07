// The columns and steps of referrals (not mine: who is) and enquiries (unclear: asked, then told). D1 annex cl. 2 and 3.
import { choice, reference } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";

export const REFERRAL_KINDS = {
  referral: { zh: "转介(不属本人业务)", en: "referral: somebody else's matter" },
  enquiry: { zh: "请示(涉及多部门或规定不明)", en: "enquiry: several departments, or unclear" },
} as const;

export const TOLD_BY = {
  inPerson: { zh: "当面", en: "in person" },
  phone: { zh: "电话", en: "telephone" },
  message: { zh: "短信或微信", en: "text message" },
  post: { zh: "信函", en: "letter" },
  notPossible: { zh: "未留联系方式", en: "left no contact" },
} as const;

export const referralFields = {
  askedAt: dateTime({ label: { zh: "群众询问时间", en: "Asked at" }, required: true }),
  kind: choice({ label: { zh: "类别", en: "Kind" }, choices: REFERRAL_KINDS, required: true }),
  subject: text({ label: { zh: "事项", en: "Subject" }, maxLength: 120, required: true }),
  matter: reference({ label: { zh: "服务事项(如有)", en: "Service item, if any" }, refersTo: "matter" }),
  visitor: text({ label: { zh: "来访人员", en: "Visitor" }, maxLength: 60, personal: true }),
  contact: text({ label: { zh: "联系方式", en: "Contact" }, maxLength: 60, personal: true }),
  firstAskedBy: text({ label: { zh: "首问人员", en: "First person asked" }, maxLength: 60, required: true }),
  toDepartment: text({ label: { zh: "应找的部门", en: "Department to see" }, maxLength: 80 }),
  toPerson: text({ label: { zh: "应找的同志", en: "Colleague to see" }, maxLength: 60 }),
  departments: textList({ label: { zh: "涉及部门", en: "Departments concerned" } }),
  askedOf: text({ label: { zh: "向谁了解或请示", en: "Asked of" }, maxLength: 80 }),
  tellBy: date({
    label: { zh: "答应告知的日期", en: "Promised to tell by" },
    help: { zh: "不填按制度期限", en: "empty: by the centre's policy" },
  }),
  caseNumber: text({ label: { zh: "办件编号", en: "Case number" }, maxLength: 20 }),
  // Set by the case that it was referred from.
  caseId: text({ label: { zh: "办件", en: "Case" }, maxLength: 40, hidden: true }),
  caseReferral: integer({ label: { zh: "办件的第几次转介", en: "Referral of the case" }, hidden: true }),
};

export type ReferralFields = typeof referralFields;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

export const referralTransitions = {
  takeOver: {
    label: { zh: "对方已接手", en: "taken over" },
    from: ["referred"],
    fields: {
      at,
      by: text({ label: { zh: "接手人员", en: "Taken over by" }, maxLength: 60, required: true }),
    },
  },
  sendBack: {
    label: { zh: "对方退回", en: "sent back" },
    from: ["referred"],
    fields: {
      at,
      reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
    },
  },
  referAgain: {
    label: { zh: "另行转介", en: "refer again" },
    from: ["sentBack"],
    fields: {
      at,
      toDepartment: text({ label: { zh: "应找的部门", en: "Department to see" }, maxLength: 80 }),
      toPerson: text({ label: { zh: "应找的同志", en: "Colleague to see" }, maxLength: 60 }),
    },
  },
  // Within the hall: who follows it up from now on; whoever was asked first stays on record.
  handOver: {
    label: { zh: "移交", en: "hand over" },
    from: ["referred", "sentBack", "asked", "answered"],
    fields: {
      at,
      to: text({ label: { zh: "接手人员", en: "Handed to" }, maxLength: 60, required: true }),
      reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
    },
  },
  answer: {
    label: { zh: "得到答复", en: "answered" },
    from: ["asked"],
    fields: {
      at,
      result: longText({ label: { zh: "答复内容", en: "Answer" }, maxLength: 500, required: true }),
    },
  },
  tell: {
    label: { zh: "告知当事人", en: "tell the resident" },
    from: ["asked", "answered", "sentBack"],
    fields: {
      at: dateTime({ label: { zh: "告知时间", en: "Told at" }, required: true }),
      toldBy: choice({ label: { zh: "告知方式", en: "Told by" }, choices: TOLD_BY, required: true }),
      result: longText({ label: { zh: "告知内容", en: "What was told" }, maxLength: 500 }),
    },
  },
} as const;
