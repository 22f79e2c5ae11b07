// What `npm run faults` runs: every storm, or the one that is named; `--seed=N` for another seed, `--write` for the README.
import { startDatabase } from "../../infra/local/database.ts";
import { writeMarked } from "../bench/marked-part.ts";
import { FAULTS } from "./fault-plan.ts";
import type { StormOutcome } from "./storm.ts";
import { STORMS, type Storm } from "./storms.ts";

const SEED = 20_261_126;

interface Done {
  readonly storm: Storm;
  readonly outcome: StormOutcome | null;
  readonly failure: string | null;
}

/** @returns the exit code: 1 when something was lost, 2 when there is no such storm */
export async function main(args: readonly string[]): Promise<number> {
  const named = args.find((arg) => !arg.startsWith("--"));
  const seed = Number(args.find((arg) => arg.startsWith("--seed="))?.slice("--seed=".length) ?? SEED);
  const storms = STORMS.filter(({ name }) => named === undefined || name === named);
  if (storms.length === 0) {
    console.error(`There is no storm ${named}. There are: ${STORMS.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  const database = await startDatabase({ directory: "memory", onExit: console.error });
  const done: Done[] = [];
  try {
    for (const storm of storms) {
      process.stderr.write(`${storm.name}: ${storm.what} …\n`);
      done.push(await runOne(storm, seed, database.endpoint));
    }
  } finally {
    await database.stop();
  }
  const text = textOf(done, seed);
  console.log(text);
  if (args.includes("--write") && named === undefined) {
    writeMarked(new URL("../bench/README.md", import.meta.url), "faults", text);
    const short = shortVersion(done);
    writeMarked(new URL("../../README.md", import.meta.url), "faults", short.en);
    writeMarked(new URL("../../README.zh-CN.md", import.meta.url), "faults", short.zh);
  }
  return done.every(({ outcome }) => outcome?.losses.length === 0) ? 0 : 1;
}

async function runOne(storm: Storm, seed: number, endpoint: string): Promise<Done> {
  try {
    const outcome = await storm.run(seed, endpoint);
    for (const loss of outcome.losses) console.error(`  LOST: ${loss}`);
    return { storm, outcome, failure: null };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`  FAILED: ${failure}`);
    return { storm, outcome: null, failure: failure.split("\n")[0] ?? "" };
  }
}

function textOf(done: readonly Done[], seed: number): string {
  return [
    `Seed ${seed}. “Calls” are those that passed a proxy while it stormed; “taken” are writes (or messages) that were acknowledged.`,
    "",
    "| Storm | What is done | Calls | Tried | Rows | Taken | Lost, doubled or half there |",
    "|---|---|---|---|---|---|---|",
    ...done.map(({ storm, outcome, failure }) =>
      outcome
        ? `| ${storm.name} | ${storm.what} | ${outcome.calls} | ${triedIn(outcome)} | ${outcome.rows} | ${outcome.acknowledged} | ${lost(outcome)} |`
        : `| ${storm.name} | ${storm.what} | | **failed: ${failure}** | | | |`,
    ),
  ].join("\n");
}

function triedIn({ tried, kills, turns, tokensExpired, repeated }: StormOutcome): string {
  const parts = [...tried].map(([fault, count]) => `${count} × ${FAULTS[fault]}`);
  if (kills > 0) parts.push(`${kills} × killed`);
  if (turns > 0) parts.push(`${turns} × clock turned`);
  if (tokensExpired > 0) parts.push(`${tokensExpired} × token expired`);
  if (repeated > 0) parts.push(`${repeated} × the same batch again`);
  return parts.join(", ");
}

function lost({ losses }: StormOutcome): string {
  return losses.length === 0 ? "nothing" : `**${losses.length}**: ${losses.slice(0, 3).join("; ")}`;
}

function shortVersion(done: readonly Done[]): { readonly en: string; readonly zh: string } {
  const outcomes = done.flatMap(({ outcome }) => outcome ?? []);
  const sum = (of: (outcome: StormOutcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const faults = sum(({ tried, kills }) =>
    [...tried.values()].reduce((total, count) => total + count, kills),
  );
  const [taken, lostCount] = [sum(({ acknowledged }) => acknowledged), sum(({ losses }) => losses.length)];
  const where = "[test/bench](test/bench/README.md)";
  return {
    en: `${done.length} storms with ${faults} faults (calls cut, lost, delayed, doubled, throttled; app and database killed; clocks turned): ${taken} acknowledged writes, ${lostCount === 0 ? "nothing" : lostCount} lost. What was tried is in ${where}.`,
    zh: `${done.length} 场故障演练、${faults} 次故障（断开、丢应答、延迟、重复、限流，强杀程序与数据库，拨动时钟）：已确认写入 ${taken} 次，丢失 ${lostCount}。详见 ${where}。`,
  };
}
