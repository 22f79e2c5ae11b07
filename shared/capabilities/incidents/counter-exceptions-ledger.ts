// Outsiders behind the counter (进入柜台登记): who, why, who allowed it, and when they left. D3 二2.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { reference } from "../../ledger/fields/choice.ts";
import { text } from "../../ledger/fields/text.ts";
import { dateTime } from "../../ledger/fields/time.ts";
import { counted, dayIn, deriveBy, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const fields = {
  enteredAt: dateTime({ label: { zh: "进入时间", en: "Entered at" }, required: true }),
  visitor: text({
    label: { zh: "进入人员", en: "Who entered" },
    maxLength: 60,
    required: true,
    personal: true,
  }),
  reason: text({ label: { zh: "事由", en: "Reason" }, maxLength: 200, required: true }),
  allowedBy: reference({ label: { zh: "批准人", en: "Allowed by" }, refersTo: "person", required: true }),
};

export type CounterExceptionRow = TypedRow<typeof fields>;

const statuses = {
  inside: { label: { zh: "在柜台内", en: "behind the counter" }, open: true },
  left: { label: { zh: "已离开", en: "left" }, open: false },
} as const;

const problems = defineProblems({
  not_a_leader: {
    status: 422,
    zh: "“批准人”不是本厅的窗口负责人或大厅负责人。D3 二2:非大厅工作人员不允许进入工作柜台内;例外须由负责人批准。",
    en: "Allowed by: no window head or hall head of this hall. D3 二2: no outsiders behind the counter; only a head makes an exception.",
  },
});

/** D3 二2 "非大厅工作人员不允许进入工作柜台内"; [P] an exception is a head's to make. */
export function checkAllowed({ values: { allowedBy } }: CounterExceptionRow, facts: LedgerFacts): Problem[] {
  const roles = allowedBy === undefined ? [] : (facts.findPerson(allowedBy)?.roles ?? []);
  return roles.some((role) => HALL_LEADERS.includes(role))
    ? []
    : [problems.not_a_leader({ field: "allowedBy" })];
}

const plain = rules(notInFuture("enteredAt", fields.enteredAt.label), stepsInOrder("enteredAt"));

export const counterExceptions = defineLedger({
  id: "counter-exceptions",
  version: 1,
  title: { zh: "进入柜台登记", en: "Outsiders behind the counter" },
  fields,
  businessDate: "enteredAt",
  dimension: null,
  statuses,
  transitions: {
    leave: {
      label: { zh: "离开", en: "leave" },
      from: ["inside"],
      fields: { at: dateTime({ label: { zh: "离开时间", en: "Left at" }, required: true }) },
    },
  },
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    unmask: ["inspector", "centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    leave: HALL_STAFF,
  },
  metrics: { entered: counted("进入柜台", "Outsiders behind the counter") },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "enteredAt", due: "enteredAt", statuses, after: { leave: "left" } }),
  check: (row, personal, facts) => [...checkAllowed(row, facts), ...plain(row, personal, facts)],
  recount: ({ values }) => {
    const day = dayIn(values, "enteredAt");
    return day ? [{ day, dimension: null, amounts: { entered: 1 } }] : [];
  },
});
