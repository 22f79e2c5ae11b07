// What can happen to a case after it is registered, and in which statuses: the four flows share these steps.
import type { StatusDefinition, Transition } from "../../ledger/define-ledger.ts";
import type { Fields } from "../../ledger/field.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date, dateTime } from "../../ledger/fields/time.ts";
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

export const caseTransitions = {
  giveCorrectionNotice: {
    label: { zh: "一次性告知补正", en: "give correction notice" },
    from: ["processing", "awaitingCorrection"],
    fields: { at, items, newReason },
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
    fields: { at, agency },
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
  reopen: {
    label: { zh: "重新办理", en: "reopen" },
    from: ["completed", "fedBack"],
    fields: { at, reason },
  },
} as const satisfies Record<string, Transition & { fields: Fields }>;
