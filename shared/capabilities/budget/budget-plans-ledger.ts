// The hall's part of the centre's annual plan of expenses (年度费用计划), by budget head. D1 三9.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, RECORDED, totalled } from "../../ledger/plain-register.ts";
import { BUDGET_HEADS } from "./budget-heads.ts";

export const budgetPlans = defineLedger({
  id: "budget-plans",
  version: 1,
  title: { zh: "年度费用计划", en: "Budget plan" },
  fields: {
    plannedFor: date({
      label: { zh: "起用日期", en: "Available from" },
      help: { zh: "计入该日期所在年度", en: "counts for the year of this date" },
      required: true,
    }),
    head: choice({ label: { zh: "费用科目", en: "Budget head" }, choices: BUDGET_HEADS, required: true }),
    amountInFen: fen({ label: { zh: "计划金额(元)", en: "Planned (yuan)" }, required: true }),
    document: text({ label: { zh: "依据文号", en: "Document" } }),
  },
  businessDate: "plannedFor",
  dimension: "head",
  statuses: RECORDED,
  transitions: {},
  // D1 三9 “列入中心年度费用计划”: the centre plans, the community spends.
  access: hallRegister({ upsert: ["department", "centreAdmin"], void: ["centreAdmin"] }),
  metrics: {
    plannedInFen: totalled("amountInFen", "fen", "年度计划(元)", "Planned (yuan)"),
  },
  metricsVersion: 2,
  retentionYears: 10,
  derive: deriveBy({ day: "plannedFor", statuses: RECORDED }),
  check: () => [],
});
