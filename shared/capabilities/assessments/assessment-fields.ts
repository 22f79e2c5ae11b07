// The columns and steps of a 70/30 assessment: a score from each side, and the conclusion.
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";

export const assessmentFields = {
  firstDay: date({ label: { zh: "考核期首日", en: "First day" }, required: true }),
  period: text({
    label: { zh: "考核期", en: "Period" },
    help: { zh: "如 2026-11、2026-Q4、2026", en: "such as 2026-11, 2026-Q4, 2026" },
    maxLength: 10,
    required: true,
  }),
  person: reference({ label: { zh: "被考核人", en: "Person" }, refersTo: "person", required: true }),
  total: text({ label: { zh: "总分", en: "Total" }, maxLength: 6 }),
};

export type AssessmentRow = TypedRow<typeof assessmentFields>;

export const assessmentStatuses = {
  unscored: { label: { zh: "待评分", en: "not scored" }, open: true },
  incomplete: { label: { zh: "缺一方评分", en: "incomplete: one score is missing" }, open: true },
  scored: { label: { zh: "待审定", en: "both scores given" }, open: true },
  concluded: { label: { zh: "已审定", en: "concluded" }, open: false },
} as const;

const on = date({ label: { zh: "日期", en: "On" }, required: true });
const score = integer({
  label: { zh: "得分(满分 100)", en: "Score (of 100)" },
  maximum: 100,
  required: true,
});
const ALL_OPEN = ["unscored", "incomplete", "scored"] as const;

export const assessmentTransitions = {
  scoreByCommunity: {
    label: { zh: "社区评分(70%)", en: "score by the community (70%)" },
    from: ALL_OPEN,
    fields: {
      on,
      score,
      basis: textList({
        label: { zh: "依据的值周检查编号", en: "Checks that it rests on" },
        help: { zh: "考核期内已通报的值周检查", en: "checks of the period that were reported" },
        maxLength: 20,
      }),
      warnings: integer({ label: { zh: "本年警告次数", en: "Warnings this year" }, maximum: 200 }),
      reason: longText({ label: { zh: "评语", en: "Remarks" }, maxLength: 300 }),
    },
  },
  scoreByEmployer: {
    label: { zh: "所属单位评分(30%)", en: "score by the employer (30%)" },
    from: ALL_OPEN,
    fields: {
      on,
      score,
      document: text({
        label: { zh: "单位考核文件", en: "The employer's paper" },
        maxLength: 100,
        required: true,
      }),
    },
  },
  conclude: {
    label: { zh: "审定", en: "conclude" },
    from: ALL_OPEN,
    fields: {
      on,
      grade: choice({
        label: { zh: "等次", en: "Grade" },
        choices: {
          good: { zh: "好", en: "good" },
          sound: { zh: "较好", en: "sound" },
          poor: { zh: "差", en: "poor" },
        },
      }),
    },
  },
} as const;
