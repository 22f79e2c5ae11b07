// The proof of the summaries: counts a hall's rows anew and compares, and moves rows to a new metrics version.
import { centreOf, type Hall } from "../../shared/capabilities/organisation/hall.ts";
import { monthOf } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import { keys } from "../storage/keys.ts";
import { findRecords, readFeed } from "../storage/record-store.ts";
import { readSummariesAt, type Sums } from "../storage/summary-store.ts";
import type { Table } from "../storage/table.ts";

export interface Difference {
  /** Partition and sort key of the summary item. */
  readonly place: string;
  readonly counter: string;
  readonly stored: number;
  readonly counted: number;
}

const FEED_PAGE = 500;

/** Every record of a hall's ledger, found through the feed with strong consistency. */
export async function allRecords(table: Table, hall: string, ledger: string): Promise<LedgerRecord[]> {
  const ids = new Set<string>();
  for (let after = 0, more = true; more; ) {
    const page = await readFeed(table, hall, ledger, after, FEED_PAGE);
    for (const { recordId } of page.revisions) ids.add(recordId);
    after = page.revisions.at(-1)?.seq ?? after;
    more = page.more;
  }
  return [...(await findRecords(table, [...ids])).values()];
}

/** Where the stored sums differ from a fresh count; empty when all is well. The hall should be quiet meanwhile. */
export async function recount(table: Table, hall: Hall, ledger: Ledger): Promise<Difference[]> {
  const records = await allRecords(table, hall.id, ledger.id);
  const counted = new Map<string, Record<string, number>>();
  const add = (pk: string, sk: string, counter: string, amount: number) => {
    const place = `${pk}|${sk}`;
    const sums = counted.get(place) ?? {};
    counted.set(place, sums);
    sums[counter] = (sums[counter] ?? 0) + amount;
  };
  for (const record of records) {
    // Places touched by what was applied are looked at too, so that a sum that should be gone is noticed.
    const fresh = record.voided ? [] : ledger.recount(rowOf(record), record.derived);
    for (const [contributions, sign] of [
      [record.contributions, 0],
      [fresh, 1],
    ] as const) {
      for (const { day, dimension, amounts } of contributions) {
        const centre = centreOf(hall, day);
        for (const [metric, amount] of Object.entries(amounts)) {
          const counter = `${ledger.id}.${metric}`;
          add(keys.summaries(centre, day), hall.id, counter, sign * amount);
          add(keys.summaries(centre, monthOf(day)), hall.id, counter, sign * amount);
          if (dimension) {
            const { pk, sk } = keys.split(centre, monthOf(day), hall.id, ledger.id, dimension);
            add(pk, sk, counter, sign * amount);
          }
        }
      }
    }
  }
  const places = [...counted.keys()].map((place) => {
    const [pk = "", sk = ""] = place.split("|");
    return { pk, sk };
  });
  const stored = await readSummariesAt(table, places);
  return [...counted].flatMap(([place, sums]) =>
    differences(place, ledger.id, stored.get(place) ?? {}, sums),
  );
}

function differences(place: string, ledger: string, stored: Sums, counted: Sums): Difference[] {
  const counters = new Set([...Object.keys(stored), ...Object.keys(counted)]);
  return [...counters].flatMap((counter) => {
    const [a, b] = [stored[counter] ?? 0, counted[counter] ?? 0];
    return counter.startsWith(`${ledger}.`) && a !== b ? [{ place, counter, stored: a, counted: b }] : [];
  });
}
