// How a centre changes the rules of what halls owe: another due time, grace, band or recipient from a day on, or a report of its own.
import { addDays, isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type DueRule, ObligationRule, rulesOf } from "./obligation-rule.ts";

/** As a form gives it; what the rule's kind of due time does not ask is left out of account. */
export interface GivenRule {
  /** Of a rule that stands; empty for a new report. */
  readonly id: string;
  /** First day of the periods for which it holds. */
  readonly from: string;
  /** Not owed any more from that day on. */
  readonly ends: boolean;
  readonly count: string;
  readonly at: string;
  readonly monthDay: string;
  readonly graceWorkingDays: string;
  readonly warnWorkingDays: string;
  readonly recipientZh: string;
  readonly recipientEn: string;
  /** Of a new report only. */
  readonly labelZh: string;
  readonly labelEn: string;
  readonly period: string;
}

const problems = defineProblems({
  rule_from_past: {
    status: 422,
    zh: "“自”应是明天({tomorrow})或以后的日期：已开始的期间按原规则办。",
    en: "“From” has to be tomorrow ({tomorrow}) or later: periods that have begun keep their rule.",
  },
  rule_unknown: {
    status: 404,
    zh: "没有“{rule}”这条规则；请重新打开本页，从表里选择。",
    en: "There is no rule “{rule}”; please open this page again and choose one from the table.",
  },
  rule_due_count: {
    status: 422,
    zh: "“期后第几个工作日”应是 1 到 60 的整数；请改。",
    en: "“Working day after the period” is a whole number from 1 to 60; please change it.",
  },
  rule_due_time: {
    status: 422,
    zh: "“时间”应写成“时:分”，例如 17:00；请改。",
    en: "“Time” reads hh:mm, such as 17:00; please change it.",
  },
  rule_month_day: {
    status: 422,
    zh: "“次年日期”应写成“月-日”，例如 01-10；请改。",
    en: "“Date of the next year” reads mm-dd, such as 01-10; please change it.",
  },
  rule_working_days: {
    status: 422,
    zh: "“宽限”应是 0 到 260、“提前提醒”应是 0 到 60 的整数(工作日)；请改。",
    en: "“Grace” is a whole number from 0 to 260, “warn before” from 0 to 60, in working days; please change it.",
  },
  rule_recipient: {
    status: 422,
    zh: "请用中文和英文填写“报送对象”。",
    en: "Please name the recipient in Chinese and in English.",
  },
  rule_label: {
    status: 422,
    zh: "请用中文和英文填写报告“名称”(各不超过 60 字)。",
    en: "Please name the report in Chinese and in English, at most 60 characters each.",
  },
  rule_period: {
    status: 422,
    zh: "“周期”应是周、月、季或年；请选择。",
    en: "A report's period is a week, a month, a quarter or a year; please choose one.",
  },
});

/** D5 三 “年报、季报、月报、周报”: each for whoever asked for it. */
const CADENCES: readonly string[] = ["week", "month", "quarter", "year"];

/** The centre's own rules with the change. Versions that begin later stay as they are. */
export function changeRule(
  own: readonly unknown[],
  given: GivenRule,
  today: PlainDate,
  by: { readonly by: string; readonly at: string },
): Result<readonly ObligationRule[], Problem> {
  const tomorrow = addDays(today, 1);
  const { from } = given;
  if (!isPlainDate(from) || from < tomorrow) return err(problems.rule_from_past({ field: "from", tomorrow }));
  const standing = own.map((rule) => ObligationRule.parse(rule));
  const base = given.id === "" ? newReport(standing, given, from) : versionOn(standing, given.id, from);
  if (!base.ok) return base;
  const rest = standing.filter((rule) => !(rule.id === base.value.id && rule.from === from));
  const entered = { from, entered: by };
  if (given.ends) return ok([...rest, { ...base.value, ...entered, to: addDays(from, -1) }]);
  const due = changeDue(base.value.due, given);
  if (!due.ok) return due;
  const [grace, warn] = [wholeNumber(given.graceWorkingDays, 260), wholeNumber(given.warnWorkingDays, 60)];
  if (grace === undefined || warn === undefined) {
    const field = grace === undefined ? "graceWorkingDays" : "warnWorkingDays";
    return err(problems.rule_working_days({ field }));
  }
  const recipient = { zh: given.recipientZh.trim(), en: given.recipientEn.trim() };
  if (!isName(recipient.zh) || !isName(recipient.en))
    return err(problems.rule_recipient({ field: isName(recipient.zh) ? "recipientEn" : "recipientZh" }));
  const bands = { graceWorkingDays: grace, warnWorkingDays: warn };
  return ok([...rest, { ...base.value, ...bands, ...entered, due: due.value, recipient, to: null }]);
}

/** The version of a rule that is in force on a day, else the first that there is. */
function versionOn(
  own: readonly ObligationRule[],
  id: string,
  day: PlainDate,
): Result<ObligationRule, Problem> {
  const versions = rulesOf(own, []).filter((rule) => rule.id === id);
  const found = versions.findLast((rule) => rule.from <= day) ?? versions[0];
  return found ? ok(found) : err(problems.rule_unknown({ field: "id", rule: id.slice(0, 60) }));
}

function newReport(
  own: readonly ObligationRule[],
  given: GivenRule,
  from: PlainDate,
): Result<ObligationRule, Problem> {
  const label = { zh: given.labelZh.trim(), en: given.labelEn.trim() };
  if (!isName(label.zh) || !isName(label.en))
    return err(problems.rule_label({ field: isName(label.zh) ? "labelEn" : "labelZh" }));
  const period = CADENCES.includes(given.period)
    ? ObligationRule.shape.period.parse(given.period)
    : undefined;
  if (period === undefined) return err(problems.rule_period({ field: "period" }));
  const numbers = own.flatMap(({ id }) => /^report-(\d+)$/.exec(id)?.[1] ?? []).map(Number);
  return ok({
    id: `report-${Math.max(0, ...numbers) + 1}`,
    label,
    period,
    due: { kind: "workingDaysAfterPeriod", count: 1, at: "17:00" },
    graceWorkingDays: 10,
    warnWorkingDays: 1,
    recipient: label,
    mustAct: "hallHead",
    ledger: "reports",
    completedBy: "submit",
    locks: false,
    source: "D5 三 年报、季报、月报、周报",
    from,
    to: null,
  });
}

function changeDue(due: DueRule, { count, at, monthDay }: GivenRule): Result<DueRule, Problem> {
  if (due.kind === "closingOfLastWorkingDay") return ok(due);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return err(problems.rule_due_time({ field: "at" }));
  if (due.kind === "workingDaysAfterPeriod") {
    const days = wholeNumber(count, 60);
    return days ? ok({ ...due, count: days, at }) : err(problems.rule_due_count({ field: "count" }));
  }
  // Of a year that is no leap year: the date has to exist in every year.
  return isPlainDate(`2027-${monthDay}`)
    ? ok({ ...due, monthDay, at })
    : err(problems.rule_month_day({ field: "monthDay" }));
}

function wholeNumber(text: string, most: number): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= most ? Number(text) : undefined;
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= 60;
}
