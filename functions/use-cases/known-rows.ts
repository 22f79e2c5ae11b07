// What a call that writes several rows knows of the store: read once, and from then on as its own writes left it.
import type { IncomingRow } from "../../shared/ledger/decide-row.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import type { PersonalItem } from "../storage/record-item.ts";
import type { RowWrite } from "../storage/row-write.ts";
import type { Table } from "../storage/table.ts";
import { type Heads, trackHeads } from "./heads.ts";
import { readRows, type StoredRows } from "./read-changes.ts";

/**
 * Whatever is written of a ledger moves its head, and every transaction here is bound to the head that was read. So
 * what was read stays true until a transaction fails, which is when all of it is forgotten.
 */
export class KnownRows {
  private heads: Heads;
  /** Rows that call themselves new are believed until a transaction fails: it is bound to there being no such row. */
  private believes = true;
  private readonly believed = new Set<string>();
  private readonly doubted = new Set<string>();
  private readonly asked = new Set<string>();
  private readonly records = new Map<string, LedgerRecord>();
  private readonly personal = new Map<string, PersonalItem>();

  constructor(
    private readonly table: Table,
    private readonly hall: string,
  ) {
    this.heads = trackHeads(table, hall);
  }

  /**
   * The head first: what is decided on rows read after it is written only if nobody wrote in between.
   *
   * @param rows those with base version 0 are taken for new, and not looked for
   */
  async read(
    ledger: string,
    rows: readonly Pick<IncomingRow, "id" | "baseVersion">[],
  ): Promise<{ heads: Heads; stored: StoredRows }> {
    await this.heads.of(ledger);
    const unasked = rows.filter(({ id }) => !this.asked.has(id));
    for (const { id, baseVersion } of unasked) {
      if (this.believes && baseVersion === 0 && !this.doubted.has(id)) this.believed.add(id);
    }
    const unknown = unasked.flatMap(({ id }) => (this.believed.has(id) ? [] : [id]));
    if (unknown.length > 0) {
      const found = await readRows(this.table, unknown);
      for (const id of unknown) this.asked.add(id);
      for (const [id, record] of found.records) this.records.set(id, record);
      for (const [id, item] of found.personal) this.personal.set(id, item);
    }
    return { heads: this.heads, stored: { records: this.records, personal: this.personal } };
  }

  /**
   * Asked before a row is answered without a transaction that would prove what is known of it: true when it was only
   * taken for new. It is looked for at the next reading.
   */
  doubts(id: string): boolean {
    if (!this.believed.delete(id)) return false;
    this.doubted.add(id);
    return true;
  }

  /** @param heads where the feeds stand after it */
  wrote(writes: readonly RowWrite[], heads: Heads): void {
    this.heads = heads.settled();
    for (const { record, personal } of writes) {
      this.believed.delete(record.id);
      this.asked.add(record.id);
      this.records.set(record.id, record);
      if (personal === "erase") this.personal.delete(record.id);
      else if (personal !== "keep") this.personal.set(record.id, personal);
    }
  }

  forget(): void {
    this.heads = trackHeads(this.table, this.hall);
    this.believes = false;
    this.believed.clear();
    this.asked.clear();
    this.records.clear();
    this.personal.clear();
  }
}
