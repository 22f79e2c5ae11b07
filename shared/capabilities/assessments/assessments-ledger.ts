// Assessments of living-service staff (绩效考核): 70% the community's score, 30% the employer's, never one without the other. D1 三3.
import { type Period, parsePeriod } from "../../kernel/period.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { type Actor, defineLedger, type TypedRow } from "../../ledger/define-ledger.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { choice, reference } from "../../ledger/fields/choice.ts";
import { textList } from "../../ledger/fields/list.ts";
import { integer } from "../../ledger/fields/number.ts";
import { longText, text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, stepDay } from "../../ledger/plain-register.ts";

/** D1 三3 "社区考核权重为70%,所属单位考核权重为30%". */
export const COMMUNITY_WEIGHT = 70;
export const EMPLOYER_WEIGHT = 30;

const fields = {
  firstDay: date({ label: { zh: "考核期首日", en: "First day" }, required: true }),
  period: text({
    label: { zh: "考核期", en: "Period" },
    help: { zh: "如 2026-11、2026-Q4、2026", en: "such as 2026-11, 2026-Q4, 2026" },
    maxLength: 10,
    required: true,
  }),
  person: reference({ label: { zh: "被考核人", en: "Person" }, refersTo: "person", required: true }),
  total: text({ label: { zh: "总分", en: "Total" }, maxLength: 6 }),
};

export type AssessmentRow = TypedRow<typeof fields>;

const statuses = {
  unscored: { label: { zh: "待评分", en: "not scored" }, open: true },
  incomplete: { label: { zh: "缺一方评分", en: "incomplete: one score is missing" }, open: true },
  scored: { label: { zh: "待审定", en: "both scores given" }, open: true },
  concluded: { label: { zh: "已审定", en: "concluded" }, open: false },
} as const;

const on = date({ label: { zh: "日期", en: "On" }, required: true });
const score = integer({
  label: { zh: "得分(满分 100)", en: "Score (of 100)" },
  maximum: 100,
  required: true,
});
const ALL_OPEN = ["unscored", "incomplete", "scored"] as const;

export const assessmentTransitions = {
  scoreByCommunity: {
    label: { zh: "社区评分(70%)", en: "score by the community (70%)" },
    from: ALL_OPEN,
    fields: {
      on,
      score,
      basis: textList({
        label: { zh: "依据的值周检查编号", en: "Checks that it rests on" },
        help: { zh: "考核期内已通报的值周检查", en: "checks of the period that were reported" },
        maxLength: 20,
      }),
      warnings: integer({ label: { zh: "本年警告次数", en: "Warnings this year" }, maximum: 200 }),
      reason: longText({ label: { zh: "评语", en: "Remarks" }, maxLength: 300 }),
    },
  },
  scoreByEmployer: {
    label: { zh: "所属单位评分(30%)", en: "score by the employer (30%)" },
    from: ALL_OPEN,
    fields: {
      on,
      score,
      document: text({
        label: { zh: "单位考核文件", en: "The employer's paper" },
        maxLength: 100,
        required: true,
      }),
    },
  },
  conclude: {
    label: { zh: "审定", en: "conclude" },
    from: ALL_OPEN,
    fields: {
      on,
      grade: choice({
        label: { zh: "等次", en: "Grade" },
        choices: {
          good: { zh: "好", en: "good" },
          sound: { zh: "较好", en: "sound" },
          poor: { zh: "差", en: "poor" },
        },
      }),
    },
  },
} as const;

const problems = defineProblems({
  one_score_missing: {
    status: 422,
    zh: "还缺{missing}的评分,不能审定。D1 三3:社区考核权重为70%,所属单位考核权重为30%;两方都评分后再审定。",
    en: "The score of {missing} is missing. D1 三3: the community counts 70%, the employer 30%; conclude when both are there.",
  },
  not_of_a_living_service: {
    status: 422,
    zh: "“被考核人”不是生活服务类服务项目的工作人员(名单上没有所属单位)。D1 三3 的 70/30 考核只适用于他们;请核对。",
    en: "Person: has no employer on the list. The 70/30 assessment of D1 三3 is for staff of the living services; please check.",
  },
  period_mismatch: {
    status: 422,
    zh: "“考核期”写成 2026-11、2026-Q4 或 2026,且“考核期首日”是它的第一天;请核对。",
    en: "Give Period as 2026-11, 2026-Q4 or 2026, and First day as its first day; please check both.",
  },
  already_assessed: {
    status: 409,
    zh: "这个人这一考核期已有考核({serial});请在那一行评分。",
    en: "This person has an assessment for the period already ({serial}); please score that one.",
  },
  checks_unused: {
    status: 422,
    zh: "考核期内有已通报的值周检查({serials}),请写明依据哪些。D2 二(四)2:值周检查情况作为考核依据之一。",
    en: "Checks of the period were reported ({serials}): say which the score rests on. D2 二(四)2 makes them a basis of assessment.",
  },
  unknown_check: {
    status: 422,
    zh: "考核期内没有编号“{serial}”的已通报值周检查;请核对。",
    en: "No reported check {serial} in the period; please check the number.",
  },
  warnings_differ: {
    status: 422,
    zh: "“本年警告次数”应为 {count}。D4 二:警告记录当年考核;请按年度警告记录填写。",
    en: "Warnings this year must be {count}: D4 二 puts them into the year's assessment; please give the number on record.",
  },
  scores_own: {
    status: 403,
    zh: "被考核人不能给自己评分或审定;请由另一位负责人办理。",
    en: "Nobody scores or concludes their own assessment; please ask another leader.",
  },
  scores_twice: {
    status: 403,
    zh: "社区评分和所属单位评分不能由同一个人录入;请由另一位有权限的同事录入。",
    en: "One person does not enter both scores; please let a colleague who may enter the other.",
  },
  in_the_future: {
    status: 422,
    zh: "日期在将来;请核对。",
    en: "The date lies in the future; please check it.",
  },
});

function periodOf({ values: { period } }: AssessmentRow): Period | undefined {
  const found = period === undefined ? undefined : parsePeriod(period);
  return found && ["month", "quarter", "year"].includes(found.kind) ? found : undefined;
}

/** The latest score of each side: until it is concluded a score may be given again. */
export function scoresOf({ events }: Pick<AssessmentRow, "events">): {
  readonly community: number | undefined;
  readonly employer: number | undefined;
} {
  const last = (action: string) => events.findLast((event) => event.action === action)?.data.score;
  const [community, employer] = [last("scoreByCommunity"), last("scoreByEmployer")];
  return { community: numberIn(community), employer: numberIn(employer) };
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** D1 三3: 70 and 30 in a hundred, so that whole scores make exact hundredths. */
export function totalOf(community: number, employer: number): string {
  return ((community * COMMUNITY_WEIGHT + employer * EMPLOYER_WEIGHT) / 100).toFixed(2);
}

/** D1 三3: "社区考核权重为70%,所属单位考核权重为30%": nothing is concluded on one of the two. */
export function checkBothScores(row: AssessmentRow): Problem[] {
  if (row.events.at(-1)?.action !== "conclude") return [];
  const { community, employer } = scoresOf(row);
  const missing = [
    ...(community === undefined ? [{ zh: "社区", en: "the community" }] : []),
    ...(employer === undefined ? [{ zh: "所属单位", en: "the employer" }] : []),
  ];
  return missing.map((side) => problems.one_score_missing({ missing: side }));
}

/** D1 三3 speaks of "生活服务类服务项目工作人员": those whom somebody else employs. */
export function checkLivingService(
  { values: { person = "" } }: AssessmentRow,
  facts: LedgerFacts,
): Problem[] {
  return facts.findPerson(person)?.employer ? [] : [problems.not_of_a_living_service({ field: "person" })];
}

/** D2 二(四)2 "作为窗口规章人员考核依据之一": reported checks of the period are named. */
export function checkBasis(row: AssessmentRow, facts: LedgerFacts): Problem[] {
  const event = row.events.at(-1);
  const step = assessmentTransitions.scoreByCommunity.fields;
  if (event?.action !== "scoreByCommunity" || !isValuesOf(step, event.data)) return [];
  const reported = facts.rowsOf("weekly-checks").filter(({ status }) => status === "published");
  const { basis = [] } = event.data;
  const unknown = basis.find((serial) => !reported.some((check) => check.serial === serial));
  if (unknown) return [problems.unknown_check({ field: "basis", serial: unknown })];
  const serials = reported.map(({ serial }) => serial).join("、");
  return reported.length > 0 && basis.length === 0
    ? [problems.checks_unused({ field: "basis", serials })]
    : [];
}

/** D4 二 "给予警告处分(并记录当年考核制度表)": the number of warnings is the one on record. */
export function checkWarnings(row: AssessmentRow, facts: LedgerFacts): Problem[] {
  const event = row.events.at(-1);
  const { person, firstDay } = row.values;
  if (event?.action !== "scoreByCommunity" || !firstDay) return [];
  const record = facts
    .rowsOf("conduct-records")
    .find(({ values }) => values.person === person && values.year === yearOf(firstDay));
  const warnings: unknown = record?.values.warnings;
  const count = Array.isArray(warnings) ? warnings.length : 0;
  return (event.data.warnings ?? 0) === count ? [] : [problems.warnings_differ({ field: "warnings", count })];
}

function checkPeriod(row: AssessmentRow, facts: LedgerFacts): Problem[] {
  const { firstDay, person, period } = row.values;
  if (periodOf(row)?.first !== firstDay) return [problems.period_mismatch({ field: "period" })];
  const other = facts
    .rowsOf("assessments")
    .find(({ values }) => values.person === person && values.period === period);
  if (other) return [problems.already_assessed({ field: "person", serial: other.serial })];
  return row.events.some((event) => stepDay(event) > facts.today)
    ? [problems.in_the_future({ field: "on" })]
    : [];
}

/** [P] Two scores are two hands, and neither is that of the person assessed. */
export function forbidOneHand(action: string, row: AssessmentRow | null, actor: Actor): Problem[] {
  if (!row || !Object.hasOwn(assessmentTransitions, action)) return [];
  if (row.values.person === actor.id) return [problems.scores_own({})];
  const other = { scoreByCommunity: "scoreByEmployer", scoreByEmployer: "scoreByCommunity" }[action];
  return row.events.findLast((event) => event.action === other)?.by === actor.id
    ? [problems.scores_twice({})]
    : [];
}

const life = deriveBy({ day: "firstDay", statuses, after: { conclude: "concluded" } });

export const assessments = defineLedger({
  id: "assessments",
  version: 1,
  title: { zh: "70/30 绩效考核", en: "Assessments 70/30" },
  fields,
  businessDate: "firstDay",
  dimension: null,
  restricted: true,
  statuses,
  transitions: assessmentTransitions,
  access: {
    read: ["hallHead", "supervisingLeader", "director", "centreAdmin"],
    upsert: ["hallHead"],
    void: ["director", "centreAdmin"],
    scoreByCommunity: ["hallHead"],
    scoreByEmployer: ["hallHead", "supervisingLeader"],
    conclude: ["supervisingLeader", "director"],
  },
  metrics: {},
  metricsVersion: 1,
  retentionYears: 5,
  derive(row) {
    const derived = life(row);
    if (derived.status === "concluded") return derived;
    const given = Object.values(scoresOf(row)).filter((one) => one !== undefined).length;
    const status = (["unscored", "incomplete", "scored"] as const)[given] ?? "unscored";
    return { ...derived, status, open: true, closingDay: null, endedOn: null };
  },
  asks: (row): RowsAsked[] => {
    const { firstDay } = row.values;
    const period = periodOf(row);
    if (!firstDay) return [];
    const year = `${yearOf(firstDay)}-01-01`;
    const yearBegins = fields.firstDay.schema.parse(year);
    return [
      { ledger: "assessments", from: firstDay, to: firstDay },
      { ledger: "conduct-records", from: yearBegins, to: yearBegins },
      ...(period ? [{ ledger: "weekly-checks", from: period.first, to: period.last }] : []),
    ];
  },
  permits: forbidOneHand,
  effects: (action, _, row) => {
    const { community, employer } = scoresOf(row);
    return action === "conclude" && community !== undefined && employer !== undefined
      ? { total: totalOf(community, employer) }
      : {};
  },
  locked: ({ events }) => [
    "total",
    ...(events.length > 0 ? (["firstDay", "period", "person"] as const) : []),
  ],
  check: (row, _, facts) => {
    const wrong = [...checkPeriod(row, facts), ...checkLivingService(row, facts)];
    // What belongs to a period is looked up only where there is one.
    return wrong.length > 0
      ? wrong
      : [...checkBothScores(row), ...checkBasis(row, facts), ...checkWarnings(row, facts)];
  },
  recount: () => [],
});
