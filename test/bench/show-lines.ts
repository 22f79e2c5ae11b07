// The table as Markdown, the same on the terminal and in the README.
import type { BenchLine, Comparison } from "./bench-row.ts";
import type { Sample } from "./measure.ts";

const HEAD = [
  "| What | Unit | Ours | Reference | | Ratio | In memory: ours | Reference | Ratio | Goal | |",
  "|---|---|---|---|---|---|---|---|---|---|---|",
];

export function showLines(lines: readonly BenchLine[]): string {
  return [...HEAD, ...lines.map(lineOf)].join("\n");
}

function lineOf(line: BenchLine): string {
  const { what, unit, reference, disk, memory, goal } = line;
  const [ours, theirs, ratio] = cellsOf(disk);
  const cells = [what, unit, ours, theirs, reference, ratio, ...cellsOf(memory), goal, verdictOf(line)];
  return `| ${cells.join(" | ")} |`;
}

function cellsOf(comparison: Comparison | null): readonly [string, string, string] {
  if (!comparison) return ["–", "–", "–"];
  return [showSample(comparison.ours), showSample(comparison.reference), showRatio(comparison)];
}

/** How many times better ours is than the reference. */
function timesBetter({ better }: Pick<BenchLine, "better">, { ours, reference }: Comparison): number {
  return better === "more" ? ours.median / reference.median : reference.median / ours.median;
}

/** Whether the goal was met, on disk where that was measured; null where nothing is aimed at. */
export function isMet(line: BenchLine): boolean | null {
  const comparison = line.disk ?? line.memory;
  if (!comparison || (line.atLeast === null && line.atMost === undefined)) return null;
  const isWithin = line.atMost === undefined || comparison.ours.median <= line.atMost;
  return isWithin && (line.atLeast === null || timesBetter(line, comparison) >= line.atLeast);
}

function verdictOf(line: BenchLine): string {
  const met = isMet(line);
  return met === null ? "" : met ? "met" : "**missed**";
}

/** Ours over the reference, as it stands. */
function showRatio({ ours, reference }: Comparison): string {
  return reference.median === 0 ? "–" : showNumber(ours.median / reference.median);
}

export function showSample({ median, low, high, rounds }: Sample): string {
  return rounds === 1 ? showNumber(median) : `${showNumber(median)} (${showNumber(low)}–${showNumber(high)})`;
}

export function showNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  if (Math.abs(value) >= 10) return value.toFixed(1);
  return Math.abs(value) >= 0.1 || value === 0 ? value.toFixed(2) : value.toPrecision(2);
}
