// What a report freezes: figures, the rows behind them, and everything they were reckoned with; never a name.
import * as z from "zod";
import { type DateTime, isDateTime } from "../../kernel/date-time.ts";
import { isInPeriod, type Period } from "../../kernel/period.ts";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { LedgerRecord } from "../../ledger/record.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const amounts = z.record(z.string(), z.number());

/** One row's part in the figures; `token` stands for its personal values and says nothing about them. */
const SnapshotRow = z.object({
  id: z.string(),
  version: z.number().int(),
  token: z.string().nullable(),
  parts: z.array(z.object({ day: date, dimension: z.string().nullable(), amounts })),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

const SnapshotLedger = z.object({
  /** The place in the hall's feed of this ledger up to which the figures hold. */
  seq: z.number().int(),
  definitionVersion: z.number().int(),
  metricsVersion: z.number().int(),
  figures: amounts,
  byDimension: z.record(z.string(), amounts),
  rows: z.array(SnapshotRow),
});
export type SnapshotLedger = z.infer<typeof SnapshotLedger>;

export const Snapshot = z.object({
  format: z.literal(1),
  hall: z.string(),
  centre: z.string(),
  rule: z.string(),
  period: z.string(),
  first: date,
  last: date,
  calendarVersion: z.string(),
  ledgers: z.record(z.string(), SnapshotLedger),
  unsignedDays: z.array(z.string()),
  takenAt: dateTime,
  takenBy: z.string(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A row's part in a period, or undefined when it has none. */
export function snapshotRow(record: LedgerRecord, period: Period): SnapshotRow | undefined {
  const parts = record.contributions.filter(({ day }) => isInPeriod(day, period));
  if (parts.length === 0) return undefined;
  return {
    id: record.id,
    version: record.version,
    token: record.personalToken,
    parts: parts.map(({ day, dimension, amounts: own }) => ({ day, dimension, amounts: { ...own } })),
  };
}

/** Figures of some rows: in all, and split by dimension. */
export function sumRows(rows: readonly SnapshotRow[]): Pick<SnapshotLedger, "figures" | "byDimension"> {
  const figures: Record<string, number> = {};
  const byDimension: Record<string, Record<string, number>> = {};
  for (const { dimension, amounts: own } of rows.flatMap(({ parts }) => parts)) {
    addTo(figures, own);
    if (dimension === null) continue;
    const split = byDimension[dimension] ?? {};
    byDimension[dimension] = split;
    addTo(split, own);
  }
  return { figures, byDimension };
}

function addTo(total: Record<string, number>, part: Readonly<Record<string, number>>): void {
  for (const [name, amount] of Object.entries(part)) total[name] = (total[name] ?? 0) + amount;
}

/** Figures by counter, `cases.received`, as roll-ups name them. */
export function countersOf(snapshot: Pick<Snapshot, "ledgers">): Record<string, number> {
  const entries = Object.entries(snapshot.ledgers).flatMap(([ledger, { figures }]) =>
    Object.entries(figures).map(([metric, amount]) => [`${ledger}.${metric}`, amount] as const),
  );
  return Object.fromEntries(entries);
}
