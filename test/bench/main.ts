// What `npm run bench` runs: every row, or those that are named; `--quick` for tiny sizes, `--write` for the README.
import { cpus } from "node:os";
import type { BenchContext, BenchRow } from "./bench-row.ts";
import { type Kept, type KeptResults, keepResults, readResults } from "./kept-results.ts";
import { writeMarked } from "./marked-part.ts";
import { openPlaces, pinningNote } from "./places.ts";
import { ROWS } from "./rows.ts";
import { shortVersion } from "./short-version.ts";
import { showLines } from "./show-lines.ts";

/** @returns the exit code: 1 when a row failed, 2 when there is no such row */
export async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes("--quick");
  const named = args.filter((arg) => !arg.startsWith("--"));
  const unknown = named.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined) {
    console.error(`There is no row ${unknown}. There are: ${ROWS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const rows = ROWS.filter(({ name }) => named.length === 0 || named.includes(name));
  const progress = (text: string) => process.stderr.write(`\r\u001b[K${text}`);
  const places = openPlaces(quick, progress);
  const measured: Record<string, Kept> = {};
  try {
    for (const row of rows) {
      const kept = await runRow(row, { quick, place: places.place, progress });
      progress("");
      if (!kept) continue;
      measured[row.name] = kept;
      console.log(textOf(row, kept));
      // At once: a row that fails later, or a run that is broken off, takes nothing back.
      if (args.includes("--write") && !quick) write({ ...readResults(), [row.name]: kept });
    }
  } finally {
    progress("");
    await places.close();
  }
  if (args.includes("--write") && quick) console.error("What --quick measures is never written down.");
  return rows.every(({ name }) => measured[name]) ? 0 : 1;
}

/** A row that fails says so, and the others go on. */
async function runRow(row: BenchRow, context: BenchContext): Promise<Kept | undefined> {
  const started = performance.now();
  const own = { ...context, progress: (text: string) => context.progress(`${row.name}: ${text}`) };
  try {
    const lines = await row.run(own);
    const seconds = Math.round((performance.now() - started) / 1000);
    const [cpu] = cpus();
    const machine = `${cpus().length} × ${cpu?.model ?? "unknown"}, Node ${process.versions.node}`;
    return { on: new Date().toISOString().slice(0, 10), machine, seconds, lines: [...lines] };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`\n${row.name} failed: ${failure}`);
    return undefined;
  }
}

function write(results: KeptResults): void {
  keepResults(results);
  const parts = ROWS.map((row) => {
    const kept = results[row.name];
    return kept ? textOf(row, kept) : `**${row.title}** (\`npm run bench -- ${row.name}\`): not measured yet`;
  });
  const lead = `“Ours” and “Reference” are medians of interleaved rounds with their quartiles, on disk; no database takes part where the columns in memory are empty. ${pinningNote()}`;
  writeMarked(new URL("README.md", import.meta.url), "bench", [lead, ...parts].join("\n\n"));
  const short = shortVersion(Object.values(results).flatMap(({ lines }) => lines));
  for (const [file, locale] of [
    ["README.md", "en"],
    ["README.zh-CN.md", "zh"],
  ] as const) {
    writeMarked(new URL(`../../${file}`, import.meta.url), "bench", short[locale]);
  }
}

function textOf({ name, title, notes }: BenchRow, { on, machine, seconds, lines }: Kept): string {
  return [
    `**${title}** (\`npm run bench -- ${name}\`, ${seconds} s, ${on}, ${machine})`,
    "",
    showLines(lines),
    ...(notes.length > 0 ? ["", ...notes.map((note) => `- ${note}`)] : []),
    "",
  ].join("\n");
}
