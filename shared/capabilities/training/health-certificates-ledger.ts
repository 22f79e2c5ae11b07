// Catering workers' examination and 健康培训合格证. D5 二3: material handed out, examined, certificate given.

import { HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { flag, integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  notInFuture,
  type PlainRule,
  personalRegister,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";

/** [P]: the documents say “考试合格” and no mark; 60 of 100 is the usual one. */
export const PASS_MARK = 60;

const problems = defineProblems({
  score_below_pass: {
    status: 422,
    zh: "考试成绩 {score} 分，未达合格线 {passMark} 分，不能发证；请补考后另行登记。",
    en: "Score {score} is below the pass mark {passMark}: no certificate; register a new examination.",
  },
});

const examinedOn = { zh: "考试日期", en: "Examined on" };

const statuses = {
  examined: { label: { zh: "合格待发证", en: "passed, certificate due" }, open: true },
  failed: { label: { zh: "未合格", en: "not passed" }, open: false },
  issued: { label: { zh: "已发证", en: "certificate issued" }, open: false },
} as const;

const hasPassed = (score: unknown) => typeof score === "number" && score >= PASS_MARK;

/** D5 二3 “通过考试合格后，发放健康培训合格证”. */
const certificateAfterPassing: PlainRule = ({ values, events }) =>
  events.some(({ action }) => action === "issue") && !hasPassed(values.score)
    ? [problems.score_below_pass({ field: "score", score: Number(values.score), passMark: PASS_MARK })]
    : [];

export const healthCertificates = defineLedger({
  id: "health-certificates",
  version: 1,
  title: { zh: "健康培训合格证", en: "Health training certificates" },
  fields: {
    examinedOn: date({ label: examinedOn, required: true }),
    worker: text({ label: { zh: "从业人员", en: "Worker" }, maxLength: 60, required: true, personal: true }),
    premises: text({ label: { zh: "餐饮单位", en: "Premises" }, required: true }),
    squad: choice({
      label: { zh: "稽查队", en: "Squad" },
      choices: {
        first: { zh: "一队", en: "first" },
        second: { zh: "二队", en: "second" },
        third: { zh: "三队", en: "third" },
        fourth: { zh: "四队", en: "fourth" },
      },
      required: true,
    }),
    materialGiven: flag({ label: { zh: "已发培训材料", en: "Material handed out" } }),
    score: integer({ label: { zh: "成绩", en: "Score" }, maximum: 100, required: true }),
  },
  businessDate: "examinedOn",
  dimension: "squad",
  statuses,
  transitions: {
    issue: {
      label: { zh: "发证", en: "issue certificate" },
      from: ["examined", "failed"],
      fields: {
        on: date({ label: { zh: "发证日期", en: "Issued on" }, required: true }),
        certificateNumber: text({ label: { zh: "证书编号", en: "Number" }, maxLength: 60, required: true }),
      },
    },
  },
  access: personalRegister({ issue: HALL_STAFF }),
  metrics: {
    issued: counted("发放合格证", "Certificates issued", "closing", (_, { status }) => status === "issued"),
  },
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({
    day: "examinedOn",
    statuses,
    first: ({ score }) => (hasPassed(score) ? "examined" : "failed"),
    after: { issue: "issued" },
  }),
  check: rules(notInFuture("examinedOn", examinedOn), stepsInOrder("examinedOn"), certificateAfterPassing),
  print(row, personal) {
    const issued = row.events.find(({ action }) => action === "issue");
    if (!issued) return [];
    const fields = [
      { label: { zh: "姓名", en: "Name" }, value: personal.worker ?? "" },
      { label: { zh: "单位", en: "Premises" }, value: row.values.premises ?? "" },
      { label: { zh: "考试日期", en: "Examined on" }, value: row.values.examinedOn ?? "" },
      { label: { zh: "成绩", en: "Score" }, value: String(row.values.score ?? "") },
      { label: { zh: "发证日期", en: "Issued on" }, value: String(issued.data.on ?? "") },
    ];
    return [
      {
        id: "certificate",
        title: { zh: "健康培训合格证", en: "Health training certificate" },
        number: String(issued.data.certificateNumber ?? ""),
        blocks: [
          { kind: "fields", fields },
          {
            kind: "paragraph",
            text: {
              zh: "经食品安全知识培训并考试合格，特发此证。",
              en: "Trained in food safety and passed the examination.",
            },
          },
          { kind: "signatures", by: [{ zh: "发证单位（盖章）", en: "Issued by (seal)" }] },
        ],
      },
    ];
  },
});
