// What a ledger's rules may ask of the world around a row; gathered by the caller, so that rules stay pure.
import type { DateTime } from "../kernel/date-time.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Text } from "../kernel/text.ts";
import type { WorkingCalendar } from "../kernel/working-calendar.ts";

/** What rules need to know of a matter of the catalogue. */
export interface MatterFacts {
  readonly id: string;
  readonly name: Text;
  readonly post: string;
  readonly flow: string;
  readonly timeLimit: number | null;
  readonly upstream: boolean;
  readonly anonymous: boolean;
  readonly fee: boolean;
  readonly subtypes: readonly { readonly id: string; readonly name: Text }[];
  readonly retiredFrom?: string | undefined;
}

/** A centre's choices, each in force from a date. */
export interface CentrePolicy {
  /** "After closing or on a day off counts as received on the next working day." */
  readonly receiveNextDay: boolean;
  readonly correctionNoticeWithin: number;
  /** An entry made more working days than this after the event is marked late. */
  readonly lateEntryAfter: number;
}

export const DEFAULT_POLICY: CentrePolicy = {
  receiveNextDay: false,
  correctionNoticeWithin: 5,
  lateEntryAfter: 1,
};

export interface LedgerFacts {
  readonly zone: string;
  /** Closing time of the hall in minutes after local midnight. */
  readonly closesAt: number;
  readonly calendar: WorkingCalendar;
  /** The policy in force on a day. */
  policyOn(day: PlainDate): CentrePolicy;
  /** The hall's local time of the judgement. */
  readonly now: DateTime;
  readonly today: PlainDate;
  /** The version of a matter that is in force on a day; without a day, today. */
  findMatter(id: string, on?: PlainDate): MatterFacts | undefined;
}
