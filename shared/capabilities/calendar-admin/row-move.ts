// What a changed calendar does to one row: another due date, another verdict, or a date that becomes definite.

import { sameContent } from "../../kernel/canonical-json.ts";
import { isOverdue } from "../../kernel/deadline.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { clockOf } from "../../ledger/keep-judgement.ts";
import type { Derived } from "../../ledger/record.ts";

export interface RowMove {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly becomes: "onTime" | "late" | null;
  readonly becomesDefinite: boolean;
}

/** Nothing for a row that stays as it is. */
export function rowMove(before: Derived, after: Derived, today: PlainDate): RowMove | undefined {
  if (before.status === after.status && sameContent(clockOf(before), clockOf(after))) return undefined;
  const [was, is] = [isInTime(before, today), isInTime(after, today)];
  return {
    from: before.dueDate,
    to: after.dueDate,
    becomes: was === is ? null : is ? "onTime" : "late",
    becomesDefinite: before.provisional && !after.provisional,
  };
}

/** Judged where the hall's part has ended, else by whether it is overdue today. */
function isInTime(derived: Derived, today: PlainDate): boolean {
  return derived.endedOn === null ? !isOverdue(derived, today) : derived.onTime !== false;
}
