// The centre's consolidated figures of a period: sums by hall and by matter, with ratios made from the sums.
import { centreOf, type Hall } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import { groupBy } from "../../shared/kernel/group-by.ts";
import { monthsOf, type Period } from "../../shared/kernel/period.ts";
import { datesBetween } from "../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { hasSums, ratioOf } from "../../shared/ledger/metric.ts";
import { countOpen, findBegun } from "../storage/record-store.ts";
import { addSums, readSplits, readSummaries, type Sums } from "../storage/summary-store.ts";
import type { Table } from "../storage/table.ts";

export interface DimensionRollUp {
  readonly dimension: string;
  readonly sums: Sums;
}

export interface HallRollUp {
  readonly hall: string;
  readonly sums: Sums;
  readonly byDimension: readonly DimensionRollUp[];
}

export interface RollUp {
  readonly centre: string;
  readonly period: string;
  readonly halls: readonly HallRollUp[];
  readonly total: Sums;
  readonly byDimension: readonly DimensionRollUp[];
}

/**
 * Sums of a period over a centre's halls. Months, quarters and years read one small item per hall and month, days
 * and weeks one per hall and day; the split by matter exists by month only. A query for each month and ledger, and one
 * more where it is split: only of ledgers that count something, and that are split by something.
 */
export async function rollUp(
  table: Table,
  centre: string,
  period: Period,
  options: {
    /** Those whose figures are wanted. */
    readonly ledgers: readonly Pick<Ledger, "id" | "dimension" | "metrics">[];
    readonly hall?: string | undefined;
    readonly split: boolean;
  },
): Promise<RollUp> {
  const months = monthsOf(period);
  const parts = months.length > 0 ? months : datesBetween(period.first, period.last);
  const counting = options.ledgers.filter(({ metrics }) => hasSums(metrics));
  const counted = counting.map(({ id }) => id);
  const split = counting.flatMap(({ id, dimension }) => (options.split && dimension !== null ? [id] : []));
  const headline = (
    await Promise.all(parts.map((part) => readSummaries(table, centre, part, counted)))
  ).flat();
  const splits = (
    await Promise.all(months.map((month) => readSplits(table, centre, month, split, options.hall)))
  ).flat();
  const headlines = groupBy(headline, ({ hall }) => hall);
  const splitsOf = groupBy(splits, ({ hall }) => hall);
  const ids = [...new Set([...headlines.keys(), ...splitsOf.keys()])].sort();
  const halls = ids
    .filter((id) => options.hall === undefined || id === options.hall)
    .map((id) => ({
      hall: id,
      sums: addSums((headlines.get(id) ?? []).map(({ sums }) => sums)),
      byDimension: grouped(splitsOf.get(id) ?? []),
    }));
  return {
    centre,
    period: period.id,
    halls,
    total: addSums(halls.map(({ sums }) => sums)),
    byDimension: grouped(splits),
  };
}

function grouped(splits: readonly { readonly dimension: string; readonly sums: Sums }[]): DimensionRollUp[] {
  return [...groupBy(splits, ({ dimension }) => dimension)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, own]) => ({ dimension, sums: addSums(own.map(({ sums }) => sums)) }));
}

/** Every metric of a ledger for some sums: counts, and ratios (null where there is nothing to divide by). */
export function figuresOf(ledger: Ledger, sums: Sums): Record<string, number | null> {
  const own: Record<string, number> = {};
  for (const [id, { combine }] of Object.entries(ledger.metrics)) {
    if (combine === "sum") own[id] = sums[`${ledger.id}.${id}`] ?? 0;
  }
  const figures: Record<string, number | null> = {};
  for (const [id, metric] of Object.entries(ledger.metrics)) {
    figures[id] = metric.combine === "sum" ? (own[id] ?? 0) : ratioOf(metric, own);
  }
  return figures;
}

export interface Stock {
  readonly hall: string;
  readonly open: number;
  readonly overdue: number;
}

const AT_ONCE = 16;

/** What is open and overdue right now, by hall: a stock, never summed over time. */
export async function stocksOf(
  table: Table,
  ledger: Ledger,
  halls: readonly Hall[],
  now: number,
): Promise<Stock[]> {
  const stocks: Stock[] = [];
  for (let at = 0; at < halls.length; at += AT_ONCE) {
    const part = halls.slice(at, at + AT_ONCE).map(async (hall) => {
      const today = dateOf(dateTimeAt(now, hall.timeZone));
      return { hall: hall.id, ...(await countOpen(table, hall.id, ledger.id, today)) };
    });
    stocks.push(...(await Promise.all(part)));
  }
  return stocks;
}

export interface LedgerStock {
  readonly ledger: Ledger;
  readonly open: number;
  readonly overdue: number;
}

/**
 * The same for many ledgers of one hall; of those in which it never wrote it is known without asking.
 * @param known those in which it wrote, where somebody has asked already
 */
export async function stocksOfHall(
  table: Table,
  ledgers: readonly Ledger[],
  hall: Hall,
  now: number,
  known?: readonly Ledger[],
): Promise<LedgerStock[]> {
  const today = dateOf(dateTimeAt(now, hall.timeZone));
  const begun = new Set(known ?? (await findBegun(table, hall.id, ledgers)));
  return Promise.all(
    ledgers.map(async (ledger) => ({
      ledger,
      ...(begun.has(ledger) ? await countOpen(table, hall.id, ledger.id, today) : { open: 0, overdue: 0 }),
    })),
  );
}

/** The halls that belong to a centre today. */
export function hallsOf(halls: readonly Hall[], centre: string, now: number): Hall[] {
  return halls.filter((hall) => centreOf(hall, dateOf(dateTimeAt(now, hall.timeZone))) === centre);
}
