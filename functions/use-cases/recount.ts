// The proof of the summaries: counts a hall's rows anew and compares, and moves rows to a new metrics version.
import { centreOf, type Hall } from "../../shared/capabilities/organisation/hall.ts";
import { isPlainDate, monthOf, type PlainDate } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Contribution, LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import { type Key, keys } from "../storage/keys.ts";
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
  const ids = new Set((await wholeFeed(table, hall, ledger)).map(({ recordId }) => recordId));
  return [...(await findRecords(table, [...ids])).values()];
}

async function wholeFeed(table: Table, hall: string, ledger: string): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for (let more = true; more; ) {
    const page = await readFeed(table, hall, ledger, revisions.at(-1)?.seq ?? 0, FEED_PAGE);
    revisions.push(...page.revisions);
    more = page.more;
  }
  return revisions;
}

/**
 * Where the stored sums differ from a fresh count; empty when all is well. Every day, month and dimension on which a
 * row ever lay is looked at, so that a sum which a row should have taken along is noticed. The hall should be quiet
 * meanwhile.
 */
export async function recount(table: Table, hall: Hall, ledger: Ledger): Promise<Difference[]> {
  const revisions = await wholeFeed(table, hall.id, ledger.id);
  const records = await findRecords(table, [...new Set(revisions.map(({ recordId }) => recordId))]);
  const counted = new Map<string, Record<string, number>>();
  const sumsAt = ({ pk, sk }: Key) => {
    const sums = counted.get(`${pk}|${sk}`) ?? {};
    counted.set(`${pk}|${sk}`, sums);
    return sums;
  };
  const count = (parts: readonly Contribution[], sign: 0 | 1) => {
    for (const { day, dimension, amounts } of parts) {
      for (const key of placesOf(hall, ledger, day, dimension)) {
        const sums = sumsAt(key);
        for (const [metric, amount] of Object.entries(amounts)) {
          const counter = `${ledger.id}.${metric}`;
          sums[counter] = (sums[counter] ?? 0) + sign * amount;
        }
      }
    }
  };
  for (const record of records.values()) {
    count(record.contributions, 0);
    if (!record.voided) count(ledger.recount(rowOf(record), record.derived), 1);
  }
  const { days, dimensions } = everTouched(ledger, revisions);
  for (const day of days) {
    for (const dimension of [null, ...dimensions]) placesOf(hall, ledger, day, dimension).forEach(sumsAt);
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

/** The summary items that a contribution adds to. */
function placesOf(hall: Hall, ledger: Ledger, day: PlainDate, dimension: string | null): Key[] {
  const centre = centreOf(hall, day);
  const headline = [day, monthOf(day)].map((period) => keys.summary(centre, period, hall.id, ledger.id));
  return dimension
    ? [...headline, keys.split(centre, monthOf(day), hall.id, ledger.id, dimension)]
    : headline;
}

/** Every date and every dimension that rows have had in their lives. */
function everTouched(ledger: Ledger, revisions: readonly Revision[]) {
  const days = new Set<PlainDate>();
  const dimensions = new Set<string>();
  for (const values of revisions.flatMap(({ before, after }) => [before, after])) {
    for (const [id, value] of Object.entries(values)) {
      const kind = ledger.fields[id]?.kind;
      const day = (kind === "date" || kind === "dateTime") && String(value).slice(0, 10);
      if (day && isPlainDate(day)) days.add(day);
      if (id === ledger.dimension && typeof value === "string") dimensions.add(value);
    }
  }
  return { days, dimensions };
}

function differences(place: string, ledger: string, stored: Sums, counted: Sums): Difference[] {
  const counters = new Set([...Object.keys(stored), ...Object.keys(counted)]);
  return [...counters].flatMap((counter) => {
    const [a, b] = [stored[counter] ?? 0, counted[counter] ?? 0];
    return counter.startsWith(`${ledger}.`) && a !== b ? [{ place, counter, stored: a, counted: b }] : [];
  });
}
