// From when on a pattern is worth a look: data, in force from a date, so that a centre's choice is a change of data.
import { type PlainDate, plainDate } from "../../kernel/plain-date.ts";

export interface IntegrityThresholds {
  readonly from: PlainDate;
  /** Entered in bulk: so many rows by one account within so many minutes, each so many working days after the event. */
  readonly bulkRows: number;
  readonly bulkWithinMinutes: number;
  readonly bulkWorkingDaysLate: number;
  /** Stopped late: so many rows whose clock was stopped or moved in the last working days before it ran out. */
  readonly lateStopRows: number;
  readonly lateStopWorkingDays: number;
  /** Closed on the due date: so many rows, and so large a share of all that were closed with a limit of a day or more. */
  readonly dueDayRows: number;
  readonly dueDayShare: number;
  /** Reopened soon: so many rows, within so many working days of closing. */
  readonly reopenedRows: number;
  readonly reopenedWorkingDays: number;
  /** Identical texts: so many rows with the same request, of so many characters or more. */
  readonly sameTextRows: number;
  readonly sameTextLength: number;
}

/** `[P]`: chosen so that an ordinary month of a hall shows nothing. */
const DEFAULTS: readonly IntegrityThresholds[] = [
  {
    from: plainDate("2000-01-01"),
    bulkRows: 10,
    bulkWithinMinutes: 60,
    bulkWorkingDaysLate: 3,
    lateStopRows: 3,
    lateStopWorkingDays: 1,
    dueDayRows: 10,
    dueDayShare: 0.5,
    reopenedRows: 2,
    reopenedWorkingDays: 3,
    sameTextRows: 5,
    sameTextLength: 6,
  },
];

/** Those in force on a period's first day hold for the whole period. */
export function thresholdsOn(
  day: PlainDate,
  all: readonly IntegrityThresholds[] = DEFAULTS,
): IntegrityThresholds {
  const found = [...all].sort((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from <= day);
  if (!found) throw new Error(`no thresholds on ${day}`);
  return found;
}
