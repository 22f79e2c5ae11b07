// What somebody has to do about one row by a day: feedback to a resident, rectification of a finding.
import type { Role } from "../kernel/permissions.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Text } from "../kernel/text.ts";

/** Unlike a period's obligation it hangs on a row; `doneOn` is null while it is still owed. */
export interface RowDuty {
  readonly id: string;
  readonly label: Text;
  readonly dueOn: PlainDate;
  readonly doneOn: PlainDate | null;
  readonly mustAct: Role;
  /** Where the documents ask for it. */
  readonly source: string;
}
