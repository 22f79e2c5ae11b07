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
  const inMemory = memory
    ? [showSample(memory.ours), showSample(memory.reference), showRatio(memory)]
    : ["–", "–", "–"];
  const cells = [
    what,
    unit,
    showSample(disk.ours),
    showSample(disk.reference),
    reference,
    showRatio(disk),
    ...inMemory,
    goal,
    verdictOf(line),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** How many times better ours is than the reference. */
export function timesBetter({ better }: Pick<BenchLine, "better">, { ours, reference }: Comparison): number {
  return better === "more" ? ours.median / reference.median : reference.median / ours.median;
}

function verdictOf(line: BenchLine): string {
  if (line.atLeast === null) return "";
  return timesBetter(line, line.disk) >= line.atLeast ? "met" : "**missed**";
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
