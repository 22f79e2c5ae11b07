// Consumables given out (消耗品领用), by person. D4 三 “杜绝浪费、公事公用、杜绝私用”.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED, rules } from "../../ledger/plain-register.ts";

const labels = { issuedOn: { zh: "领用日期", en: "Issued on" }, person: { zh: "领用人", en: "Issued to" } };

export const consumableIssues = defineLedger({
  id: "consumable-issues",
  version: 1,
  title: { zh: "低值易耗品领用台账", en: "Consumables issued" },
  fields: {
    issuedOn: date({ label: labels.issuedOn, required: true }),
    person: reference({ label: labels.person, refersTo: "person", required: true }),
    item: choice({
      label: { zh: "品名", en: "Item" },
      choices: {
        notebook: { zh: "笔记本", en: "notebook" },
        paper: { zh: "复印纸", en: "copying paper" },
        pen: { zh: "圆珠笔", en: "ball-point pen" },
        other: { zh: "其他", en: "other" },
      },
      required: true,
    }),
    quantity: integer({ label: { zh: "数量", en: "Quantity" }, minimum: 1, maximum: 10_000, required: true }),
    // D4 三 “公事公用”: what it is for has to be said.
    purpose: text({ label: { zh: "公务用途", en: "Official purpose" }, maxLength: 200, required: true }),
  },
  businessDate: "issuedOn",
  dimension: null,
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "issuedOn", statuses: RECORDED }),
  check: rules(notInFuture("issuedOn", labels.issuedOn), knownPerson("person", labels.person)),
});
