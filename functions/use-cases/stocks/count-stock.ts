// What was open and overdue in a hall's ledger at past closings, whenever it is asked: from the feed, not from the clock.

import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { calendarAsOf } from "../../../shared/capabilities/organisation/centre-calendar.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { instantOf } from "../../../shared/kernel/date-time.ts";
import { isOverdue } from "../../../shared/kernel/deadline.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord, Revision } from "../../../shared/ledger/record.ts";
import { rowAsOf } from "../../../shared/ledger/row-as-of.ts";
import { findOpenIds, findRecords, readFeed } from "../../storage/record-store.ts";
import { backOff, type Table } from "../../storage/table.ts";
import { factsFor } from "../hall-facts.ts";

const FEED_PAGE = 500;

/** Everything that is needed to count a ledger at any moment after a place of its feed. */
export interface LedgerPast {
  readonly revisions: readonly Revision[];
  readonly records: ReadonlyMap<string, LedgerRecord>;
}

/**
 * Rows that were open at some moment after `after` are open still, or were changed since. The feed is read until it
 * knows every change of the rows that were read, so that each can be undone.
 */
export async function readPast(
  table: Table,
  hall: string,
  ledger: Ledger,
  after: number,
): Promise<LedgerPast> {
  const open = await findOpenIds(table, hall, ledger.id);
  const revisions: Revision[] = [];
  const readOn = async () => {
    for (let more = true; more; ) {
      const page = await readFeed(table, hall, ledger.id, revisions.at(-1)?.seq ?? after, FEED_PAGE);
      revisions.push(...page.revisions);
      more = page.more;
    }
  };
  await readOn();
  const touched = revisions.map(({ recordId }) => recordId);
  const records = await findRecords(table, [...new Set([...open, ...touched])]);
  const newest = Math.max(after, ...[...records.values()].map(({ seq }) => seq));
  for (let attempt = 1; (revisions.at(-1)?.seq ?? after) < newest; attempt++) {
    await backOff(attempt);
    await readOn();
  }
  return { revisions, records };
}

export interface CountedStock {
  readonly open: number;
  readonly overdue: number;
  /** The feed's last place at that moment. */
  readonly seq: number;
}

/** @param closedAt the moment, in milliseconds since 1970; what was written within its minute belongs to it */
export function countStock(
  { revisions, records }: LedgerPast,
  { hall, ledger, centre }: { readonly hall: Hall; readonly ledger: Ledger; readonly centre: Centre },
  day: PlainDate,
  closedAt: number,
  after: number,
): CountedStock {
  const later = revisions.findIndex(({ at }) => instantOf(at) > closedAt);
  const seq = (later < 0 ? revisions.at(-1)?.seq : revisions[later - 1]?.seq) ?? after;
  const undone = new Map<string, Revision[]>();
  for (const revision of later < 0 ? [] : revisions.slice(later)) {
    undone.set(revision.recordId, [...(undone.get(revision.recordId) ?? []), revision]);
  }
  const facts = { ...factsFor(hall, centre, closedAt), calendar: calendarAsOf(centre, closedAt) };
  let open = 0;
  let overdue = 0;
  for (const record of records.values()) {
    const row = rowAsOf(record, undone.get(record.id) ?? []);
    if (!row) continue;
    const derived = ledger.derive(row, facts);
    if (!derived.open) continue;
    open++;
    if (isOverdue(derived, day)) overdue++;
  }
  return { open, overdue, seq };
}
