// What a ledger's rules may ask of the world around a row; gathered by the caller, so that rules stay pure.
import type { DateTime } from "../kernel/date-time.ts";
import type { Role } from "../kernel/permissions.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Text } from "../kernel/text.ts";
import type { WorkingCalendar } from "../kernel/working-calendar.ts";
import type { ApprovalTier } from "./approval.ts";
import type { Values } from "./field.ts";
import { D3_LEAVE_TIERS, OUTING_TIERS, STATUTORY_LEAVE_TIERS } from "./leave-policy.ts";
import type { Derived, RowEvent } from "./record.ts";
import type { Responsibility } from "./responsibility.ts";

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
  /** What is to be brought; by some kinds only where it says so. */
  readonly materials?: readonly {
    readonly id: string;
    readonly name: Text;
    readonly subtypes?: readonly string[] | undefined;
  }[];
  /** The law or rule that it rests on, as a notice cites it. */
  readonly basis?: string | undefined;
  readonly version?: number | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly retiredFrom?: string | undefined;
}

/** Somebody of the hall, as rules need to know them. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of them, those held in their own right, and not in somebody's place. */
  readonly ownRoles?: readonly Role[] | undefined;
  /** Every hall in which the person has work. */
  readonly halls: readonly string[];
  /** The hall that keeps this person's attendance, where it is another one: the first in which they have work. */
  readonly homeHall?: string | undefined;
  /** The post that the person holds, of the eight or of the living services. */
  readonly post?: string | undefined;
  /** The utility that employs a person of a living service; absent for the community's own staff. */
  readonly employer?: string | undefined;
}

/** Rows that a ledger's rules ask for: by business date, those still open, or by id. */
export type RowsAsked =
  | { readonly ledger: string; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly ledger: string; readonly open: true }
  | { readonly ledger: string; readonly ids: readonly string[] };

/** A row that was asked for: without personal values, never voided, never the row that asks. */
export interface AskedRow {
  readonly id: string;
  readonly serial: string;
  readonly status: string;
  readonly open: boolean;
  readonly values: Values;
  readonly events: readonly RowEvent[];
  readonly derived: Derived;
  /** In whose hands it is; null where the ledger does not say. */
  readonly responsibility?: Responsibility | null | undefined;
}

/** The hours of a day, in minutes after local midnight; the break parts its two halves. */
export interface Timetable {
  readonly opensAt: number;
  readonly breakFrom: number;
  readonly breakTo: number;
  readonly closesAt: number;
}

/** A centre's choices, each in force from a date. */
export interface CentrePolicy {
  /** "After closing or on a day off counts as received on the next working day." */
  readonly receiveNextDay: boolean;
  readonly correctionNoticeWithin: number;
  /** An entry made more working days than this after the event is marked late. */
  readonly lateEntryAfter: number;
  /** Who approves a leave by its size: D2 一(二) and D3 一2 differ. */
  readonly leaveTiers: readonly ApprovalTier[];
  /** Leave that the law grants: D2 一(三). */
  readonly statutoryLeaveTiers: readonly ApprovalTier[];
  /** "及时补办" (D2 一(四)): so many working days after the return. */
  readonly leaveMadeUpWithin: number;
  /** D3 一1 asks for approval of a short outing, D2 一(六) only for notice. */
  readonly outingNeedsApproval: boolean;
  readonly outingTiers: readonly ApprovalTier[];
  /** Arriving so many minutes late, or leaving so many early, is let pass. */
  readonly attendanceGraceMinutes: number;
  /** What was out of order is explained within so many working days (D2 一(一), D4 一). */
  readonly explainedWithin: number;
  /** D4 一: "否则按旷工处理". */
  readonly absenteeism: boolean;
  /** How long a complaint may wait, in working days from the day of receipt. */
  readonly complaints: {
    readonly acknowledgeWithin: number;
    readonly answerWithin: number;
    readonly answerMajorWithin: number;
  };
  /** The one-time notice and what goes with it, in working days. */
  readonly notices: {
    readonly archivedWithin: number;
    readonly referralTakenWithin: number;
    readonly enquiryToldWithin: number;
    readonly compensationDecidedWithin: number;
    readonly compensationPaidWithin: number;
  };
  /** In working days from the day of the rating. */
  readonly badRatingRectifiedWithin: number;
  /** D1 三8: 劳资社保室 reviews a training plan within so many working days of its submission. */
  readonly plansReviewedWithin: number;
}

export const DEFAULT_POLICY: CentrePolicy = {
  receiveNextDay: false,
  correctionNoticeWithin: 5,
  lateEntryAfter: 1,
  leaveTiers: D3_LEAVE_TIERS,
  statutoryLeaveTiers: STATUTORY_LEAVE_TIERS,
  leaveMadeUpWithin: 1,
  outingNeedsApproval: true,
  outingTiers: OUTING_TIERS,
  attendanceGraceMinutes: 0,
  explainedWithin: 1,
  absenteeism: false,
  complaints: { acknowledgeWithin: 1, answerWithin: 5, answerMajorWithin: 15 },
  notices: {
    archivedWithin: 1,
    referralTakenWithin: 1,
    enquiryToldWithin: 5,
    compensationDecidedWithin: 5,
    compensationPaidWithin: 5,
  },
  badRatingRectifiedWithin: 5,
  plansReviewedWithin: 5,
};

export interface LedgerFacts {
  readonly zone: string;
  /** When the hall closes today, in minutes after local midnight; of another day, ask `timetableOn`. */
  readonly closesAt: number;
  readonly calendar: WorkingCalendar;
  /** The policy in force on a day. */
  policyOn(day: PlainDate): CentrePolicy;
  /** The hall's hours in force on a day. */
  timetableOn(day: PlainDate): Timetable;
  /** A working day of the calendar on which the hall is open for service. */
  isServiceDay(day: PlainDate): boolean;
  /** The hall's local time of the judgement. */
  readonly now: DateTime;
  readonly today: PlainDate;
  /** The version of a matter that is in force on a day; without a day, today. */
  findMatter(id: string, on?: PlainDate): MatterFacts | undefined;
  /** People of the hall; known where the ledger refers to people. */
  readonly people: readonly PersonFacts[];
  findPerson(id: string): PersonFacts | undefined;
  /** The rows that `asks` named, of one ledger; for `fill`, `permits`, `check` and `follows` only. */
  rowsOf(ledger: string): readonly AskedRow[];
}
