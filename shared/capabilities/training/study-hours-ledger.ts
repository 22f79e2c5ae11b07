// Hours of study (学习登记). D3 三8 “加强学习，提高思想和业务水平”; D5 一 “学中干，干中学”.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED, rules } from "../../ledger/plain-register.ts";

const labels = { studiedOn: { zh: "学习日期", en: "Studied on" }, person: { zh: "人员", en: "Person" } };

export const studyHours = defineLedger({
  id: "study-hours",
  version: 1,
  title: { zh: "学习登记", en: "Study hours" },
  fields: {
    studiedOn: date({ label: labels.studiedOn, required: true }),
    person: reference({ label: labels.person, refersTo: "person", required: true }),
    subject: choice({
      label: { zh: "类别", en: "Subject" },
      choices: {
        policy: { zh: "政策思想", en: "policy" },
        laws: { zh: "法律法规", en: "laws" },
        skills: { zh: "业务技能", en: "skills" },
      },
      required: true,
    }),
    topic: text({ label: { zh: "内容", en: "Topic" }, maxLength: 200, required: true }),
    minutes: integer({
      label: { zh: "时长(分钟)", en: "Minutes" },
      minimum: 5,
      maximum: 600,
      required: true,
    }),
  },
  businessDate: "studiedOn",
  dimension: "subject",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "studiedOn", statuses: RECORDED }),
  check: rules(notInFuture("studiedOn", labels.studiedOn), knownPerson("person", labels.person)),
});
