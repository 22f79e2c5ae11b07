// One call about a hall's periods: who asks, where, when; and the obligation that a rule and a period name.
import type { Obligation } from "../../../shared/capabilities/obligations/obligation.ts";
import type { ObligationRule } from "../../../shared/capabilities/obligations/obligation-rule.ts";
import { calendarOf } from "../../../shared/capabilities/organisation/centre.ts";
import { hoursOn } from "../../../shared/capabilities/organisation/hall.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { minuteOfDay } from "../../../shared/kernel/date-time.ts";
import { type Period, parsePeriod } from "../../../shared/kernel/period.ts";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import { addDays, datesBetween } from "../../../shared/kernel/plain-date.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerFacts } from "../../../shared/ledger/facts.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { getLedger, type HallPlace } from "../../http/require-principal.ts";
import { factsFor } from "../hall-facts.ts";
import { obligationsIn, rulesIn } from "../obligations/hall-obligations.ts";

/** Of the app's dependencies, what periods need. */
export type PeriodDependencies = Pick<Dependencies, "table" | "ledgers" | "blobs" | "now" | "notices">;

export interface PeriodCall {
  readonly deps: PeriodDependencies;
  readonly principal: Principal;
  readonly at: HallPlace;
  readonly facts: LedgerFacts;
  /** Names the call in the revisions that it makes. */
  readonly batchId: string;
}

export function periodCall(
  deps: PeriodDependencies,
  principal: Principal,
  at: HallPlace,
  batchId: string,
): PeriodCall {
  return { deps, principal, at, batchId, facts: factsFor(at.hall, at.centre, deps.now()) };
}

export interface PeriodDuty {
  readonly obligation: Obligation;
  readonly ledger: Ledger;
}

/** What a rule and a period's id name for this hall; each way of being wrong is a problem of its own. */
export function findDuty(
  { deps, at }: PeriodCall,
  rule: string,
  periodId: string,
): Result<PeriodDuty, Problem> {
  const rules = rulesIn(at.centre).filter(({ id }) => id === rule);
  const [first] = rules;
  if (!first) return err(periodProblems.unknown_duty({ field: "rule", rule: rule.slice(0, 60) }));
  const period = parsePeriod(periodId);
  if (!period) return err(httpProblems.invalid_period({ field: "periods", period: periodId.slice(0, 20) }));
  if (!rules.some((one) => one.period === period.kind)) {
    return err(periodProblems.period_foreign({ field: "periods", period: period.id, rule: first.label }));
  }
  const obligation = obligationsIn(at.hall, at.centre, period.first, period.last).find(
    (one) => one.id === `${rule}/${period.id}`,
  );
  if (!obligation)
    return err(periodProblems.period_not_owed({ field: "periods", period: period.id, rule: first.label }));
  return ok({ obligation, ledger: getLedger(deps, obligation.rule.ledger) });
}

export function getDuty(call: PeriodCall, rule: string, periodId: string): PeriodDuty {
  const found = findDuty(call, rule, periodId);
  return found.ok ? found.value : refuse(found.error);
}

/**
 * When a period may be completed: a day from closing on, a week on its last working day, a month or longer once it
 * is over, a rule with a date of its own as soon as its year has begun.
 */
export function tooEarly(call: PeriodCall, { rule, period }: Obligation): Problem | undefined {
  const { today, now, timetableOn } = call.facts;
  if (today < period.first) return periodProblems.period_future({ field: "periods", period: period.id });
  if (rule.due.kind === "dateOfPeriod") return undefined;
  if (period.kind === "day") {
    const early = today === period.last && minuteOfDay(now) < timetableOn(today).closesAt;
    return early ? notOver(period, `${today} ${hoursOn(call.at.hall, today).closesAt}`) : undefined;
  }
  const from = period.kind === "week" ? lastWorkingDay(call, period) : addDays(period.last, 1);
  return today < from ? notOver(period, from) : undefined;
}

function lastWorkingDay({ at }: PeriodCall, period: Period) {
  const calendar = calendarOf(at.centre);
  const days = datesBetween(period.first, period.last).filter((day) => calendar.day(day).working);
  return days.at(-1) ?? period.last;
}

function notOver(period: Period, from: string): Problem {
  return periodProblems.period_not_over({ field: "periods", period: period.id, from });
}

export function ruleLocks({ rule, period }: Pick<Obligation, "rule" | "period">): boolean {
  return rule.locks && period.kind === "month";
}

export type { ObligationRule };
