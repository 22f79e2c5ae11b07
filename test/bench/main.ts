// What `npm run bench` runs: every row, or the one that is named; `--quick` for tiny sizes, `--write` for the README.
import { cpus } from "node:os";
import type { BenchContext, BenchLine, BenchRow } from "./bench-row.ts";
import { writeMarked } from "./marked-part.ts";
import { openPlaces, pinningNote } from "./places.ts";
import { ROWS } from "./rows.ts";
import { shortVersion } from "./short-version.ts";
import { showLines } from "./show-lines.ts";

interface Done {
  readonly row: BenchRow;
  readonly lines: readonly BenchLine[];
  readonly seconds: number;
  readonly failure: string | null;
}

/** @returns the exit code: 1 when a row failed, 2 when there is no such row */
export async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes("--quick");
  const named = args.find((arg) => !arg.startsWith("--"));
  const rows = ROWS.filter(({ name }) => named === undefined || name === named);
  if (rows.length === 0) {
    console.error(`There is no row ${named}. There are: ${ROWS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const progress = (text: string) => process.stderr.write(`\r\u001b[K${text}`);
  const places = openPlaces(quick, progress);
  const done: Done[] = [];
  try {
    for (const row of rows) done.push(await runRow(row, { quick, place: places.place, progress }));
  } finally {
    progress("");
    await places.close();
  }
  const text = textOf(done, quick);
  console.log(text);
  if (args.includes("--write") && !quick && named === undefined) {
    writeMarked(new URL("README.md", import.meta.url), "bench", text);
    const short = shortVersion(done.flatMap(({ lines }) => lines));
    for (const [file, locale] of [
      ["README.md", "en"],
      ["README.zh-CN.md", "zh"],
    ] as const) {
      writeMarked(new URL(`../../${file}`, import.meta.url), "bench", short[locale]);
    }
  } else if (args.includes("--write")) console.error("Only a whole run without --quick is written down.");
  return done.some(({ failure }) => failure !== null) ? 1 : 0;
}

/** A row that fails says so, and the others go on. */
async function runRow(row: BenchRow, context: BenchContext): Promise<Done> {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const own = { ...context, progress: (text: string) => context.progress(`${row.name}: ${text}`) };
  try {
    const lines = await row.run(own);
    return { row, lines, seconds: seconds(), failure: null };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`\n${row.name} failed: ${failure}`);
    return { row, lines: [], seconds: seconds(), failure: failure.split("\n")[0] ?? "" };
  }
}

function textOf(done: readonly Done[], quick: boolean): string {
  const [cpu] = cpus();
  const place = `${cpus().length} × ${cpu?.model ?? "unknown"}, Node ${process.versions.node}`;
  return [
    ...(quick ? ["**Tiny sizes: these numbers only show that the rows work.**", ""] : []),
    `Measured on ${place}. ${pinningNote()} “Ours” and “Reference” are medians of interleaved rounds with their quartiles, on disk; no database takes part where the columns in memory are empty.`,
    "",
    ...done.flatMap(({ row, lines, seconds, failure }) => [
      `**${row.title}** (\`npm run bench -- ${row.name}\`, ${seconds} s)`,
      "",
      ...(failure === null ? [showLines(lines)] : [`Failed: ${failure}`]),
      "",
      ...row.notes.flatMap((note) => [`- ${note}`]),
      "",
    ]),
  ].join("\n");
}
