// When a period's duty was done: read from the events of its row, the first time and the latest.
import { isDateTime } from "../../kernel/date-time.ts";
import type { LedgerRecord } from "../../ledger/record.ts";
import type { Completion } from "./obligation.ts";
import type { ObligationRule } from "./obligation-rule.ts";

/** How one period stands in its ledger, small enough to be kept for a thousand halls. */
export interface PeriodState {
  /** Status of the row in its ledger: drafted, signed, submitted, returned, accepted. */
  readonly status: string;
  readonly completion: Completion | null;
  /** Whose token proved the latest completion. */
  readonly by: string | null;
}

export function periodStateOf(record: LedgerRecord, rule: Pick<ObligationRule, "completedBy">): PeriodState {
  const done = record.events.filter(({ action }) => action === rule.completedBy);
  const [first, latest] = [done[0], done.at(-1)];
  return {
    status: record.derived.status,
    completion:
      first && latest && !record.voided ? { first: first.enteredAt, latest: latest.enteredAt } : null,
    by: latest?.by ?? null,
  };
}

/** `signed|2026-11-03T09:00:00+08:00|2026-11-03T09:00:00+08:00|p-head`: no part contains a bar. */
export function packPeriodState({ status, completion, by }: PeriodState): string {
  return [status, completion?.first ?? "", completion?.latest ?? "", by ?? ""].join("|");
}

export function unpackPeriodState(packed: string): PeriodState {
  const [status = "", first = "", latest = "", ...by] = packed.split("|");
  return {
    status,
    completion: isDateTime(first) && isDateTime(latest) ? { first, latest } : null,
    by: by.join("|") || null,
  };
}
