// The columns of the case ledger: D1 三6's six registered fields, and what the clock and the money need.
import { choice, reference } from "../../ledger/fields/choice.ts";
import { processSteps, textList } from "../../ledger/fields/list.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, pattern, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { NEW_REASONS } from "../../ledger/notice-words.ts";
import { closedRounds } from "./closed-round.ts";
import { CONSENTS } from "./consent.ts";

/** Stands for a visitor who is counted, not named. */
export const ANONYMOUS = "@anonymous";

export const OUTCOMES = {
  done: { zh: "办结", en: "done" },
  answered: { zh: "已答复", en: "answered" },
  notAccepted: { zh: "不予受理", en: "not accepted" },
  refused: { zh: "不予办理", en: "refused" },
  withdrawn: { zh: "申请人撤回", en: "withdrawn" },
} as const;

export const FEEDBACK_CHANNELS = {
  inPerson: { zh: "当面", en: "in person" },
  phone: { zh: "电话", en: "telephone" },
  message: { zh: "短信或微信", en: "text message" },
  post: { zh: "信函", en: "letter" },
  email: { zh: "电子邮件", en: "e-mail" },
} as const;

export const caseFields = {
  receivedAt: dateTime({
    label: { zh: "收件时间", en: "Received at" },
    help: { zh: "群众到窗口(或来电)提出事项的时间", en: "when the resident brought the matter" },
    required: true,
  }),
  matter: reference({
    label: { zh: "服务事项", en: "Service item" },
    refersTo: "matter",
    required: true,
  }),
  subtype: reference({ label: { zh: "类别", en: "Kind" }, refersTo: "matter", width: 100 }),
  visitor: text({
    label: { zh: "来访人员", en: "Visitor" },
    help: { zh: "不留姓名的事项填“匿名”", en: "for matters without names enter “anonymous”" },
    maxLength: 60,
    required: true,
    personal: true,
    codes: { 匿名: ANONYMOUS, anonymous: ANONYMOUS },
  }),
  phoneTail: pattern({
    label: { zh: "电话后四位", en: "Phone, last four digits" },
    pattern: /^\d{4}$/,
    expected: { zh: "四位数字", en: "four digits" },
    personal: true,
  }),
  channel: choice({
    label: { zh: "来访方式", en: "Channel" },
    choices: {
      counter: { zh: "窗口", en: "counter" },
      phone: { zh: "电话", en: "telephone" },
      internet: { zh: "网络", en: "internet" },
      post: { zh: "信函", en: "letter" },
      email: { zh: "电子邮件", en: "e-mail" },
      homeVisit: { zh: "上门", en: "home visit" },
      internal: { zh: "内部转来", en: "internal" },
    },
  }),
  content: longText({
    label: { zh: "事由", en: "Request" },
    maxLength: 500,
    // People write names into free text, so it is erased with them.
    personal: true,
  }),
  window: text({ label: { zh: "窗口", en: "Window" }, maxLength: 60, width: 80 }),
  acceptedBy: text({
    label: { zh: "受理人员", en: "Accepted by" },
    maxLength: 60,
    required: true,
    width: 90,
  }),
  acceptedAt: dateTime({
    label: { zh: "受理时间", en: "Accepted at" },
    help: { zh: "不填即收件时受理;不影响期限", en: "empty: accepted when received; never moves the clock" },
  }),
  outcome: choice({ label: { zh: "办理结果", en: "Outcome" }, choices: OUTCOMES }),
  completedAt: dateTime({ label: { zh: "办结时间", en: "Completed at" } }),
  feedbackAt: dateTime({ label: { zh: "反馈时间", en: "Fed back at" } }),
  feedbackChannel: choice({ label: { zh: "反馈方式", en: "Feedback channel" }, choices: FEEDBACK_CHANNELS }),
  feeInFen: fen({ label: { zh: "收费(元)", en: "Fee (yuan)" } }),
  receiptNumber: text({ label: { zh: "收据号", en: "Receipt number" }, maxLength: 40 }),
  givenDueDate: date({
    label: { zh: "给定到期日", en: "Given due date" },
    help: {
      zh: "旧台账或文件已载明到期日时填写",
      en: "where an old ledger or a document states the due date",
    },
  }),
  legacyNumber: text({ label: { zh: "原编号", en: "Legacy number" }, maxLength: 60 }),
  steps: processSteps({ label: { zh: "办理步骤", en: "Process steps" } }),
  // The three stand outside the cells: the sheet's header, and so the definition's version, stays as it is.
  firstAskedBy: text({
    label: { zh: "首问人员", en: "First person asked" },
    help: { zh: "不填即受理人员", en: "empty: the person who accepted it" },
    maxLength: 60,
    hidden: true,
  }),
  /** D1 三5 “自愿”: how the resident agreed to being acted for. */
  consent: choice({
    label: { zh: "代办同意", en: "Consent to act" },
    choices: CONSENTS,
    hidden: true,
  }),
  rounds: closedRounds({ zh: "已办结的轮次", en: "Closed rounds" }),
};

/** What each clock event and each closing step has to state. */
export const caseEventFields = {
  at: dateTime({ label: { zh: "时间", en: "At" }, required: true }),
  items: textList({ label: { zh: "需补正的材料", en: "Materials to be corrected" }, required: true }),
  newReason: choice({
    label: { zh: "再次要求新材料的理由", en: "Reason for asking for something new" },
    choices: NEW_REASONS,
  }),
  reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
  agency: text({ label: { zh: "上报部门", en: "Agency" }, maxLength: 80, required: true }),
};
