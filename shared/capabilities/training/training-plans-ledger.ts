// Training plans (培训计划), one or more for each post, reviewed and funded by 劳资社保室. D1 三8.
import { HALL_LEADERS } from "../../kernel/permissions.ts";
import { defineProblems } from "../../kernel/problem.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { fen } from "../../ledger/fields/number.ts";
import { eightPost } from "../../ledger/fields/post.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { counted, deriveBy, hallRegister, stepDay, totalled } from "../../ledger/plain-register.ts";
import type { RowState } from "../../ledger/record.ts";
import { COURSES, TRAINING_KINDS, TRAINING_SOURCES } from "./courses.ts";

const problems = defineProblems({
  not_the_reviewing_department: {
    status: 403,
    zh: "培训计划由劳资社保室审核;您登记在其他部门,请转劳资社保室办理。",
    en: "Training plans are reviewed by 劳资社保室; you belong to another department, please pass it on.",
  },
});

const fundedInFen = fen({ label: { zh: "核定费用支持(元)", en: "Funded (yuan)" } });

const statuses = {
  drafted: { label: { zh: "待提交", en: "drafted" }, open: true },
  submitted: { label: { zh: "待审核", en: "to be reviewed" }, open: true },
  returned: { label: { zh: "已退回", en: "returned" }, open: true },
  approved: { label: { zh: "已审核", en: "reviewed" }, open: false },
} as const;

export const trainingPlans = defineLedger({
  id: "training-plans",
  version: 1,
  title: { zh: "培训计划", en: "Training plans" },
  fields: {
    plannedFor: date({ label: { zh: "计划日期", en: "Planned for" }, required: true }),
    post: eightPost({ label: { zh: "岗位", en: "Post" }, required: true }),
    course: choice({ label: { zh: "课程", en: "Course" }, choices: COURSES, required: true }),
    content: text({ label: { zh: "内容", en: "Content" }, maxLength: 200, required: true }),
    kind: choice({ label: { zh: "内培或外培", en: "Internal or external" }, choices: TRAINING_KINDS }),
    source: choice({ label: { zh: "培训资源", en: "Source" }, choices: TRAINING_SOURCES, required: true }),
    costInFen: fen({ label: { zh: "预计费用(元)", en: "Expected cost (yuan)" } }),
    fundedInFen,
  },
  businessDate: "plannedFor",
  dimension: "post",
  statuses,
  transitions: {
    submit: { label: { zh: "提交审核", en: "submit" }, from: ["drafted", "returned"], fields: {} },
    approve: {
      label: { zh: "审核通过并予以费用支持", en: "approve and fund" },
      from: ["submitted"],
      fields: {
        fundedInFen: { ...fundedInFen, required: true },
        guidance: longText({ label: { zh: "指导意见", en: "Guidance" }, maxLength: 300 }),
      },
    },
    return: {
      label: { zh: "退回修改", en: "return" },
      from: ["submitted"],
      fields: { reason: longText({ label: { zh: "理由", en: "Reason" }, maxLength: 300, required: true }) },
    },
  },
  access: hallRegister({ submit: HALL_LEADERS, approve: ["department"], return: ["department"] }),
  metrics: {
    planned: counted("培训计划", "Plans"),
    approved: counted("已审核", "Reviewed", "closing", (_, { status }) => status === "approved"),
    fundedInFen: totalled("fundedInFen", "fen", "核定费用支持(元)", "Funded (yuan)", "closing"),
  },
  metricsVersion: 2,
  retentionYears: 5,
  derive: deriveBy({
    day: "plannedFor",
    statuses,
    after: { submit: "submitted", approve: "approved", return: "returned" },
  }),
  duties: reviewDuties,
  // A plan lies ahead, its steps are taken now: only their own order counts.
  check: () => [],
  /** D1 三8 “中心劳资社保室要对培训计划进行审核、指导，并予以费用支持”. */
  permits: (action, _, actor) =>
    (action === "approve" || action === "return") && !actor.departments?.includes("labourAndSocialSecurity")
      ? [problems.not_the_reviewing_department({})]
      : [],
  effects: (action, event) => (action === "approve" ? { fundedInFen: event.data.fundedInFen } : {}),
  locked: () => ["fundedInFen"],
});

/**
 * D1 三8 “中心劳资社保室要对培训计划进行审核、指导，并予以费用支持”: owed for the latest submission, within the working
 * days of the policy [P]; a plan that was returned is the hall's until it is submitted again.
 */
function reviewDuties({ events }: RowState, _: unknown, facts: LedgerFacts): RowDuty[] {
  const submitted = events.findLast(({ action }) => action === "submit");
  if (!submitted) return [];
  const on = stepDay(submitted);
  const reviewed = events
    .slice(events.indexOf(submitted) + 1)
    .find(({ action }) => action === "approve" || action === "return");
  return [
    {
      id: "review",
      label: { zh: "审核培训计划", en: "Review of the training plan" },
      dueOn: addWorkingDays(facts.calendar, on, facts.policyOn(on).plansReviewedWithin),
      doneOn: reviewed ? stepDay(reviewed) : null,
      mustAct: "department",
      source: "D1 三8",
    },
  ];
}
