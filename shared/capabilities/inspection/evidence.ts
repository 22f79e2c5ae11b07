// What an item rests on: rows that were there or should have been, each with what it adds; pure data.
import * as z from "zod";

/** What a line of evidence opens, for whoever follows it. */
const Opens = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("record"), ledger: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal("matter"), id: z.string() }),
  z.strictObject({ kind: z.literal("person"), id: z.string() }),
  z.strictObject({ kind: z.literal("post"), id: z.string() }),
  z.strictObject({ kind: z.literal("period"), rule: z.string(), period: z.string() }),
]);

export const EvidenceRow = z.strictObject({
  /** A serial number, a day, a post's code: what tells it from the others. */
  label: z.string(),
  opens: Opens.nullable(),
  /** What it adds to what was due: 1, or 0 for what is shown only. */
  due: z.number(),
  /** What it adds to what was achieved: 1, 0.5 for what was done late, 0. */
  counted: z.number(),
  /** Entered more than one working day after the event: left out of completeness. */
  late: z.boolean(),
  /** Due, and nothing is there. */
  missing: z.boolean(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** By predicate. */
export const Evidence = z.record(z.string(), z.array(EvidenceRow));
export type Evidence = z.infer<typeof Evidence>;

export interface Completeness {
  readonly expected: number;
  readonly entered: number;
  readonly late: number;
  readonly missing: number;
  /** Entered in time over expected; null where nothing was. */
  readonly rate: number | null;
}

/** "entries made more than one working day after the event are marked late and left out of completeness" [P]. */
export function completenessOf(rows: readonly EvidenceRow[]): Completeness {
  const missing = rows.filter((row) => row.missing).length;
  const late = rows.filter((row) => row.late && !row.missing).length;
  const expected = rows.length;
  const entered = expected - missing;
  return { expected, entered, late, missing, rate: expected === 0 ? null : (entered - late) / expected };
}

export function dueOf(rows: readonly EvidenceRow[]): number {
  return rows.reduce((sum, { due }) => sum + due, 0);
}

export function countedOf(rows: readonly EvidenceRow[]): number {
  return rows.reduce((sum, { counted }) => sum + counted, 0);
}
