// Residents' demands (居民诉求): hot issues, and what became of them. D1 五(四) “健全利益诉求机制”.
import { HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { handOverField } from "../../ledger/handing-over.ts";
import {
  counted,
  deriveBy,
  inOrder,
  notInFuture,
  personalRegister,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";
import { DEMAND_TOPICS } from "./topics.ts";

const labels = { raisedOn: { zh: "提出日期", en: "Raised on" }, dueOn: { zh: "答复期限", en: "Answer due" } };
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  raised: { label: { zh: "处理中", en: "in hand" }, open: true },
  answered: { label: { zh: "已答复", en: "answered" }, open: false },
} as const;

export const demands = defineLedger({
  id: "demands",
  version: 1,
  title: { zh: "居民诉求台账", en: "Demands" },
  fields: {
    raisedOn: date({ label: labels.raisedOn, required: true }),
    topic: choice({ label: { zh: "方面", en: "Topic" }, choices: DEMAND_TOPICS, required: true }),
    channel: choice({
      label: { zh: "渠道", en: "Channel" },
      choices: {
        counter: { zh: "窗口", en: "counter" },
        meeting: { zh: "座谈会", en: "meeting" },
        visit: { zh: "入户走访", en: "visit" },
        hotline: { zh: "热线", en: "hotline" },
        box: { zh: "意见箱", en: "box" },
        online: { zh: "网络", en: "online" },
      },
      required: true,
    }),
    content: longText({
      label: { zh: "诉求", en: "Demand" },
      maxLength: 500,
      required: true,
      personal: true,
    }),
    owner: text({ label: { zh: "承办人或部门", en: "Owner" }, maxLength: 60, required: true }),
    dueOn: date({ label: labels.dueOn }),
  },
  businessDate: "raisedOn",
  dimension: "topic",
  statuses,
  transitions: {
    answer: {
      label: { zh: "答复", en: "answer" },
      from: ["raised"],
      fields: {
        on,
        result: choice({
          label: { zh: "结果", en: "Result" },
          choices: {
            solved: { zh: "已解决", en: "solved" },
            planned: { zh: "列入计划", en: "planned" },
            explained: { zh: "解释说明", en: "explained" },
          },
          required: true,
        }),
        note: longText({ label: { zh: "说明", en: "Note" }, maxLength: 300 }),
      },
    },
  },
  access: personalRegister({ answer: HALL_STAFF }),
  metrics: {
    raised: counted("诉求", "Demands"),
    answered: counted("已答复", "Answered", "closing", (_, { status }) => status === "answered"),
  },
  metricsVersion: 2,
  retentionYears: 3,
  derive: deriveBy({ day: "raisedOn", due: "dueOn", statuses, after: { answer: "answered" } }),
  check: rules(
    notInFuture("raisedOn", labels.raisedOn),
    inOrder({ field: "raisedOn", label: labels.raisedOn }, { field: "dueOn", label: labels.dueOn }),
    stepsInOrder("raisedOn"),
  ),
  handOver: handOverField("owner"),
});
