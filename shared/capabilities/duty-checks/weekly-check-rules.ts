// The rules of checks on weekly duty, each with its clause.
import type { PlainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { checkComplete, checkFaultsOwned, checkFaultsTold } from "../../ledger/checklist-findings.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { stepDay } from "../../ledger/plain-register.ts";
import { checkTransitions, recordedOf, type WeeklyCheckRow } from "./weekly-check-fields.ts";
import { mondayOf, onDuty } from "./weekly-duty-ledger.ts";

/** [P] Samples are taken from the cases of the last month. */
export const SAMPLED_WITHIN_DAYS = 31;

const problems = defineProblems({
  no_roster: {
    status: 422,
    zh: "这一周还没有值周安排。D2 二(二):检查由值周人员进行;请先排好值周表。",
    en: "This week has no roster. D2 二(二): checks are made by those on duty; please set up the roster first.",
  },
  unaccounted: {
    status: 422,
    zh: "值周人员“{names}”既没有到场,也没有写缺席原因。D2 二(四)1:不得无故缺席;请补填。",
    en: "On duty, neither present nor excused: {names}. D2 二(四)1: nobody stays away without a reason; please fill it in.",
  },
  nobody_on_duty: {
    status: 422,
    zh: "到场检查人员里没有一位是本周值周人员。D2 二(二):检查由值周人员进行;请核对。",
    en: "Nobody present is on duty this week. D2 二(二): checks are made by those on duty; please check the names.",
  },
  no_sample: {
    status: 422,
    zh: "全面检查要抽查办件。D2 二(一)2:检查各窗口办件管理规定的执行情况;请填写抽查的办件编号。",
    en: "A full check samples cases. D2 二(一)2: whether the rules for cases are kept; please give the cases' numbers.",
  },
  unknown_case: {
    status: 422,
    zh: "办件台账近一个月里没有编号“{serial}”;请核对。",
    en: "No case {serial} in the ledger of the last month; please check the number.",
  },
  in_the_future: {
    status: 422,
    zh: "登记或通报的日期早于检查日期,或在将来;请核对。",
    en: "It would be recorded or reported before the check, or in the future; please check the date.",
  },
});

function roster({ values }: WeeklyCheckRow, facts: LedgerFacts) {
  const monday = values.checkedOn && mondayOf(values.checkedOn);
  return facts.rowsOf("weekly-duty").find((row) => row.values.monday === monday);
}

function nameOf(entry: string): string {
  return entry.split(/[::]/)[0]?.trim() ?? "";
}

/** Absent, and no reason stands beside the name: D2 二(四)1 "不得无故缺席". Recorded as it is, and looked at. */
export function unexcused({ values }: WeeklyCheckRow): string[] {
  return (values.absentees ?? [])
    .filter((entry) => (entry.split(/[::]/).slice(1).join(":").trim().length ?? 0) === 0)
    .map(nameOf);
}

/** D2 二(二): "值周检查人员由…组成": a check needs a roster, and somebody of it. */
export function checkInspectors(row: WeeklyCheckRow, facts: LedgerFacts): Problem[] {
  const { checkedOn, inspectors = [] } = row.values;
  const week = roster(row, facts);
  if (!week || !checkedOn) return [problems.no_roster({ field: "checkedOn" })];
  const duty = onDuty(week.values, week.events, checkedOn);
  return duty.some((name) => inspectors.includes(name))
    ? []
    : [problems.nobody_on_duty({ field: "inspectors" })];
}

/**
 * D2 二(四)1 "积极参加监督检查,…不得无故缺席": at a full check everybody on duty is present, or absent by name. A
 * surprise check "不拘形式", by whoever of them is there.
 */
export function checkAttendance(row: WeeklyCheckRow, facts: LedgerFacts): Problem[] {
  const { checkedOn, kind, inspectors = [], absentees = [] } = row.values;
  const week = roster(row, facts);
  if (!week || !checkedOn || kind !== "full") return [];
  const known = [...inspectors, ...absentees.map(nameOf)];
  const names = onDuty(week.values, week.events, checkedOn).filter((name) => !known.includes(name));
  return names.length > 0 ? [problems.unaccounted({ field: "absentees", names: names.join("、") })] : [];
}

/** D2 二(一)1: a full check goes through all fourteen contents; a surprise check takes what it likes, 二(三). */
export function checkContents(row: WeeklyCheckRow): Problem[] {
  const recorded = recordedOf(row);
  if (!recorded) return [];
  const field = checkTransitions.record.fields.contents;
  const { contents, rectifyOwner, rectifyBy } = recorded;
  const clause = { zh: "D2 二(一)1", en: "D2 二(一)1" };
  return [
    ...(row.values.kind === "full" ? checkComplete("contents", field, contents, clause) : []),
    ...checkFaultsTold("contents", field, contents),
    ...checkFaultsOwned(contents, { owner: rectifyOwner, dueOn: rectifyBy }),
  ];
}

/** D2 二(一)2 "检查各窗口办件管理规定的执行情况": a full check samples cases, and they exist. */
export function checkSamples(row: WeeklyCheckRow, facts: LedgerFacts): Problem[] {
  const recorded = recordedOf(row);
  if (!recorded) return [];
  const { sampledCases = [] } = recorded;
  if (row.values.kind === "full" && sampledCases.length === 0) {
    return [problems.no_sample({ field: "sampledCases" })];
  }
  if (sampledCases.length === 0) return [];
  const known = new Set(facts.rowsOf("cases").map(({ serial }) => serial));
  return sampledCases
    .filter((serial) => !known.has(serial))
    .map((serial) => problems.unknown_case({ field: "sampledCases", serial }));
}

function checkDays({ values: { checkedOn }, events }: WeeklyCheckRow, { today }: LedgerFacts): Problem[] {
  let before: PlainDate | undefined = checkedOn;
  for (const event of events) {
    const day = stepDay(event);
    if (day > today || (before && day < before)) return [problems.in_the_future({ field: "on" })];
    before = day;
  }
  return [];
}

/** The check as it is planned is judged while it is entered, what it found when that is recorded. */
export function checkWeeklyCheck(row: WeeklyCheckRow, _: unknown, facts: LedgerFacts): Problem[] {
  const days = checkDays(row, facts);
  if (days.length > 0) return days;
  if (row.events.length > 1) return [];
  const people = [...checkInspectors(row, facts), ...checkAttendance(row, facts)];
  return row.events.length === 0 ? people : [...people, ...checkContents(row), ...checkSamples(row, facts)];
}
