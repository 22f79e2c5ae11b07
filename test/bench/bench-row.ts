// What a benchmark says of itself, and what it hands back: ours beside its reference, measured in the same run.
import type { Sample } from "./measure.ts";

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

export interface Comparison {
  readonly ours: Sample;
  readonly reference: Sample;
}

export interface BenchLine {
  readonly what: string;
  readonly reference: string;
  readonly unit: string;
  /** Whether more is better (rows per second) or less (milliseconds, bytes, calls). */
  readonly better: "more" | "less";
  /** In words, as it is printed. */
  readonly goal: string;
  /** How many times better than the reference it must be, 0.8 for "at least 0.8 of it"; null where nothing is aimed at. */
  readonly atLeast: number | null;
  /** What ours may come to at most, whatever the reference. */
  readonly atMost?: number;
  /** Where no database takes part, `disk` holds the only measurement; null where only memory was measured. */
  readonly disk: Comparison | null;
  readonly memory: Comparison | null;
}

export interface BenchRow {
  /** The word after `npm run bench --`. */
  readonly name: string;
  readonly title: string;
  /** What the reader has to know to judge the numbers. */
  readonly notes: readonly string[];
  run(context: BenchContext): Promise<readonly BenchLine[]>;
}
