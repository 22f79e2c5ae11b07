// Uniforms given out (服装发放), and from which money they were paid. D1 三7.
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { fen, integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import {
  deriveBy,
  hallRegister,
  notInFuture,
  type PlainRule,
  RECORDED,
  rules,
} from "../../ledger/plain-register.ts";

const problems = defineProblems({
  funding_does_not_add_up: {
    status: 422,
    zh: "劳保服装费用 {labour} 元加福利费 {welfare} 元，不等于金额 {cost} 元；请核对资金来源。",
    en: "{labour} yuan of protective clothing money and {welfare} of the welfare fund are not the {cost} it cost.",
  },
});

const labels = { issuedOn: { zh: "发放日期", en: "Issued on" }, person: { zh: "领取人", en: "Issued to" } };

/** D1 三7 “劳保服装费用不足部分由福利费支出”: what the first does not cover comes from the second, no more. */
const fundingAddsUp: PlainRule = ({ values }) => {
  const amount = (id: string) => {
    const value = values[id];
    return typeof value === "number" ? value : 0;
  };
  const [cost, labour, welfare] = [amount("costInFen"), amount("labourInFen"), amount("welfareInFen")];
  const yuan = (fenAmount: number) => (fenAmount / 100).toFixed(2);
  return labour + welfare === cost
    ? []
    : [
        problems.funding_does_not_add_up({
          field: "welfareInFen",
          labour: yuan(labour),
          welfare: yuan(welfare),
          cost: yuan(cost),
        }),
      ];
};

export const uniformIssues = defineLedger({
  id: "uniform-issues",
  version: 1,
  title: { zh: "服装发放台账", en: "Uniforms issued" },
  fields: {
    issuedOn: date({ label: labels.issuedOn, required: true }),
    person: reference({ label: labels.person, refersTo: "person", required: true }),
    garment: choice({
      label: { zh: "品种", en: "Garment" },
      choices: {
        summer: { zh: "夏装", en: "summer" },
        springAutumn: { zh: "春秋装", en: "spring and autumn" },
        winter: { zh: "冬装", en: "winter" },
        other: { zh: "其他", en: "other" },
      },
      required: true,
    }),
    // D1 三7 “由中心安环室统一确定标准、样式，统一采购”.
    style: text({ label: { zh: "安环室核定款式", en: "Style set by the centre" }, required: true }),
    size: text({ label: { zh: "号型", en: "Size" }, maxLength: 20 }),
    quantity: integer({ label: { zh: "件数", en: "Pieces" }, minimum: 1, maximum: 20, required: true }),
    costInFen: fen({ label: { zh: "金额(元)", en: "Cost (yuan)" }, required: true }),
    labourInFen: fen({
      label: { zh: "劳保服装费(元)", en: "From protective clothing (yuan)" },
      required: true,
    }),
    welfareInFen: fen({ label: { zh: "福利费(元)", en: "From the welfare fund (yuan)" }, required: true }),
  },
  businessDate: "issuedOn",
  dimension: "garment",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "issuedOn", statuses: RECORDED }),
  check: rules(notInFuture("issuedOn", labels.issuedOn), knownPerson("person", labels.person), fundingAddsUp),
});
