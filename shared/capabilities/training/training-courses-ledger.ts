// Training that was held (培训记录): courses, contests, examinations. D1 三8, D5 一.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { fen, integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED } from "../../ledger/plain-register.ts";
import { COURSES, TRAINING_KINDS, TRAINING_SOURCES } from "./courses.ts";

const heldOn = { zh: "培训日期", en: "Held on" };

export const trainingCourses = defineLedger({
  id: "training-courses",
  version: 1,
  title: { zh: "培训记录", en: "Training held" },
  fields: {
    heldOn: date({ label: heldOn, required: true }),
    course: choice({ label: { zh: "课程", en: "Course" }, choices: COURSES, required: true }),
    topic: text({ label: { zh: "题目", en: "Topic" }, required: true }),
    kind: choice({
      label: { zh: "内培或外培", en: "Internal or external" },
      choices: TRAINING_KINDS,
      required: true,
    }),
    source: choice({ label: { zh: "培训资源", en: "Source" }, choices: TRAINING_SOURCES, required: true }),
    trainer: text({ label: { zh: "授课人", en: "Trainer" }, maxLength: 60 }),
    hours: integer({ label: { zh: "课时", en: "Hours" }, minimum: 1, maximum: 200, required: true }),
    attendees: integer({ label: { zh: "参加人数", en: "Attendees" }, minimum: 1, required: true }),
    costInFen: fen({ label: { zh: "费用(元)", en: "Cost (yuan)" } }),
    note: longText({ label: { zh: "备注", en: "Note" }, maxLength: 300 }),
  },
  businessDate: "heldOn",
  dimension: "course",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "heldOn", statuses: RECORDED }),
  check: notInFuture("heldOn", heldOn),
});
