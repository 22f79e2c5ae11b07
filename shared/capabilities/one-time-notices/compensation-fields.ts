// The columns and steps of the claims for a second trip: what happened, what was decided, what was paid.
import { choice, reference } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";

export const compensationFields = {
  claimedAt: dateTime({ label: { zh: "提出时间", en: "Claimed at" }, required: true }),
  claimant: text({ label: { zh: "申请人", en: "Claimant" }, maxLength: 60, required: true, personal: true }),
  contact: text({ label: { zh: "联系方式", en: "Contact" }, maxLength: 60, personal: true }),
  handler: reference({
    label: { zh: "承办人", en: "Who handled the matter" },
    refersTo: "person",
    required: true,
  }),
  causeKind: choice({
    label: { zh: "原因类别", en: "Kind of cause" },
    choices: {
      notTold: { zh: "能一次说清而未说清", en: "could have been told, was not" },
      toldWrongly: { zh: "告知有误", en: "was told wrongly" },
      otherWindow: { zh: "指错部门或窗口", en: "was sent to the wrong place" },
    },
    required: true,
  }),
  cause: longText({
    label: { zh: "事由", en: "Cause" },
    help: { zh: "第一次没有告知什么、哪天又来了一趟", en: "what was not told, and when they came again" },
    maxLength: 500,
  }),
  firstTripOn: date({ label: { zh: "第一次来的日期", en: "First trip on" } }),
  secondTripOn: date({ label: { zh: "第二次来的日期", en: "Second trip on" } }),
  claimedInFen: fen({ label: { zh: "要求赔偿(元)", en: "Claimed (yuan)" } }),
  caseNumber: text({ label: { zh: "办件编号", en: "Case number" }, maxLength: 20 }),
  noticeNumber: text({ label: { zh: "告知编号", en: "Notice number" }, maxLength: 40 }),
};

export type CompensationFields = typeof compensationFields;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });

export const compensationTransitions = {
  decide: {
    label: { zh: "作出决定", en: "decide" },
    from: ["claimed"],
    fields: {
      at,
      decision: choice({
        label: { zh: "决定", en: "Decision" },
        choices: {
          pay: { zh: "承办人赔偿", en: "the handler pays" },
          refuse: { zh: "不予赔偿", en: "nothing is due" },
        },
        required: true,
      }),
      reason: longText({ label: { zh: "认定理由", en: "Reason" }, maxLength: 500, required: true }),
      amountInFen: fen({
        label: { zh: "赔偿金额(元)", en: "Amount (yuan)" },
        help: { zh: "由决定人填写,系统不计算、不扣款", en: "as decided: nothing is computed or deducted" },
        minimum: 1,
      }),
      accountability: choice({
        label: { zh: "责任追究", en: "Accountability" },
        choices: {
          none: { zh: "不追究", en: "none" },
          talk: { zh: "谈话提醒", en: "a talk" },
          criticism: { zh: "批评教育", en: "criticism" },
          warning: { zh: "警告", en: "a warning" },
        },
      }),
    },
  },
  recordPayment: {
    label: { zh: "登记已付", en: "record the payment" },
    from: ["toPay"],
    fields: {
      at,
      paidInFen: fen({ label: { zh: "实付(元)", en: "Paid (yuan)" }, minimum: 1, required: true }),
      receipt: text({ label: { zh: "收条或凭证号", en: "Receipt" }, maxLength: 60, required: true }),
    },
  },
} as const;
