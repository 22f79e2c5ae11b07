// Where the feeds of a hall's ledgers stand while writes are planned: as they were read, and as they will be.
import { type Head, readHead } from "../storage/record-store.ts";
import type { HeadMove } from "../storage/row-write.ts";
import type { Table } from "../storage/table.ts";

export interface Heads {
  /** As planned so far; read from the table at first. */
  of(ledger: string): Promise<Head>;
  advance(ledger: string, head: Head): void;
  /** A copy to plan on, of which nothing remains if it is dropped. */
  fork(): Heads;
  /** Each ledger's way from where `from` stands (as read, without it) to here, for those that moved. */
  movesSince(from: Heads | null): HeadMove[];
  /** The same places, taken as read: what was planned so far has been written. */
  settled(): Heads;
  /** Where a ledger stands here; nothing where it was never read. */
  find(ledger: string): Head | undefined;
}

export function trackHeads(table: Table, hall: string): Heads {
  return headsOn(table, hall, new Map(), new Map());
}

function headsOn(table: Table, hall: string, asRead: Map<string, Head>, planned: Map<string, Head>): Heads {
  const find = (ledger: string) => planned.get(ledger) ?? asRead.get(ledger);
  return {
    find,
    async of(ledger) {
      const known = find(ledger);
      if (known) return known;
      const head = await readHead(table, hall, ledger);
      asRead.set(ledger, head);
      return head;
    },
    advance: (ledger, head) => void planned.set(ledger, head),
    fork: () => headsOn(table, hall, asRead, new Map(planned)),
    settled: () => headsOn(table, hall, new Map([...asRead, ...planned]), new Map()),
    movesSince: (from) =>
      [...planned].flatMap(([ledger, after]) => {
        const before = from ? from.find(ledger) : asRead.get(ledger);
        if (!before) throw new Error(`${ledger} moved without having been read`);
        return before.seq === after.seq ? [] : [{ ledger, before, after }];
      }),
  };
}
