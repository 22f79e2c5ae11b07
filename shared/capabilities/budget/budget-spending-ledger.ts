// What a hall spent (经费支出), by budget head, against the year's plan. D1 三9 “经费支出由社区控制使用”.

import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { plainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { AskedRow } from "../../ledger/facts.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  dayIn,
  deriveBy,
  hallRegister,
  notInFuture,
  type PlainRule,
  RECORDED,
  rules,
  totalled,
} from "../../ledger/plain-register.ts";
import { BUDGET_HEADS, type HeadAmount, sumOf } from "./budget-heads.ts";

const problems = defineProblems({
  over_plan: {
    status: 422,
    zh: "本科目年度计划 {planned} 元，已支出 {spent} 元，这一笔会超出计划；请填写“超计划理由”，或先调整计划。",
    en: "The year's plan for this head is {planned} yuan and {spent} are spent: state why it is exceeded, or have the plan changed first.",
  },
});

const spentOn = { zh: "支出日期", en: "Spent on" };

/** D1 三9 “列入中心年度费用计划 … 经费支出由社区控制使用”: beyond the plan only with a reason [P]. */
const withinPlanOrReason: PlainRule = ({ values }, _, facts) => {
  const head = String(values.head);
  const planned = sumOf(amountsOf(facts.rowsOf("budget-plans")), head);
  const spent = sumOf(amountsOf(facts.rowsOf("budget-spending")), head);
  const amount = typeof values.amountInFen === "number" ? values.amountInFen : 0;
  if (spent + amount <= planned || values.overPlanReason !== undefined) return [];
  const yuan = (fenAmount: number) => (fenAmount / 100).toFixed(2);
  return [problems.over_plan({ field: "amountInFen", planned: yuan(planned), spent: yuan(spent) })];
};

function amountsOf(rows: readonly AskedRow[]): HeadAmount[] {
  return rows.map(({ values }) => ({
    head: String(values.head),
    amountInFen: typeof values.amountInFen === "number" ? values.amountInFen : 0,
  }));
}

export const budgetSpending = defineLedger({
  id: "budget-spending",
  version: 1,
  title: { zh: "经费支出台账", en: "Spending" },
  fields: {
    spentOn: date({ label: spentOn, required: true }),
    head: choice({ label: { zh: "费用科目", en: "Budget head" }, choices: BUDGET_HEADS, required: true }),
    amountInFen: fen({ label: { zh: "金额(元)", en: "Amount (yuan)" }, minimum: 1, required: true }),
    purpose: text({ label: { zh: "用途", en: "Purpose" }, maxLength: 200, required: true }),
    receiptNumber: text({ label: { zh: "票据号", en: "Receipt" }, maxLength: 40 }),
    overPlanReason: text({ label: { zh: "超计划理由", en: "Why beyond the plan" }, maxLength: 200 }),
  },
  businessDate: "spentOn",
  dimension: "head",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister({ upsert: HALL_LEADERS }),
  metrics: {
    spentInFen: totalled("amountInFen", "fen", "已支出(元)", "Spent (yuan)"),
  },
  metricsVersion: 2,
  retentionYears: 10,
  derive: deriveBy({ day: "spentOn", statuses: RECORDED }),
  check: rules(notInFuture("spentOn", spentOn), withinPlanOrReason),
  asks(row) {
    const day = dayIn(row.values, "spentOn");
    if (!day) return [];
    const [from, to] = [plainDate(`${yearOf(day)}-01-01`), plainDate(`${yearOf(day)}-12-31`)];
    return [
      { ledger: "budget-plans", from, to },
      { ledger: "budget-spending", from, to },
    ];
  },
});
