// Damage to or loss of supplies, and what was decided about it. D4 三 “造成损坏或丢失将采取相应的经济处罚”.
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { deriveBy, hallRegister, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const problems = defineProblems({
  decides_about_oneself: {
    status: 403,
    zh: "不能对自己的损坏、丢失作出处理决定；请由其他负责人决定。",
    en: "Nobody decides about what they damaged or lost themselves; another leader decides.",
  },
});

const labels = { foundOn: { zh: "发现日期", en: "Found on" }, person: { zh: "当事人", en: "Person" } };

const statuses = {
  found: { label: { zh: "待处理", en: "to be decided" }, open: true },
  decided: { label: { zh: "已处理", en: "decided" }, open: false },
} as const;

export const damageDecisions = defineLedger({
  id: "damage-decisions",
  version: 1,
  title: { zh: "损坏丢失处理登记", en: "Damage and loss" },
  fields: {
    foundOn: date({ label: labels.foundOn, required: true }),
    kind: choice({
      label: { zh: "情形", en: "Kind" },
      choices: { damaged: { zh: "损坏", en: "damaged" }, lost: { zh: "丢失", en: "lost" } },
      required: true,
    }),
    item: text({ label: { zh: "物品", en: "Item" }, required: true }),
    person: reference({ label: labels.person, refersTo: "person" }),
    cause: longText({ label: { zh: "经过", en: "What happened" }, maxLength: 500, required: true }),
  },
  businessDate: "foundOn",
  dimension: null,
  statuses,
  transitions: {
    // Nothing is computed: the document gives no amounts; whoever decides states one and why.
    decide: {
      label: { zh: "作出处理决定", en: "decide" },
      from: ["found"],
      fields: {
        on: date({ label: { zh: "决定日期", en: "Decided on" }, required: true }),
        decision: longText({ label: { zh: "决定", en: "Decision" }, maxLength: 300, required: true }),
        penaltyInFen: fen({ label: { zh: "经济处罚(元)", en: "Penalty (yuan)" }, required: true }),
      },
    },
  },
  access: hallRegister({ decide: HALL_LEADERS }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "foundOn", statuses, after: { decide: "decided" } }),
  check: rules(
    notInFuture("foundOn", labels.foundOn),
    stepsInOrder("foundOn"),
    knownPerson("person", labels.person),
  ),
  permits: (action, row, actor) =>
    action === "decide" && row?.values.person === actor.id ? [problems.decides_about_oneself({})] : [],
});
