// What a hall does in the programme (规范化建设任务), by area, required or optional. D1 四(二), 五(一), 五(五).
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import {
  counted,
  deriveBy,
  hallRegister,
  inOrder,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";
import { ACTION_KINDS, WORK_AREAS } from "./areas.ts";

const labels = {
  startsOn: { zh: "开始日期", en: "Starts on" },
  dueOn: { zh: "完成期限", en: "Due on" },
  leader: { zh: "责任领导", en: "Responsible leader" },
};

const statuses = {
  planned: { label: { zh: "推进中", en: "under way" }, open: true },
  done: { label: { zh: "已完成", en: "done" }, open: false },
} as const;

export const programmeActions = defineLedger({
  id: "programme-actions",
  version: 1,
  title: { zh: "规范化建设任务", en: "Programme actions" },
  fields: {
    startsOn: date({ label: labels.startsOn, required: true }),
    area: choice({ label: { zh: "工作方面", en: "Area" }, choices: WORK_AREAS, required: true, width: 120 }),
    kind: choice({ label: { zh: "动作", en: "Kind" }, choices: ACTION_KINDS, required: true }),
    goal: longText({ label: { zh: "阶段目标与做法", en: "Goal and how" }, maxLength: 300, required: true }),
    // D1 五(一) “确定责任领导”: no action without one.
    leader: reference({ label: labels.leader, refersTo: "person", required: true }),
    dueOn: date({ label: labels.dueOn, required: true }),
  },
  businessDate: "startsOn",
  dimension: "area",
  statuses,
  transitions: {
    finish: {
      label: { zh: "完成", en: "finish" },
      from: ["planned"],
      fields: {
        on: date({ label: { zh: "完成日期", en: "Finished on" }, required: true }),
        result: longText({ label: { zh: "成效", en: "Result" }, maxLength: 300, required: true }),
      },
    },
  },
  access: hallRegister({ upsert: HALL_LEADERS, finish: HALL_LEADERS }),
  metrics: {
    required: counted("规定动作", "Required actions", "business", ({ values }) => values.kind === "required"),
    requiredDone: counted(
      "规定动作已完成",
      "Required, done",
      "closing",
      ({ values }, { status }) => values.kind === "required" && status === "done",
    ),
    optional: counted("自选动作", "Optional actions", "business", ({ values }) => values.kind === "optional"),
    optionalDone: counted(
      "自选动作已完成",
      "Optional, done",
      "closing",
      ({ values }, { status }) => values.kind === "optional" && status === "done",
    ),
  },
  metricsVersion: 2,
  retentionYears: 5,
  derive: deriveBy({ day: "startsOn", due: "dueOn", statuses, after: { finish: "done" } }),
  check: rules(
    inOrder({ field: "startsOn", label: labels.startsOn }, { field: "dueOn", label: labels.dueOn }),
    stepsInOrder("startsOn"),
    knownPerson("leader", labels.leader),
  ),
  handOver: handOverField("leader"),
});
