// The rows that a ledger's rules ask for, read so that a decision on them can be tied to the feeds they stand in.
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../shared/kernel/period.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { AskedRow, RowsAsked } from "../../shared/ledger/facts.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import {
  findIdsByBusinessDay,
  findOpenIds,
  findRecords,
  type Head,
  readFeed,
  readHead,
} from "../storage/record-store.ts";
import type { Table } from "../storage/table.ts";
import { monthsTouching } from "./find-rows.ts";

export interface Gathered {
  rowsOf(ledger: string): readonly AskedRow[];
  /** The heads as they were before the rows were read, by ledger. */
  readonly heads: ReadonlyMap<string, Head>;
}

/** Indexes lag behind the table: so many of the newest changes are taken from the feed instead. */
const NEWEST = 25;

/** Rows of one's own hall; `self`, the row that asks, is never among them. */
export async function gatherRows(
  table: Table,
  hall: Hall,
  ledgers: readonly Ledger[],
  asked: readonly RowsAsked[],
  self: string,
): Promise<Gathered> {
  const names = [...new Set(asked.map(({ ledger }) => ledger))];
  const heads = new Map<string, Head>();
  const rows = new Map<string, readonly AskedRow[]>();
  await Promise.all(
    names.map(async (name) => {
      const found = ledgers.find(({ id }) => id === name);
      if (!found) throw new Error(`no ledger ${name} to ask`);
      const head = await readHead(table, hall.id, name);
      heads.set(name, head);
      const own = asked.filter(({ ledger }) => ledger === name);
      const ids = await Promise.all(own.map((question) => idsOf(table, hall.id, question)));
      const { revisions } = await readFeed(table, hall.id, name, Math.max(0, head.seq - NEWEST), NEWEST);
      const wanted = new Set([...ids.flat(), ...revisions.map(({ recordId }) => recordId)]);
      wanted.delete(self);
      const records = await findRecords(table, [...wanted]);
      rows.set(
        name,
        [...records.values()]
          .filter((record) => isMeant(record, hall.id, name, own))
          .sort((a, b) => (a.serial < b.serial ? -1 : 1))
          .map((record) => askedRow(record, found)),
      );
    }),
  );
  return {
    heads,
    rowsOf: (ledger) => {
      const found = rows.get(ledger);
      if (!found) throw new Error(`rows of ${ledger} are looked at, and were not asked for`);
      return found;
    },
  };
}

async function idsOf(table: Table, hall: string, question: RowsAsked): Promise<readonly string[]> {
  if ("ids" in question) return question.ids;
  if ("open" in question) return findOpenIds(table, hall, question.ledger);
  const { from: first, to: last } = question;
  if (first > last) return [];
  const span: Pick<Period, "first" | "last"> = { first, last };
  const parts = monthsTouching(span).map((part) =>
    findIdsByBusinessDay(table, hall, question.ledger, part.month, part.first, part.last),
  );
  return (await Promise.all(parts)).flat();
}

/** What the feed brought may be of any day; what an index brought may have changed since. */
function isMeant(record: LedgerRecord, hall: string, ledger: string, asked: readonly RowsAsked[]): boolean {
  if (record.hall !== hall || record.ledger !== ledger || record.voided) return false;
  const { businessDay, open } = record.derived;
  return asked.some((question) => {
    if ("ids" in question) return question.ids.includes(record.id);
    if ("open" in question) return open;
    return question.from <= businessDay && businessDay <= question.to;
  });
}

function askedRow(record: LedgerRecord, ledger: Ledger): AskedRow {
  const { id, serial, derived, values, events } = record;
  const responsibility = ledger.responsibility(rowOf(record));
  return { id, serial, status: derived.status, open: derived.open, values, events, derived, responsibility };
}
