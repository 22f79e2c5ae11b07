// Progress and new problems reported to 社区管理室 (进展与新情况报送). D1 五(三); agenda meetings: 五(一).
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { longText } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  hallRegister,
  notInFuture,
  rules,
  stepsInOrder,
} from "../../ledger/plain-register.ts";
import { WORK_AREAS } from "./areas.ts";

const reportedOn = { zh: "报送日期", en: "Reported on" };

const statuses = {
  reported: { label: { zh: "待反馈", en: "to be answered" }, open: true },
  answered: { label: { zh: "已反馈", en: "answered" }, open: false },
} as const;

export const programmeProgress = defineLedger({
  id: "programme-progress",
  version: 1,
  title: { zh: "规范化建设进展报送", en: "Programme progress" },
  fields: {
    reportedOn: date({ label: reportedOn, required: true }),
    kind: choice({
      label: { zh: "类别", en: "Kind" },
      choices: {
        stageGoal: { zh: "阶段性目标", en: "stage goal" },
        progress: { zh: "工作进展", en: "progress" },
        newProblem: { zh: "新情况新问题", en: "new problem" },
        agendaMeeting: { zh: "列入议事日程", en: "on the agenda of a meeting" },
      },
      required: true,
      width: 110,
    }),
    area: choice({ label: { zh: "工作方面", en: "Area" }, choices: WORK_AREAS, width: 120 }),
    content: longText({ label: { zh: "内容", en: "Content" }, maxLength: 500, required: true }),
  },
  businessDate: "reportedOn",
  dimension: "kind",
  statuses,
  transitions: {
    answer: {
      label: { zh: "社区管理室反馈", en: "answer" },
      from: ["reported"],
      fields: {
        on: date({ label: { zh: "日期", en: "On" }, required: true }),
        reply: longText({ label: { zh: "反馈", en: "Answer" }, maxLength: 300, required: true }),
      },
    },
  },
  access: hallRegister({ upsert: HALL_LEADERS, answer: ["department", "centreAdmin"] }),
  metrics: {
    reported: counted("进展报送", "Reported"),
    newProblems: counted(
      "新情况新问题",
      "New problems",
      "business",
      ({ values }) => values.kind === "newProblem",
    ),
    answered: counted("已反馈", "Answered", "closing", (_, { status }) => status === "answered"),
  },
  metricsVersion: 2,
  retentionYears: 5,
  derive: deriveBy({ day: "reportedOn", statuses, after: { answer: "answered" } }),
  check: rules(notInFuture("reportedOn", reportedOn), stepsInOrder("reportedOn")),
});
