// Who may sign a hall's period: whoever holds the office, or a deputy in whose days it falls. Never somebody else.
import type { Obligation } from "../../../shared/capabilities/obligations/obligation.ts";
import { periodProblems } from "../../../shared/capabilities/periods/period-problems.ts";
import { dateOf } from "../../../shared/kernel/date-time.ts";
import { grantsAt, type HallPlace, type Principal } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";

/**
 * In whose place a person acts; null when in their own. A deputy signs today what falls into the days of deputising:
 * from the period's first day to the day on which it is due.
 */
export function actingFor(
  person: Principal,
  place: HallPlace,
  ledger: Ledger,
  action: string,
  { period, dueAt }: Pick<Obligation, "period" | "dueAt">,
): Result<string | null, Problem> {
  const allowed = ledger.access[action] ?? [];
  const grants = grantsAt(person, place).filter(({ role }) => allowed.includes(role));
  if (grants.some(({ deputyFor }) => deputyFor === undefined)) return ok(null);
  const deputy = grants.find(
    ({ from, to }) => from !== undefined && to !== undefined && from <= dateOf(dueAt) && period.first <= to,
  );
  return deputy?.deputyFor
    ? ok(deputy.deputyFor)
    : err(periodProblems.not_your_day({ field: "periods", period: period.id }));
}
