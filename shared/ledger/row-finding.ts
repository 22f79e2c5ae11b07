// Something about a row that the weekly supervision should look at: an absence that nobody explained, a breach.
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Text } from "../kernel/text.ts";

/**
 * A draft, never a judgement: whoever supervises takes it over with owner and date, or says why it is none.
 * Rows past their due date and overdue duties need none of these: they are drafted for every ledger anyway.
 */
export interface RowFinding {
  /** Names the draft within its row, so that looking twice finds the same one: `breach`, `unexplainedAbsence`. */
  readonly kind: string;
  /** What is the matter, without the row's ledger and number, which stand before it. */
  readonly content: Text;
  /** The day it happened on: it belongs to that day's week. */
  readonly on: PlainDate;
}
