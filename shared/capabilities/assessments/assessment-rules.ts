// The rules of 70/30 assessments, each with its clause.
import { type Period, parsePeriod } from "../../kernel/period.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { stepDay } from "../../ledger/plain-register.ts";
import { type AssessmentRow, assessmentTransitions } from "./assessment-fields.ts";

/** D1 三3 "社区考核权重为70%,所属单位考核权重为30%". */
const COMMUNITY_WEIGHT = 70;
const EMPLOYER_WEIGHT = 30;

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

export function periodOf({ values: { period } }: AssessmentRow): Period | undefined {
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

export function checkPeriod(row: AssessmentRow, facts: LedgerFacts): Problem[] {
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
