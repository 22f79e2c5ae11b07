// Documents handed out free of charge (免费资料发放): kind, quantity, date. D5 二, "截止目前 … 发放 …".
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";

/** In the order in which D5 counts them, with the word that it counts them in. */
export const DOCUMENT_KINDS = {
  rules: { zh: "管理制度", en: "sets of rules", unit: "份" },
  trainingMaterials: { zh: "培训材料", en: "training materials", unit: "份" },
  testPapers: { zh: "培训试题", en: "test papers", unit: "份" },
  purchaseLedgers: { zh: "购货台账", en: "purchase ledgers", unit: "本" },
  floorPlans: { zh: "布局图指导", en: "floor plans", unit: "份" },
  other: { zh: "其他资料", en: "other documents", unit: "份" },
} as const;

const problems = defineProblems({
  in_the_future: {
    status: 422,
    zh: "发放日期在将来;请核对。",
    en: "The date lies in the future; please check it.",
  },
});

export const documentsHandedOut = defineLedger({
  id: "documents-handed-out",
  version: 1,
  title: { zh: "资料发放台账", en: "Documents handed out" },
  fields: {
    handedOutOn: date({ label: { zh: "发放日期", en: "Date" }, required: true }),
    kind: choice({ label: { zh: "资料种类", en: "Kind" }, choices: DOCUMENT_KINDS, required: true }),
    quantity: integer({ label: { zh: "数量", en: "Quantity" }, minimum: 1, required: true }),
    note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
  },
  businessDate: "handedOutOn",
  dimension: "kind",
  statuses: { recorded: { label: { zh: "已登记", en: "recorded" }, open: false } },
  transitions: {},
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
  },
  metrics: {
    quantity: {
      label: { zh: "发放份数", en: "Copies handed out" },
      combine: "sum",
      unit: "count",
      datedBy: "business",
      amount: ({ values }) => (typeof values.quantity === "number" ? values.quantity : 0),
    },
  },
  metricsVersion: 1,
  retentionYears: 5,
  derive(row) {
    const { handedOutOn } = row.values;
    if (!handedOutOn) throw new Error("documents without a date were accepted");
    return {
      status: "recorded",
      open: false,
      businessDay: handedOutOn,
      closingDay: handedOutOn,
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
    };
  },
  check: (row, _, facts) =>
    row.values.handedOutOn && row.values.handedOutOn > facts.today
      ? [problems.in_the_future({ field: "handedOutOn" })]
      : [],
  recount: ({ values }) =>
    values.handedOutOn && values.quantity
      ? [{ day: values.handedOutOn, dimension: values.kind ?? null, amounts: { quantity: values.quantity } }]
      : [],
});
