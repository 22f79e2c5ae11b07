// The programme's meetings, trainings and publicity, held by the centre (规范化建设活动). D1 四(一), 四(三).

import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { centreRegister, deriveBy, RECORDED, rules } from "../../ledger/plain-register.ts";

const problems = defineProblems({
  meeting_without_minutes: {
    status: 422,
    zh: "已召开的部署会、现场会须有纪要；请填写“纪要”。",
    en: "A meeting that was held needs its minutes; please fill them in.",
  },
});

export const programmeEvents = defineLedger({
  id: "programme-events",
  version: 1,
  title: { zh: "规范化建设活动", en: "Programme events" },
  scope: "centre",
  fields: {
    heldOn: date({ label: { zh: "日期", en: "Date" }, required: true }),
    kind: choice({
      label: { zh: "形式", en: "Kind" },
      choices: {
        kickOff: { zh: "工作部署会", en: "kick-off meeting" },
        training: { zh: "培训班", en: "training" },
        publicity: { zh: "宣传", en: "publicity" },
        onSiteMeeting: { zh: "工作现场会", en: "on-site meeting" },
        rollOut: { zh: "经验推广", en: "roll-out" },
      },
      required: true,
    }),
    title: text({ label: { zh: "主题", en: "Title" }, required: true }),
    place: text({ label: { zh: "地点", en: "Place" } }),
    attendees: integer({ label: { zh: "参加人数", en: "Attendees" } }),
    minutes: longText({ label: { zh: "纪要", en: "Minutes" }, maxLength: 3000 }),
  },
  businessDate: "heldOn",
  dimension: "kind",
  statuses: RECORDED,
  transitions: {},
  access: centreRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "heldOn", statuses: RECORDED }),
  // D1 四(三) “组织召开工作现场会，总结推广经验”.
  check: rules(({ values }, _, { today }) =>
    ["kickOff", "onSiteMeeting"].includes(String(values.kind)) &&
    String(values.heldOn) < today &&
    values.minutes === undefined
      ? [problems.meeting_without_minutes({ field: "minutes" })]
      : [],
  ),
});
