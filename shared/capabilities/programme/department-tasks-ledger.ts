// What each department of the centre contributes (部门任务), coordinated by 社区管理室. D1 五(二).
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { department } from "../../ledger/fields/department.ts";
import { longText } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { centreRegister, deriveBy, inOrder, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const labels = { givenOn: { zh: "下达日期", en: "Given on" }, dueOn: { zh: "完成期限", en: "Due on" } };
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  given: { label: { zh: "办理中", en: "in hand" }, open: true },
  done: { label: { zh: "已完成", en: "done" }, open: false },
} as const;

export const departmentTasks = defineLedger({
  id: "department-tasks",
  version: 1,
  title: { zh: "部门协作任务", en: "Department tasks" },
  scope: "centre",
  fields: {
    givenOn: date({ label: labels.givenOn, required: true }),
    department: department({ label: { zh: "部门", en: "Department" }, required: true }),
    // D1 五(二) “在人员、经费、设施等方面给予有力支持”.
    support: choice({
      label: { zh: "支持方面", en: "Support" },
      choices: {
        staff: { zh: "人员", en: "staff" },
        funds: { zh: "经费", en: "funds" },
        facilities: { zh: "设施", en: "facilities" },
        coordination: { zh: "统筹协调", en: "coordination" },
        other: { zh: "其他", en: "other" },
      },
      required: true,
    }),
    content: longText({ label: { zh: "任务", en: "Task" }, maxLength: 300, required: true }),
    dueOn: date({ label: labels.dueOn, required: true }),
  },
  businessDate: "givenOn",
  dimension: "department",
  statuses,
  transitions: {
    finish: {
      label: { zh: "完成", en: "finish" },
      from: ["given"],
      fields: {
        on,
        result: longText({ label: { zh: "结果", en: "Result" }, maxLength: 300, required: true }),
      },
    },
  },
  access: centreRegister({ finish: ["department", "centreAdmin"] }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({ day: "givenOn", due: "dueOn", statuses, after: { finish: "done" } }),
  check: rules(
    inOrder({ field: "givenOn", label: labels.givenOn }, { field: "dueOn", label: labels.dueOn }),
    stepsInOrder("givenOn"),
  ),
});
