// Plans, reports, diagrams and news that the hall made and handed in (文件资料登记). D5 三.
import { defineProblems } from "../../kernel/problem.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { choice } from "../../ledger/fields/choice.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import {
  counted,
  deriveBy,
  hallRegister,
  inOrder,
  notInFuture,
  RECORDED,
  rules,
} from "../../ledger/plain-register.ts";

const problems = defineProblems({
  news_without_level: {
    status: 422,
    zh: "新闻稿请选择刊发级别：国家、省、市、县。",
    en: "For news, choose the level at which it was published: national, provincial, city or county.",
  },
  report_without_recipient: {
    status: 422,
    zh: "报表请填写报送对象和报送日期。",
    en: "For a report, state the recipient and the day on which it was handed in.",
  },
});

export const DOCUMENT_CLASSES = {
  plan: { zh: "活动方案", en: "plan" },
  emergencyPlan: { zh: "应急预案", en: "emergency plan" },
  diagram: { zh: "流程图、模版图", en: "diagram" },
  summary: { zh: "方案总结上报", en: "plan or summary handed in" },
  annualReport: { zh: "年报", en: "annual report" },
  quarterlyReport: { zh: "季报", en: "quarterly report" },
  monthlyReport: { zh: "月报", en: "monthly report" },
  weeklyReport: { zh: "周报", en: "weekly report" },
  news: { zh: "新闻稿", en: "news item" },
  other: { zh: "其他", en: "other" },
} as const;

const REPORTS: readonly string[] = ["annualReport", "quarterlyReport", "monthlyReport", "weeklyReport"];

const labels = {
  madeOn: { zh: "成文日期", en: "Made on" },
  submittedOn: { zh: "报送日期", en: "Handed in on" },
};

export const documentRegister = defineLedger({
  id: "document-register",
  version: 1,
  title: { zh: "文件资料登记", en: "Document register" },
  fields: {
    madeOn: date({ label: labels.madeOn, required: true }),
    kind: choice({ label: { zh: "种类", en: "Kind" }, choices: DOCUMENT_CLASSES, required: true }),
    title: text({ label: { zh: "标题", en: "Title" }, maxLength: 200, required: true }),
    number: text({ label: { zh: "文号", en: "Number" }, maxLength: 60 }),
    recipient: text({ label: { zh: "报送对象", en: "Recipient" } }),
    submittedOn: date({ label: labels.submittedOn }),
    level: choice({
      label: { zh: "刊发级别", en: "Level" },
      choices: {
        national: { zh: "国家", en: "national" },
        provincial: { zh: "省", en: "provincial" },
        city: { zh: "市", en: "city" },
        county: { zh: "县", en: "county" },
      },
    }),
    link: text({ label: { zh: "存放位置或链接", en: "Place or link" }, maxLength: 300 }),
  },
  businessDate: "madeOn",
  dimension: "kind",
  statuses: RECORDED,
  transitions: {},
  access: hallRegister(),
  metrics: { registered: counted("文件资料", "Documents") },
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveBy({ day: "madeOn", statuses: RECORDED }),
  check: rules(
    notInFuture("madeOn", labels.madeOn),
    inOrder({ field: "madeOn", label: labels.madeOn }, { field: "submittedOn", label: labels.submittedOn }),
    /** D5 三 “在国家、省、市、县网站及报刊发表新闻稿件”. */
    ({ values }) =>
      values.kind === "news" && values.level === undefined
        ? [problems.news_without_level({ field: "level" })]
        : [],
    /** D5 三 “年报、季报、月报、周报表 … 按照工作程序及时报送”. */
    ({ values }) =>
      REPORTS.includes(String(values.kind)) && !(values.recipient && values.submittedOn)
        ? [problems.report_without_recipient({ field: "recipient" })]
        : [],
  ),
});
