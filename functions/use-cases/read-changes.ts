// What others changed in a hall's ledger since a place in its feed: whole rows as they stand now, none left out.
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import type { PersonalItem } from "../storage/record-item.ts";
import { findWholeRows, readFeed } from "../storage/record-store.ts";
import type { Table } from "../storage/table.ts";
import { tokenOf } from "./personal-token.ts";

/** Rows that come down in one call; the reader asks again while `more` is true. */
const MAX_CHANGES = 500;

/** Lambda answers with at most 6 MB, and the rows that went up are in the answer as well. */
const MAX_CHANGED_BYTES = 3_000_000;

export interface StoredRows {
  readonly records: ReadonlyMap<string, LedgerRecord>;
  readonly personal: ReadonlyMap<string, PersonalItem>;
}

export interface Changes extends StoredRows {
  /** Ids of the changed rows. */
  readonly changed: ReadonlySet<string>;
  /** Up to where the reader knows everything now. */
  readonly cursor: number | null;
  readonly more: boolean;
}

export function readRows(table: Table, ids: readonly string[]): Promise<StoredRows> {
  return findWholeRows(table, ids);
}

const NOTHING: StoredRows = { records: new Map(), personal: new Map() };

/**
 * `also`: further rows that the caller wants to see as they stand now. A cursor of null wants no changes.
 *
 * @param written rows that the caller has just written: they are not read again, unless the feed knows of something
 *   newer. What comes later still comes with a later cursor.
 */
export async function readChanges(
  table: Table,
  hall: string,
  ledger: string,
  cursor: number | null,
  also: readonly string[],
  written: StoredRows = NOTHING,
): Promise<Changes> {
  const feed =
    cursor === null
      ? { revisions: [], more: false }
      : await readFeed(table, hall, ledger, cursor, MAX_CHANGES);
  const ids = [...new Set([...also, ...feed.revisions.map(({ recordId }) => recordId)])];
  const rows = await withoutReadingAgain(table, ids, feed.revisions, written);
  const unsettled = feed.revisions.findIndex((revision) => !isSettled(revision, rows));
  const settled = unsettled < 0 ? feed.revisions : feed.revisions.slice(0, unsettled);
  const revisions = settled.slice(0, fittingIntoAnswer(settled, rows));
  return {
    ...rows,
    changed: new Set(revisions.map(({ recordId }) => recordId)),
    cursor: revisions.at(-1)?.seq ?? cursor,
    more: revisions.length < settled.length || (feed.more && unsettled < 0),
  };
}

async function withoutReadingAgain(
  table: Table,
  ids: readonly string[],
  revisions: readonly Revision[],
  written: StoredRows,
): Promise<StoredRows> {
  const newest = new Map<string, number>();
  for (const { recordId, version } of revisions) {
    newest.set(recordId, Math.max(version, newest.get(recordId) ?? 0));
  }
  const isKnown = (id: string) => (written.records.get(id)?.version ?? -1) >= (newest.get(id) ?? 0);
  const read = await readRows(
    table,
    ids.filter((id) => !isKnown(id)),
  );
  return {
    records: new Map([...written.records, ...read.records]),
    personal: new Map([...written.personal, ...read.personal]),
  };
}

/** How many revisions, from the front, have rows that fit into one answer together; at least one. */
function fittingIntoAnswer(revisions: readonly Revision[], { records, personal }: StoredRows): number {
  const counted = new Set<string>();
  let bytes = 0;
  for (const [at, { recordId }] of revisions.entries()) {
    if (!counted.has(recordId)) bytes += sizeOf(records.get(recordId)) + sizeOf(personal.get(recordId));
    counted.add(recordId);
    if (bytes > MAX_CHANGED_BYTES && at > 0) return at;
  }
  return revisions.length;
}

function sizeOf(part: LedgerRecord | PersonalItem | undefined): number {
  return Buffer.byteLength(JSON.stringify(part?.values ?? {}));
}

/** DynamoDB may show a revision a moment before the record or the personal item of the same transaction. */
function isSettled(revision: Revision, { records, personal }: StoredRows): boolean {
  const record = records.get(revision.recordId);
  return (
    record !== undefined && record.version >= revision.version && belongs(record, personal.get(record.id))
  );
}

/** True when the personal item is the one that the record was written with. */
export function belongs(record: LedgerRecord, personal: PersonalItem | undefined): boolean {
  return record.personalToken === (personal ? tokenOf(personal) : null);
}
