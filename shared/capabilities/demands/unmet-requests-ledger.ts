// Requests that the hall has no service for (未能办理的需求), reviewed each quarter. D1 三2 “不断扩大服务事项范围”.
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  hallRegister,
  notInFuture,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";
import { DEMAND_TOPICS } from "./topics.ts";

const askedOn = { zh: "提出日期", en: "Asked on" };

const statuses = {
  noted: { label: { zh: "待审议", en: "to be reviewed" }, open: true },
  reviewed: { label: { zh: "已审议", en: "reviewed" }, open: false },
} as const;

export const unmetRequests = defineLedger({
  id: "unmet-requests",
  version: 1,
  title: { zh: "未能办理需求登记", en: "Unmet requests" },
  fields: {
    askedOn: date({ label: askedOn, required: true }),
    topic: choice({ label: { zh: "方面", en: "Topic" }, choices: DEMAND_TOPICS, required: true }),
    /** The service, in few words and always the same: equal ones are counted together. */
    service: text({ label: { zh: "想办的事", en: "Service asked for" }, maxLength: 60, required: true }),
    answer: text({ label: { zh: "当场答复", en: "What was answered" }, maxLength: 200 }),
  },
  businessDate: "askedOn",
  dimension: "topic",
  statuses,
  transitions: {
    review: {
      label: { zh: "季度审议", en: "review" },
      from: ["noted"],
      fields: {
        on: date({ label: { zh: "审议日期", en: "Reviewed on" }, required: true }),
        decision: choice({
          label: { zh: "结论", en: "Decision" },
          choices: {
            candidate: { zh: "列为增设候选", en: "candidate for the catalogue" },
            referred: { zh: "转有关部门", en: "referred" },
            declined: { zh: "暂不增设", en: "not now" },
          },
          required: true,
        }),
        reason: text({ label: { zh: "说明", en: "Reason" }, maxLength: 200, required: true }),
      },
    },
  },
  access: hallRegister({ review: [...HALL_LEADERS, "department", "centreAdmin"] }),
  metrics: {
    asked: counted("未能办理的需求", "Unmet requests"),
    reviewed: counted("已审议", "Reviewed", "closing", (_, { status }) => status === "reviewed"),
  },
  metricsVersion: 2,
  retentionYears: 3,
  derive: deriveBy({ day: "askedOn", statuses, after: { review: "reviewed" } }),
  check: rules(notInFuture("askedOn", askedOn), stepsInOrder("askedOn")),
});
