// Who completed which course (培训完成情况), with score and certificate. D1 三8: three general courses per person.
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { flag, integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import {
  counted,
  deriveBy,
  hallRegister,
  notInFuture,
  type PlainRule,
  RECORDED,
  rules,
} from "../../ledger/plain-register.ts";
import { COURSES } from "./courses.ts";

const problems = defineProblems({
  certificate_without_pass: {
    status: 422,
    zh: "未合格的培训没有证书;请清空证书编号,或勾选“合格”。",
    en: "There is no certificate for training that was not passed; clear the number, or tick “passed”.",
  },
});

const labels = {
  completedOn: { zh: "完成日期", en: "Completed on" },
  person: { zh: "人员", en: "Person" },
};

const certificateOnlyWhenPassed: PlainRule = ({ values }) =>
  values.certificateNumber !== undefined && values.passed !== true
    ? [problems.certificate_without_pass({ field: "certificateNumber" })]
    : [];

export const trainingCompletions = defineLedger({
  id: "training-completions",
  version: 1,
  title: { zh: "培训完成登记", en: "Training completed" },
  fields: {
    completedOn: date({ label: labels.completedOn, required: true }),
    person: reference({ label: labels.person, refersTo: "person", required: true }),
    course: choice({ label: { zh: "课程", en: "Course" }, choices: COURSES, required: true }),
    score: integer({ label: { zh: "成绩", en: "Score" }, maximum: 100 }),
    passed: flag({ label: { zh: "合格", en: "Passed" }, required: true }),
    certificateNumber: text({ label: { zh: "证书编号", en: "Certificate" }, maxLength: 60 }),
  },
  businessDate: "completedOn",
  dimension: "course",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {
    passed: counted("合格人次", "Passed", "business", ({ values }) => values.passed === true),
    certificates: counted(
      "取得证书",
      "Certificates",
      "business",
      ({ values }) => values.certificateNumber !== undefined,
    ),
  },
  metricsVersion: 2,
  retentionYears: 5,
  derive: deriveBy({ day: "completedOn", statuses: RECORDED }),
  check: rules(
    notInFuture("completedOn", labels.completedOn),
    knownPerson("person", labels.person),
    certificateOnlyWhenPassed,
  ),
});
