// Storage media brought in and data taken out (介质与数据外传审批). D3 三6.
import { HALL_STAFF } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { knownPerson } from "../../ledger/known-people.ts";
import { deriveBy, hallRegister, notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";

const problems = defineProblems({
  approves_own_request: {
    status: 403,
    zh: "不能批准自己的申请；请由其他负责人审批(制度三6“未经批准，不准外传”)。",
    en: "Nobody approves their own request; another leader decides.",
  },
});

const labels = { askedOn: { zh: "申请日期", en: "Asked on" }, person: { zh: "申请人", en: "Asked by" } };
const on = date({ label: { zh: "日期", en: "On" }, required: true });

const statuses = {
  asked: { label: { zh: "待审批", en: "to be decided" }, open: true },
  approved: { label: { zh: "已批准", en: "approved" }, open: true },
  refused: { label: { zh: "未批准", en: "refused" }, open: false },
  used: { label: { zh: "已使用", en: "used" }, open: false },
} as const;

export const mediaApprovals = defineLedger({
  id: "media-approvals",
  version: 1,
  title: { zh: "介质使用与数据外传审批", en: "Media and data exports" },
  fields: {
    askedOn: date({ label: labels.askedOn, required: true }),
    person: reference({ label: labels.person, refersTo: "person", required: true }),
    direction: choice({
      label: { zh: "事由", en: "What for" },
      choices: {
        mediumIn: { zh: "外来介质上机", en: "medium from outside" },
        dataOut: { zh: "数据或介质外传", en: "data or medium out" },
      },
      required: true,
    }),
    medium: text({ label: { zh: "介质", en: "Medium" }, required: true }),
    content: longText({
      label: { zh: "内容与用途", en: "Content and purpose" },
      maxLength: 300,
      required: true,
    }),
    recipient: text({ label: { zh: "对方单位", en: "Recipient" } }),
  },
  businessDate: "askedOn",
  dimension: "direction",
  statuses,
  transitions: {
    approve: { label: { zh: "批准", en: "approve" }, from: ["asked"], fields: { on } },
    refuse: {
      label: { zh: "不批准", en: "refuse" },
      from: ["asked"],
      fields: { on, reason: text({ label: { zh: "理由", en: "Reason" }, maxLength: 200, required: true }) },
    },
    // Only what was approved can be used: the status says so.
    use: { label: { zh: "使用登记", en: "used" }, from: ["approved"], fields: { on } },
  },
  access: hallRegister({
    approve: ["hallHead", "supervisingLeader"],
    refuse: ["hallHead", "supervisingLeader"],
    use: HALL_STAFF,
  }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveBy({
    day: "askedOn",
    statuses,
    after: { approve: "approved", refuse: "refused", use: "used" },
  }),
  check: rules(
    notInFuture("askedOn", labels.askedOn),
    stepsInOrder("askedOn"),
    knownPerson("person", labels.person),
  ),
  /** D3 三6 “未经批准，不准将本中心的存储介质和数据外传”. */
  permits: (action, row, actor) =>
    (action === "approve" || action === "refuse") && row?.values.person === actor.id
      ? [problems.approves_own_request({})]
      : [],
});
