// Patterns in a hall's rows that are worth a look; each comes with the rows that it is seen in.
import { dateOf, instantOf } from "../../kernel/date-time.ts";
import { groupBy } from "../../kernel/group-by.ts";
import { isInPeriod, type Period } from "../../kernel/period.ts";
import { type WorkingCalendar, workingDaysBetween } from "../../kernel/working-calendar.ts";
import type { IntegrityRow } from "./integrity-row.ts";
import type { SignalKind } from "./signal-kinds.ts";
import type { IntegrityThresholds } from "./thresholds.ts";

export interface Signal {
  readonly kind: SignalKind;
  readonly rows: readonly Pick<IntegrityRow, "id" | "serial">[];
  /** How many rows the pattern was looked for in. */
  readonly among: number;
}

type Finder = (
  rows: readonly IntegrityRow[],
  thresholds: IntegrityThresholds,
  calendar: WorkingCalendar,
  period: Period,
) => readonly (readonly IntegrityRow[])[];

/** Groups of rows by signal; a finder gives none where its threshold is not reached. */
const FINDERS: Readonly<Record<SignalKind, Finder>> = {
  bulkEntry: findBulkEntries,
  lateStop: (rows, { lateStopRows, lateStopWorkingDays }, calendar) =>
    atLeast(
      lateStopRows,
      rows.filter(({ stops }) =>
        stops.some(
          ({ on, dueBefore }) =>
            dueBefore !== null &&
            on <= dueBefore &&
            workingDaysBetween(calendar, on, dueBefore) <= lateStopWorkingDays,
        ),
      ),
    ),
  dueDayClosing(rows, { dueDayRows, dueDayShare }, _calendar, period) {
    const closed = rows.filter(
      ({ closedOn, dueDate, dueAtOnce }) =>
        closedOn !== null && dueDate !== null && !dueAtOnce && isInPeriod(closedOn, period),
    );
    const onTheDay = closed.filter(({ closedOn, dueDate }) => closedOn === dueDate);
    return onTheDay.length >= closed.length * dueDayShare ? atLeast(dueDayRows, onTheDay) : [];
  },
  soonReopened: (rows, { reopenedRows, reopenedWorkingDays }, calendar) =>
    atLeast(
      reopenedRows,
      rows.filter(({ reopenings }) =>
        reopenings.some(
          ({ closedOn, reopenedOn }) =>
            workingDaysBetween(calendar, closedOn, reopenedOn) <= reopenedWorkingDays,
        ),
      ),
    ),
  sameText: (rows, { sameTextRows }) =>
    byKey(rows, ({ textToken }) => textToken).flatMap((same) => atLeast(sameTextRows, same)),
};

export function findSignals(
  rows: readonly IntegrityRow[],
  thresholds: IntegrityThresholds,
  calendar: WorkingCalendar,
  period: Period,
): Signal[] {
  const signals: Signal[] = [];
  for (const kind of KINDS) {
    for (const found of FINDERS[kind](rows, thresholds, calendar, period)) {
      signals.push({ kind, rows: found.map(({ id, serial }) => ({ id, serial })), among: rows.length });
    }
  }
  return signals;
}

const KINDS: readonly SignalKind[] = ["bulkEntry", "lateStop", "dueDayClosing", "soonReopened", "sameText"];

/** Windows that begin with a row: the longest of those that share rows is the one that is told. */
function findBulkEntries(
  rows: readonly IntegrityRow[],
  { bulkRows, bulkWithinMinutes, bulkWorkingDaysLate }: IntegrityThresholds,
  calendar: WorkingCalendar,
): (readonly IntegrityRow[])[] {
  const late = rows.filter(
    ({ imported, enteredAt, receivedOn }) =>
      !imported && workingDaysBetween(calendar, receivedOn, dateOf(enteredAt)) >= bulkWorkingDaysLate,
  );
  const groups: (readonly IntegrityRow[])[] = [];
  for (const own of byKey(late, ({ enteredBy }) => enteredBy)) {
    const sorted = [...own].sort((a, b) => instantOf(a.enteredAt) - instantOf(b.enteredAt));
    for (let first = 0; first < sorted.length; ) {
      const start = sorted[first];
      if (!start) break;
      const until = instantOf(start.enteredAt) + bulkWithinMinutes * 60_000;
      const window = sorted.slice(first).filter(({ enteredAt }) => instantOf(enteredAt) <= until);
      groups.push(...atLeast(bulkRows, window));
      first += window.length >= bulkRows ? window.length : 1;
    }
  }
  return groups;
}

function atLeast(count: number, rows: readonly IntegrityRow[]): (readonly IntegrityRow[])[] {
  return rows.length >= count ? [rows] : [];
}

/** Rows without a key are left out. */
function byKey(
  rows: readonly IntegrityRow[],
  keyOf: (row: IntegrityRow) => string | null,
): (readonly IntegrityRow[])[] {
  const keyed = rows.filter((row) => keyOf(row) !== null);
  return [...groupBy(keyed, keyOf).values()];
}
