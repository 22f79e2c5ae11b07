// Who answers for a row, and through whose hands it went.
import type { DateTime } from "../kernel/date-time.ts";

export interface Handover {
  readonly at: DateTime;
  readonly from: string;
  readonly to: string;
  readonly department: string | null;
  readonly reason: string;
  /** When the other side took it; null while a referral waits for that. Work that is handed over is taken at once. */
  readonly takenAt: DateTime | null;
}

export interface Responsibility {
  /** The first person asked. */
  readonly firstAskedBy: string;
  /** Whether that person still answers for the row. */
  readonly answerable: boolean;
  /** Who has the row in hand now, and in which department when it is another one. */
  readonly holder: string;
  readonly department: string | null;
  readonly handovers: readonly Handover[];
}
