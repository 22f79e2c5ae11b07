// Another row that belongs to this one: the notice of a case, the case of a rating.
import type { Text } from "../kernel/text.ts";

export interface RowLink {
  readonly ledger: string;
  readonly id: string;
  /** What it is to this row. */
  readonly label: Text;
}
