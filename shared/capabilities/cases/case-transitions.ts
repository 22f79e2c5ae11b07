// What can happen to a case after it is registered, and in which statuses: the four flows share these steps.
import type { StatusDefinition, Transition } from "../../ledger/define-ledger.ts";
import type { Fields } from "../../ledger/field.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag, integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
import { MANNERS } from "../../ledger/notice-words.ts";
import { GRADES, RATING_CHANNELS } from "../../ledger/rating-words.ts";
import { caseEventFields, caseFields, FEEDBACK_CHANNELS } from "./case-fields.ts";

export const caseStatuses = {
  processing: { label: { zh: "办理中", en: "in progress" }, open: true },
  awaitingCorrection: { label: { zh: "待补正", en: "awaiting materials" }, open: true },
  paused: { label: { zh: "停表中", en: "clock stopped" }, open: true },
  upstream: { label: { zh: "已上报待批", en: "with the outside agency" }, open: true },
  resultKnown: { label: { zh: "批复已到", en: "result has come back" }, open: true },
  completed: { label: { zh: "已办结待反馈", en: "completed, feedback owed" }, open: false },
  fedBack: { label: { zh: "已反馈", en: "fed back" }, open: false },
} as const satisfies Record<string, StatusDefinition>;

export type CaseStatus = keyof typeof caseStatuses;

const { at, items, newReason, reason, agency } = caseEventFields;

const ratingFields = {
  at: dateTime({ label: { zh: "评价时间", en: "Rated at" }, required: true }),
  grade: choice({ label: { zh: "评价", en: "Grade" }, choices: GRADES, required: true }),
  channel: choice({ label: { zh: "评价方式", en: "Channel" }, choices: RATING_CHANNELS, required: true }),
};

export const caseTransitions = {
  giveCorrectionNotice: {
    label: { zh: "一次性告知补正", en: "give correction notice" },
    from: ["processing", "awaitingCorrection"],
    fields: {
      at,
      items,
      newReason,
      manner: choice({ label: { zh: "告知方式", en: "Manner" }, choices: MANNERS }),
      // Annex cl. 4: told in writing and archived.
      important: flag({ label: { zh: "重要事项(编文号存档)", en: "Important: numbered and archived" } }),
    },
  },
  completeMaterials: {
    label: { zh: "材料补齐", en: "materials complete" },
    from: ["awaitingCorrection"],
    fields: { at },
  },
  beginSpecialProcedure: {
    label: { zh: "特别程序(听证、检测、评审)", en: "special procedure" },
    from: ["processing"],
    fields: {
      kind: choice({
        label: { zh: "程序", en: "Procedure" },
        choices: {
          hearing: { zh: "听证", en: "hearing" },
          testing: { zh: "检验检测", en: "testing" },
          expertReview: { zh: "专家评审", en: "expert review" },
        },
        required: true,
      }),
      startsOn: date({ label: { zh: "开始日期", en: "Starts on" }, required: true }),
      endsOn: date({ label: { zh: "结束日期", en: "Ends on" } }),
      toldAt: dateTime({ label: { zh: "书面告知时间", en: "Told in writing at" }, required: true }),
    },
  },
  endSpecialProcedure: {
    label: { zh: "特别程序结束", en: "special procedure ends" },
    from: ["paused"],
    fields: { endsOn: date({ label: { zh: "结束日期", en: "Ends on" }, required: true }) },
  },
  extend: {
    label: { zh: "批准延期", en: "grant extension" },
    from: ["processing"],
    fields: {
      at,
      askedAt: dateTime({ label: { zh: "申请延期时间", en: "Asked at" }, required: true }),
      workingDays: integer({
        label: { zh: "延长工作日", en: "Working days" },
        minimum: 1,
        maximum: 60,
        required: true,
      }),
      reason,
      // 行政许可法 42: the applicant is told the reason. Told later: the step below.
      toldAt: dateTime({ label: { zh: "告知申请人时间", en: "Resident told at" } }),
    },
  },
  tellExtension: {
    label: { zh: "告知延期", en: "tell of the extension" },
    from: ["processing", "awaitingCorrection", "paused"],
    fields: {
      toldAt: dateTime({ label: { zh: "告知申请人时间", en: "Resident told at" }, required: true }),
      channel: choice({ label: { zh: "告知方式", en: "Channel" }, choices: FEEDBACK_CHANNELS }),
    },
  },
  forward: {
    label: { zh: "上报", en: "forward upstream" },
    from: ["processing"],
    // D1 三5 “自愿”: where the hall acts for the resident and the case does not say yet how they agreed.
    fields: { at, agency, consent: { ...caseFields.consent, hidden: false } },
  },
  recordUpstreamResult: {
    label: { zh: "批复到达", en: "upstream result" },
    from: ["upstream"],
    fields: { at },
  },
  complete: {
    label: { zh: "办结", en: "complete" },
    from: ["processing", "awaitingCorrection", "paused", "upstream", "resultKnown"],
    fields: {
      completedAt: { ...caseFields.completedAt, required: true },
      outcome: { ...caseFields.outcome, required: true },
    },
  },
  feedBack: {
    label: { zh: "反馈群众", en: "feed back" },
    from: ["completed"],
    fields: {
      feedbackAt: { ...caseFields.feedbackAt, required: true },
      feedbackChannel: { ...caseFields.feedbackChannel, required: true },
    },
  },
  handOver: {
    label: { zh: "移交", en: "hand over" },
    from: ["processing", "awaitingCorrection", "paused", "upstream", "resultKnown", "completed"],
    fields: {
      at,
      to: text({ label: { zh: "接手人员", en: "Handed to" }, maxLength: 60, required: true }),
      department: text({ label: { zh: "接手部门", en: "Department" }, maxLength: 80 }),
      reason,
    },
  },
  // Annex cl. 2: not mine; whom to see is named, and the first person asked stays answerable until they took it.
  refer: {
    label: { zh: "转介其他部门", en: "refer elsewhere" },
    from: ["processing", "awaitingCorrection", "paused", "upstream", "resultKnown", "completed"],
    fields: {
      at,
      department: text({ label: { zh: "应找的部门", en: "Department to see" }, maxLength: 80 }),
      to: text({ label: { zh: "应找的同志", en: "Colleague to see" }, maxLength: 60 }),
      reason,
    },
  },
  settleReferral: {
    label: { zh: "转介已落实", en: "referral settled" },
    from: ["processing", "awaitingCorrection", "paused", "upstream", "resultKnown", "completed", "fedBack"],
    onlyFollows: true,
    fields: {
      at,
      // Counted within the case, from 0.
      number: integer({ label: { zh: "第几次转介", en: "Referral number" }, required: true }),
      // Absent where the referral was void.
      by: text({ label: { zh: "接手人员", en: "Taken over by" }, maxLength: 60 }),
    },
  },
  // D1 二 "提高居民满意度": one rating for each closing.
  rate: {
    label: { zh: "登记评价", en: "rating" },
    from: ["completed", "fedBack"],
    fields: ratingFields,
  },
  noteRating: {
    label: { zh: "收到评价", en: "rating received" },
    from: ["completed", "fedBack"],
    onlyFollows: true,
    fields: {
      ...ratingFields,
      rating: text({ label: { zh: "评价编号", en: "Rating" }, maxLength: 40, required: true }),
    },
  },
  reopen: {
    label: { zh: "重新办理", en: "reopen" },
    from: ["completed", "fedBack"],
    fields: { at, reason },
  },
} as const satisfies Record<string, Transition & { fields: Fields }>;
