// Erases a resident's personal fields: the item goes, the history and every figure stay as they were.
import type { Table } from "../storage/table.ts";
import type { PlanContext } from "./plan-row.ts";
import { rewriteRecord } from "./rewrite-record.ts";

/** False when there is nothing (left) to erase. PIPL 47. */
export function erasePersonal(
  table: Table,
  id: string,
  reason: string,
  context: PlanContext,
): Promise<boolean> {
  return rewriteRecord(table, id, context, (stored) =>
    stored.personalToken === null
      ? null
      : {
          changes: { personalToken: null, updatedAt: context.facts.now, syncedBy: context.actor },
          personal: "erase",
          revision: { action: "erase", personalChanged: stored.personalFields, data: { reason } },
        },
  );
}
