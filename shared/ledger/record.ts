// A row's life as data: the record, its events, its derived values, and one revision for every accepted write.
import type { DateTime } from "../kernel/date-time.ts";
import type { Role } from "../kernel/permissions.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Values } from "./field.ts";

/** A transition that happened to a row, with what was given for it. */
export interface RowEvent {
  readonly action: string;
  readonly data: Values;
  /** When it was accepted, and whose token proved it. */
  readonly enteredAt: DateTime;
  readonly by: string;
  /** The roles of whoever did it, at that moment; kept where the ledger decides by them (`permits`). */
  readonly roles?: readonly Role[] | undefined;
}

/** What a ledger's rules see of a row. */
export interface RowState {
  /** Values that are not personal. */
  readonly values: Values;
  /** Which personal fields have a value; the values themselves may have been erased. */
  readonly personalFields: readonly string[];
  readonly events: readonly RowEvent[];
  /** When the row was first accepted. */
  readonly enteredAt: DateTime;
}

/** What a ledger derives from a row: its status, its days, and what its clock says. */
export interface Derived {
  readonly status: string;
  /** True while something is still to be done: such rows stand in the index of open rows. */
  readonly open: boolean;
  readonly businessDay: PlainDate;
  readonly closingDay: PlainDate | null;
  readonly dueDate: PlainDate | null;
  readonly originalDueDate: PlainDate | null;
  /** When the hall's own part ended: a row can only be overdue until then. */
  readonly endedOn: PlainDate | null;
  readonly provisional: boolean;
  readonly onTime: boolean | null;
  readonly onTimeOriginal: boolean | null;
  /** What figures count that no value says: `breach`, `lateEntry`. */
  readonly marks: readonly string[];
  /** The version of the calendar that the days were counted by; absent where none was. */
  readonly calendar?: string;
}

/** Additive amounts of a row on one day; `dimension` splits them (a case's matter). */
export interface Contribution {
  readonly day: PlainDate;
  readonly dimension: string | null;
  readonly amounts: Readonly<Record<string, number>>;
}

export interface Voided {
  readonly reason: string;
  readonly at: DateTime;
  readonly by: string;
}

export interface LedgerRecord extends RowState {
  readonly id: string;
  readonly hall: string;
  readonly ledger: string;
  /** 1 at first, one more with every accepted write. */
  readonly version: number;
  /** Where the latest revision stands in the hall's feed of this ledger. */
  readonly seq: number;
  /** `2026-00012`: the year of receipt, and a number without gaps within hall, ledger and year. */
  readonly serial: string;
  readonly definitionVersion: number;
  /** Hash of the personal values with a salt that is erased with them. */
  readonly personalToken: string | null;
  readonly derived: Derived;
  /** As last applied to the summaries, with the version of the metrics that made them. */
  readonly contributions: readonly Contribution[];
  readonly metricsVersion: number;
  readonly updatedAt: DateTime;
  /** Claimed in the sheet; absent when the writer entered it alone. */
  readonly enteredBy: string | null;
  /** Proved by the token of the latest write. */
  readonly syncedBy: string;
  readonly voided: Voided | null;
  /** The places in the feed of all its revisions, oldest first. */
  readonly revisions: readonly number[];
}

export interface Revision {
  readonly seq: number;
  readonly recordId: string;
  readonly version: number;
  /** `upsert`, `void`, a transition, `erase`, `recount` or `calendar`. */
  readonly action: string;
  readonly at: DateTime;
  readonly syncedBy: string;
  readonly enteredBy: string | null;
  readonly batchId: string;
  /** Changed values that are not personal; null where there was, or is, none. */
  readonly before: Values;
  readonly after: Values;
  /** Personal fields that changed, by name only, and the token of their new values. */
  readonly personalChanged: readonly string[];
  readonly personalToken: string | null;
  /** What a transition was given, or the reason of a voiding. */
  readonly data: Values | null;
  /** Why figures of a month that was reported and accepted were changed; null where nothing asked for it. */
  readonly reason: string | null;
}
