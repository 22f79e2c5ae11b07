// What a benchmark says of itself, and what it hands back: ours beside its reference, measured in the same run.
import * as z from "zod";
import { Sample } from "./measure.ts";

export type StorageKind = "disk" | "memory";

/** A database to measure against. */
export interface BenchPlace {
  readonly kind: StorageKind;
  readonly endpoint: string;
}

export interface BenchContext {
  /** Tiny sizes, to see that a row works: its numbers mean nothing. */
  readonly quick: boolean;
  /** Starts the database at the first call, and warms it. */
  place(kind: StorageKind): Promise<BenchPlace>;
  /** One line on the terminal that says how far it is. */
  progress(text: string): void;
}

export const Comparison = z.strictObject({ ours: Sample, reference: Sample });
export type Comparison = Readonly<z.infer<typeof Comparison>>;

export const BenchLine = z.strictObject({
  what: z.string(),
  reference: z.string(),
  unit: z.string(),
  /** Whether more is better (rows per second) or less (milliseconds, bytes, calls). */
  better: z.enum(["more", "less"]),
  /** In words, as it is printed. */
  goal: z.string(),
  /** How many times better than the reference it must be, 0.8 for "at least 0.8 of it"; null where nothing is aimed at. */
  atLeast: z.number().nullable(),
  /** What ours may come to at most, whatever the reference. */
  atMost: z.number().optional(),
  /** Where no database takes part, `disk` holds the only measurement; null where only memory was measured. */
  disk: Comparison.nullable(),
  memory: Comparison.nullable(),
});
export type BenchLine = Readonly<z.infer<typeof BenchLine>>;

export interface BenchRow {
  /** The word after `npm run bench --`. */
  readonly name: string;
  readonly title: string;
  /** What the reader has to know to judge the numbers. */
  readonly notes: readonly string[];
  run(context: BenchContext): Promise<readonly BenchLine[]>;
}
