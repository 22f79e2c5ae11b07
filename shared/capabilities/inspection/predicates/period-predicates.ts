// Items reckoned from what the hall owes: daily, weekly, monthly, and the two papers of July. D1 三6, 四(一).

import { parsePeriod } from "../../../kernel/period.ts";
import type { EvidenceRow } from "../evidence.ts";
import {
  absentRow,
  type InspectedPeriod,
  type InspectionFacts,
  isWithin,
  judgedUntil,
  type Predicate,
} from "../predicate.ts";

/** What was late counts half [P]; what is not due yet, or excused, is not asked. */
const LATE_COUNTS = 0.5;

function periodRow({ rule, period, status }: InspectedPeriod, whenLate: number): EvidenceRow[] {
  const opens = { kind: "period", rule, period } as const;
  const done = (counted: number, late: boolean) => [
    { label: period, opens, due: 1, counted, late, missing: false },
  ];
  switch (status) {
    case "met":
      return done(1, false);
    case "metLate":
      return done(whenLate, true);
    case "overdue":
    case "missed":
      return [absentRow(period, opens)];
    default:
      return [];
  }
}

/** Periods that end within the inspected one. */
function owedBy(rule: string): (facts: InspectionFacts) => EvidenceRow[] {
  return (facts) =>
    facts.owed
      .filter((one) => one.rule === rule && isWithin(parsePeriod(one.period)?.last ?? null, facts))
      .filter((one) => (parsePeriod(one.period)?.last ?? facts.first) <= judgedUntil(facts))
      .flatMap((one) => periodRow(one, LATE_COUNTS));
}

/** D1 三6 "每天一汇总". */
export const daily: Predicate = { id: "daily", asks: [], reckon: owedBy("daily-summary") };
/** D1 三6 "每周一督查". */
export const weekly: Predicate = { id: "weekly", asks: [], reckon: owedBy("weekly-supervision") };
/** D1 三6 "每月一上报". */
export const monthly: Predicate = { id: "monthly", asks: [], reckon: owedBy("monthly-report") };

/** D1 四(一) "7月15日前社区上报…资金需求计划、…规范化建设实施方案": on time / 2; without a programme neither is owed. */
export const julySubmissions: Predicate = {
  id: "july-submissions",
  asks: [],
  reckon: ({ owed, last }) =>
    owed
      .filter(
        ({ rule, period }) =>
          ["funding-plan", "implementation-scheme"].includes(rule) && period === last.slice(0, 4),
      )
      .flatMap((one) => periodRow(one, 0)),
};
