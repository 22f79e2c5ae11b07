// What period ledgers derive from their events: the status, the order of things, the day on which it was done.
import { compareDateTimes, dateOf, showDateTime } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Derived, RowEvent, RowState } from "../../ledger/record.ts";
import { periodProblems } from "./period-problems.ts";

interface PeriodValues {
  readonly values: { readonly firstDay?: PlainDate | undefined; readonly lastDay?: PlainDate | undefined };
}

/** The latest event that gives the row its status. */
export function latestOf(events: readonly RowEvent[], actions: readonly string[]): RowEvent | undefined {
  return events.findLast(({ action }) => actions.includes(action));
}

export function derivePeriod(row: RowState & PeriodValues, status: string, open: boolean): Derived {
  const { firstDay, lastDay } = row.values;
  if (!firstDay || !lastDay) throw new Error("a period without its days was accepted");
  const last = row.events.at(-1);
  return {
    status,
    open,
    businessDay: firstDay,
    closingDay: open || !last ? null : dateOf(last.enteredAt),
    // When it is due depends on rules that may change: it stands with the obligations, not here.
    dueDate: null,
    originalDueDate: null,
    endedOn: null,
    provisional: false,
    onTime: null,
    onTimeOriginal: null,
    marks: [],
  };
}

/** A step is never dated before the one that it follows: a clock that runs backwards is refused. */
export function clockProblems(row: RowState): Problem[] {
  let last = row.enteredAt;
  for (const { enteredAt } of row.events) {
    if (compareDateTimes(enteredAt, last) < 0) {
      return [periodProblems.clock_backwards({ now: showDateTime(enteredAt), last: showDateTime(last) })];
    }
    last = enteredAt;
  }
  return [];
}
