// Things that last (非消耗品), each with its custodian. D4 三 “专人、专用、专管”.
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { deriveBy, hallRegister, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const labels = {
  registeredOn: { zh: "登记日期", en: "Registered on" },
  custodian: { zh: "专管人", en: "Custodian" },
};

const statuses = {
  inUse: { label: { zh: "在用", en: "in use" }, open: true },
  writtenOff: { label: { zh: "已报废", en: "written off" }, open: false },
} as const;

export const custodyAssets = defineLedger({
  id: "custody-assets",
  version: 1,
  title: { zh: "专管资产台账", en: "Assets in custody" },
  fields: {
    registeredOn: date({ label: labels.registeredOn, required: true }),
    kind: choice({
      label: { zh: "类别", en: "Kind" },
      choices: {
        furniture: { zh: "办公桌椅", en: "furniture" },
        computer: { zh: "电脑及外设", en: "computer" },
        other: { zh: "其他", en: "other" },
      },
      required: true,
    }),
    name: text({ label: { zh: "名称型号", en: "Name" }, required: true }),
    assetNumber: text({ label: { zh: "资产编号", en: "Asset number" }, maxLength: 40, required: true }),
    custodian: reference({ label: labels.custodian, refersTo: "person", required: true }),
    valueInFen: fen({ label: { zh: "原值(元)", en: "Value (yuan)" } }),
  },
  businessDate: "registeredOn",
  dimension: null,
  statuses,
  transitions: {
    writeOff: {
      label: { zh: "报废", en: "write off" },
      from: ["inUse"],
      fields: {
        on: date({ label: { zh: "日期", en: "On" }, required: true }),
        reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }),
      },
    },
  },
  access: hallRegister({ writeOff: HALL_LEADERS }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "registeredOn", statuses, after: { writeOff: "writtenOff" } }),
  check: rules(
    notInFuture("registeredOn", labels.registeredOn),
    stepsInOrder("registeredOn"),
    knownPerson("custodian", labels.custodian),
  ),
  handOver: handOverField("custodian"),
});
