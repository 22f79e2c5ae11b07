// Second checks of what was entered (登录核对与差错): entries verified, declared against stock, errors corrected. D3 三4, D4 六1.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { counted, deriveBy, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const fields = {
  checkedOn: date({ label: { zh: "核对日期", en: "Checked on" }, required: true }),
  kind: choice({
    label: { zh: "核对内容", en: "What was checked" },
    choices: {
      entry: { zh: "登录数据", en: "data entered" },
      form: { zh: "填写事项", en: "a form filled in" },
      stock: { zh: "申报核定与库存数据", en: "declared against stock" },
    },
    required: true,
  }),
  subject: text({
    label: { zh: "办件或单据编号", en: "Case or document" },
    maxLength: 80,
    required: true,
  }),
  enteredBy: reference({ label: { zh: "登录人", en: "Entered by" }, refersTo: "person", required: true }),
  checkedBy: reference({ label: { zh: "核对人", en: "Checked by" }, refersTo: "person", required: true }),
  declared: integer({ label: { zh: "申报核定数", en: "Declared" }, maximum: 1_000_000_000 }),
  inStock: integer({ label: { zh: "库存数", en: "In stock" }, maximum: 1_000_000_000 }),
  result: choice({
    label: { zh: "核对结果", en: "Result" },
    choices: { sound: { zh: "无误", en: "sound" }, error: { zh: "有差错", en: "an error" } },
    required: true,
  }),
  error: text({ label: { zh: "差错情况", en: "The error" }, maxLength: 200 }),
};

export type EntryCheckRow = TypedRow<typeof fields>;

const statuses = {
  sound: { label: { zh: "无误", en: "sound" }, open: false },
  wrong: { label: { zh: "待更正", en: "to be corrected" }, open: true },
  corrected: { label: { zh: "已更正", en: "corrected" }, open: false },
} as const;

const problems = defineProblems({
  checks_own: {
    status: 422,
    zh: "核对人不能是登录人本人。D3 三4:注意检查核对登录数据和填写事项;请由另一人核对。",
    en: "Nobody checks their own entry. D3 三4 asks for entries to be verified; please let somebody else do it.",
  },
  figures_missing: {
    status: 422,
    zh: "请填写“{label}”。D3 三4:申报核定数据要与库存数据核对检录。",
    en: "Please give {label}. D3 三4: what is declared is checked against stock.",
  },
  figures_differ: {
    status: 422,
    zh: "申报核定数与库存数不一致,结果不能是“无误”。D3 三4;请改为“有差错”并写明情况。",
    en: "Declared and in stock differ, so the result is not sound (D3 三4); choose “an error” and say what it is.",
  },
  error_untold: {
    status: 422,
    zh: "请填写“差错情况”,以便立即改正(D4 六1)。",
    en: "Please say what the error is, so that it can be corrected at once (D4 六1).",
  },
});

/** D3 三4 "注意检查核对登录数据和填写事项": a second check is a second person's. */
export function checkSecondPerson({ values: { enteredBy, checkedBy } }: EntryCheckRow): Problem[] {
  return enteredBy === checkedBy ? [problems.checks_own({ field: "checkedBy" })] : [];
}

/** D3 三4 "申报核定数据要与库存数据核对检录". */
export function checkAgainstStock({ values }: EntryCheckRow): Problem[] {
  if (values.kind !== "stock") return [];
  const missing = (["declared", "inStock"] as const).filter((id) => values[id] === undefined);
  if (missing.length > 0) {
    return missing.map((id) => problems.figures_missing({ field: id, label: fields[id].label }));
  }
  return values.declared !== values.inStock && values.result === "sound"
    ? [problems.figures_differ({ field: "result" })]
    : [];
}

/** D4 六1 "发现违规行为应及时指导,要求立即改正": whoever corrects has to know what. */
export function checkErrorTold({ values: { result, error } }: EntryCheckRow): Problem[] {
  return result === "error" && !error ? [problems.error_untold({ field: "error" })] : [];
}

const plain = rules(
  notInFuture("checkedOn", fields.checkedOn.label),
  stepsInOrder("checkedOn"),
  knownPerson("enteredBy", fields.enteredBy.label),
  knownPerson("checkedBy", fields.checkedBy.label),
);

export const entryChecks = defineLedger({
  id: "entry-checks",
  version: 1,
  title: { zh: "登录核对与差错", en: "Second checks of entries" },
  fields,
  businessDate: "checkedOn",
  dimension: null,
  statuses,
  transitions: {
    correct: {
      label: { zh: "更正", en: "correct" },
      from: ["wrong"],
      fields: {
        on: date({ label: { zh: "更正日期", en: "Corrected on" }, required: true }),
        how: longText({ label: { zh: "更正情况", en: "How" }, maxLength: 300, required: true }),
      },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    correct: HALL_STAFF,
  },
  metrics: {
    checked: counted("二次核对", "Second checks"),
    errors: counted(
      "其中有差错",
      "of which with an error",
      "business",
      ({ values }) => values.result === "error",
    ),
  },
  metricsVersion: 1,
  retentionYears: 3,
  // D4 六1 "立即改正" [P]: on the day it was found.
  derive: deriveBy({
    day: "checkedOn",
    due: "checkedOn",
    statuses,
    first: ({ result }) => (result === "error" ? "wrong" : "sound"),
    after: { correct: "corrected" },
  }),
  locked: ({ events }) => (events.length > 0 ? ["checkedOn", "result"] : []),
  check: (row, personal, facts) => [
    ...checkSecondPerson(row),
    ...checkAgainstStock(row),
    ...checkErrorTold(row),
    ...plain(row, personal, facts),
  ],
  duties: (row, derived) =>
    row.values.result === "error" && derived.dueDate !== null
      ? [
          {
            id: "correction",
            label: { zh: "差错更正", en: "Correction of the error" },
            dueOn: derived.dueDate,
            doneOn: derived.closingDay,
            mustAct: "windowHead",
            source: "D4 六1 “要求立即改正”",
          },
        ]
      : [],
  recount: ({ values: { checkedOn, result } }) =>
    checkedOn
      ? [
          {
            day: checkedOn,
            dimension: null,
            amounts: { checked: 1, ...(result === "error" ? { errors: 1 } : {}) },
          },
        ]
      : [],
});
