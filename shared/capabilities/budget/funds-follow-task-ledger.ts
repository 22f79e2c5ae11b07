// Funds that follow a task (费随事转): the department that gave the task, what was agreed, what came, what is owed.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { fen } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, type PlainRule, rules, stepsInOrder, totalled } from "../../ledger/plain-register.ts";
import type { RowEvent } from "../../ledger/record.ts";
import { arrears } from "./budget-heads.ts";

const problems = defineProblems({
  received_more_than_agreed: {
    status: 422,
    zh: "累计到账 {received} 元，超过约定的 {agreed} 元；请核对金额，或先修改约定金额。",
    en: "{received} yuan received in all, more than the {agreed} agreed; check the amount, or change the agreement first.",
  },
  still_in_arrears: {
    status: 422,
    zh: "还欠 {left} 元未落实，不能销账；请登记到账，或修改约定金额。",
    en: "{left} yuan are still owed: register what came in, or change the agreement.",
  },
});

const amountInFen = fen({ label: { zh: "到账金额(元)", en: "Received (yuan)" }, minimum: 1, required: true });
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  owed: { label: { zh: "未落实", en: "owed" }, open: true },
  settled: { label: { zh: "已落实", en: "settled" }, open: false },
} as const;

/** In fen, over all steps “到账”. */
export function receivedInFen(events: readonly RowEvent[]): number {
  return events
    .filter(({ action }) => action === "receive")
    .reduce((sum, { data }) => sum + (typeof data.amountInFen === "number" ? data.amountInFen : 0), 0);
}

/** D1 三9 “按照‘费随事转’原则，由相关部门落实费用”. */
const amountsAddUp: PlainRule = ({ values, events }) => {
  const agreed = typeof values.agreedInFen === "number" ? values.agreedInFen : 0;
  const received = receivedInFen(events);
  const yuan = (fenAmount: number) => (fenAmount / 100).toFixed(2);
  if (received > agreed) {
    const details = { received: yuan(received), agreed: yuan(agreed) };
    return [problems.received_more_than_agreed({ field: "amountInFen", ...details })];
  }
  const left = arrears(agreed, received);
  return events.some(({ action }) => action === "settle") && left > 0
    ? [problems.still_in_arrears({ left: yuan(left) })]
    : [];
};

export const fundsFollowTask = defineLedger({
  id: "funds-follow-task",
  version: 1,
  title: { zh: "费随事转台账", en: "Funds that follow tasks" },
  fields: {
    agreedOn: date({ label: { zh: "约定日期", en: "Agreed on" }, required: true }),
    department: text({ label: { zh: "交办部门", en: "Department" }, maxLength: 80, required: true }),
    task: text({ label: { zh: "协助事项", en: "Task" }, maxLength: 200, required: true }),
    agreedInFen: fen({ label: { zh: "约定经费(元)", en: "Agreed (yuan)" }, minimum: 1, required: true }),
    dueOn: date({ label: { zh: "约定到账日期", en: "Due on" } }),
  },
  businessDate: "agreedOn",
  dimension: null,
  statuses,
  transitions: {
    receive: { label: { zh: "到账", en: "receive" }, from: ["owed"], fields: { on, amountInFen } },
    settle: { label: { zh: "销账", en: "settle" }, from: ["owed"], fields: { on } },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_LEADERS,
    void: ["hallHead"],
    receive: HALL_LEADERS,
    settle: HALL_LEADERS,
  },
  metrics: {
    agreedInFen: totalled("agreedInFen", "fen", "约定经费(元)", "Agreed (yuan)"),
  },
  metricsVersion: 2,
  retentionYears: 10,
  derive: deriveBy({ day: "agreedOn", due: "dueOn", statuses, after: { settle: "settled" } }),
  check: rules(stepsInOrder("agreedOn"), amountsAddUp),
});
