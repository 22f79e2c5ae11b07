// Repair tickets to the property station (物业站维修单). D1 三9 “日常维修、维护由各社区物业站负责”.
import { HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  deriveBy,
  hallRegister,
  inOrder,
  notInFuture,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";

const labels = {
  reportedOn: { zh: "报修日期", en: "Reported on" },
  dueOn: { zh: "约定修复日期", en: "Due on" },
};
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  reported: { label: { zh: "已报修", en: "reported" }, open: true },
  repaired: { label: { zh: "已修复待验收", en: "repaired, to be confirmed" }, open: true },
  closed: { label: { zh: "已验收", en: "confirmed" }, open: false },
} as const;

export const repairTickets = defineLedger({
  id: "repair-tickets",
  version: 1,
  title: { zh: "设施维修单", en: "Repair tickets" },
  fields: {
    reportedOn: date({ label: labels.reportedOn, required: true }),
    facility: text({ label: { zh: "设施", en: "Facility" }, required: true }),
    fault: longText({ label: { zh: "故障", en: "Fault" }, maxLength: 300, required: true }),
    station: text({ label: { zh: "物业站", en: "Property station" }, maxLength: 60, required: true }),
    dueOn: date({ label: labels.dueOn, required: true }),
  },
  businessDate: "reportedOn",
  dimension: null,
  statuses,
  transitions: {
    repair: {
      label: { zh: "修复", en: "repaired" },
      from: ["reported"],
      fields: {
        on,
        work: longText({ label: { zh: "维修情况", en: "Work done" }, maxLength: 300, required: true }),
        costInFen: fen({ label: { zh: "费用(元)", en: "Cost (yuan)" } }),
      },
    },
    confirm: { label: { zh: "验收", en: "confirm" }, from: ["repaired"], fields: { on } },
    reject: {
      label: { zh: "验收不合格", en: "not repaired" },
      from: ["repaired"],
      fields: { on, reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }) },
    },
  },
  access: hallRegister({ repair: HALL_STAFF, confirm: HALL_STAFF, reject: HALL_STAFF }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({
    day: "reportedOn",
    due: "dueOn",
    statuses,
    after: { repair: "repaired", confirm: "closed", reject: "reported" },
  }),
  check: rules(
    notInFuture("reportedOn", labels.reportedOn),
    inOrder({ field: "reportedOn", label: labels.reportedOn }, { field: "dueOn", label: labels.dueOn }),
    stepsInOrder("reportedOn"),
  ),
});
