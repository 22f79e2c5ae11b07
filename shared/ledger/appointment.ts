// Somebody who acts in another's place because of a row: appointed, or relieved, in the row's own transaction.
import type { Role } from "../kernel/permissions.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

export interface Appointment {
  /** The office that is held in the other's place; offices of a hall only. */
  readonly role: Role;
  readonly deputyFor: string;
  readonly deputy: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
  /** It ends now, whatever days were left of it. */
  readonly ends: boolean;
}
