// The steps of a complaint, from taking it on to hearing whether its author is content.
import type { StatusDefinition, Transition } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";

export const complaintStatuses = {
  received: { label: { zh: "待受理", en: "received" }, open: true },
  handling: { label: { zh: "处理中", en: "being handled" }, open: true },
  answered: { label: { zh: "已答复", en: "answered" }, open: false },
  followedUp: { label: { zh: "已回访", en: "followed up" }, open: false },
  withdrawn: { label: { zh: "投诉人撤回", en: "withdrawn" }, open: false },
} as const satisfies Record<string, StatusDefinition>;

export type ComplaintStatus = keyof typeof complaintStatuses;

const at = dateTime({ label: { zh: "时间", en: "At" }, required: true });
const NO_NAMES = {
  zh: "不写投诉人和被投诉人的姓名:这里的文字留在历史里,不随个人信息删除",
  en: "name neither side: this text stays in the history when personal details are erased",
};

/** `notPossible`: whoever complains without name and contact can be told nothing; the answer is posted instead. */
export const TOLD_BY = {
  inPerson: { zh: "当面", en: "in person" },
  phone: { zh: "电话", en: "telephone" },
  writing: { zh: "书面", en: "in writing" },
  message: { zh: "短信或微信", en: "text message" },
  posted: { zh: "公示栏公布", en: "posted on the notice board" },
  notPossible: { zh: "匿名,无法告知", en: "anonymous, cannot be told" },
} as const;

export const complaintTransitions = {
  acknowledge: {
    label: { zh: "受理告知", en: "acknowledge" },
    from: ["received"],
    fields: {
      at,
      toldBy: choice({ label: { zh: "告知方式", en: "Told by" }, choices: TOLD_BY, required: true }),
    },
  },
  assign: {
    label: { zh: "交办", en: "assign" },
    from: ["received", "handling"],
    fields: {
      at,
      handler: reference({ label: { zh: "承办人", en: "Handler" }, refersTo: "person", required: true }),
    },
  },
  answer: {
    label: { zh: "答复", en: "answer" },
    from: ["handling"],
    fields: {
      at,
      finding: choice({
        label: { zh: "调查结论", en: "Finding" },
        choices: {
          upheld: { zh: "属实", en: "upheld" },
          partlyUpheld: { zh: "部分属实", en: "partly upheld" },
          notUpheld: { zh: "不属实", en: "not upheld" },
        },
        required: true,
      }),
      answer: longText({
        label: { zh: "答复内容", en: "Answer" },
        help: NO_NAMES,
        maxLength: 1000,
        required: true,
      }),
      toldBy: choice({ label: { zh: "答复方式", en: "Told by" }, choices: TOLD_BY, required: true }),
    },
  },
  decideAccountability: {
    label: { zh: "责任追究决定", en: "decide on accountability" },
    from: ["handling", "answered", "followedUp"],
    fields: {
      at,
      decision: choice({
        label: { zh: "决定", en: "Decision" },
        choices: {
          none: { zh: "不追究", en: "none" },
          talk: { zh: "谈话提醒", en: "a talk" },
          criticism: { zh: "批评教育", en: "criticism" },
          warning: { zh: "警告", en: "a warning" },
          assessment: { zh: "计入考核", en: "counts in the assessment" },
          referred: { zh: "移交上级", en: "passed to a higher level" },
        },
        required: true,
      }),
      reason: longText({
        label: { zh: "理由", en: "Reason" },
        help: NO_NAMES,
        maxLength: 500,
        required: true,
      }),
    },
  },
  followUp: {
    label: { zh: "回访满意度", en: "follow up" },
    from: ["answered"],
    fields: {
      at,
      satisfaction: choice({
        label: { zh: "对答复是否满意", en: "Content with the answer" },
        choices: {
          satisfied: { zh: "满意", en: "satisfied" },
          acceptable: { zh: "基本满意", en: "acceptable" },
          dissatisfied: { zh: "不满意", en: "dissatisfied" },
          unreachable: { zh: "联系不上", en: "could not be reached" },
        },
        required: true,
      }),
      note: text({ label: { zh: "说明", en: "Note" }, help: NO_NAMES, maxLength: 200 }),
    },
  },
  withdraw: {
    label: { zh: "投诉人撤回", en: "withdraw" },
    from: ["received", "handling"],
    fields: {
      at,
      reason: text({ label: { zh: "理由", en: "Reason" }, help: NO_NAMES, maxLength: 200, required: true }),
    },
  },
} as const satisfies Record<string, Transition>;
