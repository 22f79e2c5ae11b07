// Writes one stored record anew, with its revision, whoever else is writing: erasing and migrating stand on it.
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { findRecords, readHead } from "../storage/record-store.ts";
import { type RowWrite, rowWriteParams } from "../storage/row-write.ts";
import { backOff, type Table } from "../storage/table.ts";
import { TableBusy } from "../storage/table-busy.ts";
import type { PlanContext } from "./plan-row.ts";

const ATTEMPTS = 12;

/** What is to become of a record; null when nothing is to be done (any more). */
export type Rewrite = (stored: LedgerRecord) => {
  readonly changes: Partial<LedgerRecord>;
  readonly personal: RowWrite["personal"];
  readonly revision: Pick<Revision, "action" | "personalChanged" | "data">;
} | null;

/** False when the record is not there, or nothing is to be done. */
export async function rewriteRecord(
  table: Table,
  id: string,
  { hall, ledger, facts, actor, batchId, enteredBy }: PlanContext,
  rewrite: Rewrite,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const before = await readHead(table, hall.id, ledger.id);
    const stored = (await findRecords(table, [id])).get(id);
    if (!stored || stored.hall !== hall.id || stored.ledger !== ledger.id) return false;
    const wanted = rewrite(stored);
    if (!wanted) return false;
    const seq = before.seq + 1;
    const version = stored.version + 1;
    const write: RowWrite = {
      record: { ...stored, ...wanted.changes, version, seq, revisions: [...stored.revisions, seq] },
      expectedVersion: stored.version,
      revision: {
        ...wanted.revision,
        seq,
        recordId: id,
        version,
        at: facts.now,
        syncedBy: actor,
        enteredBy,
        batchId,
        before: {},
        after: {},
        personalToken: null,
        reason: null,
      },
      personal: wanted.personal,
      applied: stored.contributions,
    };
    const after = { ...before, seq };
    const actions = rowWriteParams(table.name, hall, [write], [{ ledger: ledger.id, before, after }]);
    if ((await table.transact(actions)).ok) return true;
  }
  throw new TableBusy(`writing ${id} anew kept losing races`);
}
