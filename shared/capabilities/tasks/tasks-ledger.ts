// Tasks given (交办任务): to whom, by when, what came of it. D3 三1 “事事有着落，有回音”; D5 四.
import { HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import {
  deriveBy,
  hallRegister,
  inOrder,
  notInFuture,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";

const labels = {
  givenOn: { zh: "交办日期", en: "Given on" },
  dueOn: { zh: "完成期限", en: "Due on" },
  owner: { zh: "承办人", en: "Owner" },
};
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  given: { label: { zh: "办理中", en: "in hand" }, open: true },
  answered: { label: { zh: "已回音待确认", en: "answered, to be confirmed" }, open: true },
  done: { label: { zh: "已办结", en: "done" }, open: false },
} as const;

export const tasks = defineLedger({
  id: "tasks",
  version: 1,
  title: { zh: "交办任务台账", en: "Tasks" },
  fields: {
    givenOn: date({ label: labels.givenOn, required: true }),
    kind: choice({
      label: { zh: "类别", en: "Kind" },
      choices: {
        regular: { zh: "日常工作", en: "regular" },
        adHoc: { zh: "临时交办", en: "ad hoc" },
      },
      required: true,
    }),
    content: longText({ label: { zh: "任务", en: "Task" }, maxLength: 300, required: true }),
    givenBy: text({ label: { zh: "交办人", en: "Given by" }, maxLength: 60, required: true }),
    owner: reference({ label: labels.owner, refersTo: "person", required: true }),
    dueOn: date({ label: labels.dueOn, required: true }),
  },
  businessDate: "givenOn",
  dimension: "kind",
  statuses,
  transitions: {
    answer: {
      label: { zh: "回音", en: "answer" },
      from: ["given"],
      fields: {
        on,
        result: longText({ label: { zh: "结果", en: "Result" }, maxLength: 300, required: true }),
      },
    },
    confirm: { label: { zh: "确认办结", en: "confirm" }, from: ["answered"], fields: { on } },
    sendBack: {
      label: { zh: "退回重办", en: "send back" },
      from: ["answered"],
      fields: { on, reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }) },
    },
  },
  access: hallRegister({ answer: HALL_STAFF, confirm: HALL_LEADERS, sendBack: HALL_LEADERS }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({
    day: "givenOn",
    due: "dueOn",
    statuses,
    after: { answer: "answered", confirm: "done", sendBack: "given" },
  }),
  check: rules(
    notInFuture("givenOn", labels.givenOn),
    inOrder({ field: "givenOn", label: labels.givenOn }, { field: "dueOn", label: labels.dueOn }),
    stepsInOrder("givenOn"),
    knownPerson("owner", labels.owner),
  ),
  handOver: handOverField("owner"),
});
