// Templates and good practice (经验与制度模版), proposed by halls, adopted by the centre. D1 四(二).
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { attachments } from "../../ledger/fields/attachment.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";
import { WORK_AREAS } from "./areas.ts";

const proposedOn = { zh: "提出日期", en: "Proposed on" };

const statuses = {
  proposed: { label: { zh: "待采纳", en: "proposed" }, open: true },
  adopted: { label: { zh: "已推广", en: "adopted" }, open: false },
  notAdopted: { label: { zh: "未采纳", en: "not adopted" }, open: false },
} as const;

const on = date({ label: { zh: "日期", en: "On" }, required: true });

export const goodPractices = defineLedger({
  id: "good-practices",
  version: 1,
  title: { zh: "经验与模版库", en: "Good practice" },
  fields: {
    proposedOn: date({ label: proposedOn, required: true }),
    area: choice({ label: { zh: "工作方面", en: "Area" }, choices: WORK_AREAS, required: true, width: 120 }),
    kind: choice({
      label: { zh: "类别", en: "Kind" },
      choices: {
        template: { zh: "制度模版", en: "template" },
        practice: { zh: "成功经验", en: "good practice" },
        innovation: { zh: "创新做法", en: "innovation" },
      },
      required: true,
    }),
    title: text({ label: { zh: "题目", en: "Title" }, required: true }),
    content: longText({ label: { zh: "内容", en: "Content" }, maxLength: 2000, required: true }),
    files: attachments({ label: { zh: "附件", en: "Files" } }),
  },
  businessDate: "proposedOn",
  dimension: "area",
  statuses,
  transitions: {
    adopt: { label: { zh: "采纳推广", en: "adopt" }, from: ["proposed"], fields: { on } },
    decline: {
      label: { zh: "不采纳", en: "decline" },
      from: ["proposed"],
      fields: { on, reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }) },
    },
  },
  access: hallRegister({
    upsert: HALL_LEADERS,
    adopt: ["department", "centreAdmin"],
    decline: ["department", "centreAdmin"],
  }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({ day: "proposedOn", statuses, after: { adopt: "adopted", decline: "notAdopted" } }),
  check: rules(notInFuture("proposedOn", proposedOn), stepsInOrder("proposedOn")),
});
