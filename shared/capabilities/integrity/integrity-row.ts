// What the signals look at in a row: times, days and a token of its text; never the text itself, nor a name.
import type { DateTime } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";

export interface IntegrityRow {
  readonly id: string;
  readonly serial: string;
  readonly enteredAt: DateTime;
  /** The account that entered it. */
  readonly enteredBy: string;
  /** Taken over from an old ledger, which is late by nature. */
  readonly imported: boolean;
  readonly receivedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly dueDate: PlainDate | null;
  /** Due on the very day of receipt: closing on the due date says nothing then. */
  readonly dueAtOnce: boolean;
  /** Each stop or extension, with the due date that was in force before it. */
  readonly stops: readonly { readonly on: PlainDate; readonly dueBefore: PlainDate | null }[];
  readonly reopenings: readonly { readonly closedOn: PlainDate; readonly reopenedOn: PlainDate }[];
  /** Equal for equal texts within one look, and meaningless outside it; null for short texts and none. */
  readonly textToken: string | null;
}
