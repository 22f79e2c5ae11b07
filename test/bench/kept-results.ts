// What was measured last, row by row, as data beside the README: a row can be measured anew without the others.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { BenchLine } from "./bench-row.ts";

const FILE = new URL("measured.json", import.meta.url);

const Kept = z.strictObject({
  /** The day it was measured, and on what machine. */
  on: z.string(),
  machine: z.string(),
  seconds: z.number(),
  lines: z.array(BenchLine),
});
export type Kept = Readonly<z.infer<typeof Kept>>;
/** By the name of the row. */
export type KeptResults = Readonly<Record<string, Kept>>;

export function readResults(): KeptResults {
  return existsSync(FILE) ? z.record(z.string(), Kept).parse(JSON.parse(readFileSync(FILE, "utf8"))) : {};
}

export function keepResults(results: KeptResults): void {
  writeFileSync(FILE, `${JSON.stringify(results, null, 1)}\n`);
}
