// The few lines that the front page shows, in both languages, out of the whole table.
import type { BenchLine } from "./bench-row.ts";
import { isMet } from "./show-lines.ts";

export function shortVersion(lines: readonly BenchLine[]): { readonly en: string; readonly zh: string } {
  const aimed = lines.filter((line) => isMet(line) !== null);
  const met = aimed.filter(isMet).length;
  return {
    en: `${met} of ${aimed.length} goals were met in what was measured last; the table, with what was missed and why, is in [test/bench](test/bench/README.md).`,
    zh: `最近一次写入的测量中，${aimed.length} 项目标达到 ${met} 项；全表（含未达到的项目及原因）见 [test/bench](test/bench/README.md)。`,
  };
}
