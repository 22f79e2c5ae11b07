// The register of the hall's systems (制度登记), each version with the day from which it is in force. D1 三4.
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, stepsInOrder } from "../../ledger/plain-register.ts";
import { SYSTEMS } from "./systems.ts";

const statuses = {
  inForce: { label: { zh: "现行", en: "in force" }, open: true },
  superseded: { label: { zh: "已被替代", en: "superseded" }, open: false },
} as const;

export const serviceSystems = defineLedger({
  id: "service-systems",
  version: 1,
  title: { zh: "工作制度登记", en: "Systems in force" },
  fields: {
    inForceFrom: date({ label: { zh: "施行日期", en: "In force from" }, required: true }),
    system: choice({ label: { zh: "制度", en: "System" }, choices: SYSTEMS, required: true, width: 140 }),
    edition: integer({ label: { zh: "版次", en: "Edition" }, minimum: 1, maximum: 999, required: true }),
    content: longText({ label: { zh: "正文", en: "Text" }, maxLength: 5000, required: true }),
  },
  businessDate: "inForceFrom",
  dimension: "system",
  statuses,
  transitions: {
    supersede: {
      label: { zh: "停止施行", en: "supersede" },
      from: ["inForce"],
      fields: { on: date({ label: { zh: "停止日期", en: "Until" }, required: true }) },
    },
  },
  access: hallRegister({ upsert: HALL_LEADERS, supersede: HALL_LEADERS }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({ day: "inForceFrom", statuses, after: { supersede: "superseded" } }),
  check: stepsInOrder("inForceFrom"),
});
