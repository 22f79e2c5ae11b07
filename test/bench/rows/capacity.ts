// Capacity units and dollars of a hall and month at 100 cases a day, beside the table of the deployment guide.
import { readFileSync } from "node:fs";
import { type Bill, billed } from "../../functions/support/billing.ts";
import { caseRow } from "../../support/world.ts";
import type { BenchLine, BenchRow } from "../bench-row.ts";
import { type BenchWorld, createBenchWorld, hallId } from "../bench-world.ts";
import { counted } from "../measure.ts";
import { PRICES } from "../prices.ts";

const CASES = 2_200;
const CALLS = 11_000;
const POLLS = 20 * 220;
const WHO = "clerk-h0";
const PATH = `/v1/halls/${hallId(0)}/ledgers/cases/sync`;

export const capacity: BenchRow = {
  name: "capacity",
  title: "Capacity units and dollars for each hall and month, at 100 cases a day",
  notes: [
    "Units as AWS bills them, reckoned from the items that are read and written (DynamoDB Local reports transactions wrongly). 22 days of 100 cases, each entered, edited once and completed in calls of its own; 20 sheets that look for changes every hour of ten. The reference is what infra/DEPLOYMENT.md states.",
  ],
  async run(context) {
    const place = await context.place("memory");
    let bill: Bill = { read: 0, write: 0 };
    const world = await createBenchWorld(place, 1, (deps) => {
      const made = billed(deps.table);
      bill = made.bill;
      return { table: made.table };
    });
    try {
      const cost = async (run: () => Promise<void>) => {
        const before = { ...bill };
        await run();
        return { read: bill.read - before.read, write: bill.write - before.write };
      };
      // The first rows make sums appear that later ones only add to.
      await oneCase(world);
      const life = await cost(() => oneCase(world));
      const poll = await cost(() => send(world, [], 1_000_000));
      const dollars = dollarsOf(life, poll);
      const stated = statedIn(readFileSync(new URL("../../../infra/DEPLOYMENT.md", import.meta.url), "utf8"));
      const line = (what: string, unit: string, ours: number, reference: number): BenchLine => ({
        what,
        unit,
        reference: "deployment guide",
        better: "less",
        goal: "no more than stated",
        atLeast: 0.999,
        disk: { ours: counted(ours), reference: counted(reference) },
        memory: null,
      });
      return [
        line("write units a month", "units", CASES * life.write, stated.writes),
        line("read units a month", "units", CASES * life.read + POLLS * poll.read, stated.reads),
        line("dollars a month", "$", dollars, stated.dollars),
      ];
    } finally {
      await world.close();
    }
  },
};

async function send(world: BenchWorld, rows: readonly unknown[], cursor: number | null): Promise<void> {
  const batchId = `capacity-${Math.random().toString(36).slice(2, 12)}`;
  const body = { batchId, definitionVersion: 1, cursor, rows };
  const { status, body: answer } = await world.post<{ results?: { status: string }[] }>(PATH, body, WHO);
  const isGood = status === 200 && answer.results?.every((one) => one.status === "accepted");
  if (!isGood) throw new Error(`a row was not accepted: ${JSON.stringify(answer).slice(0, 300)}`);
}

/** Entered, edited once, completed. */
async function oneCase(world: BenchWorld): Promise<void> {
  const row = caseRow({
    receivedAt: "2026-11-20T09:05:00+08:00",
    phoneTail: "1234",
    window: "1号",
    channel: "counter",
  });
  await send(world, [row], null);
  await send(world, [{ id: row.id, baseVersion: 1, action: "upsert", values: { window: "2号" } }], null);
  const values = { completedAt: "2026-11-20T11:00:00+08:00", outcome: "done" };
  await send(world, [{ id: row.id, baseVersion: 2, action: "complete", values }], null);
}

function dollarsOf(life: Bill, poll: Bill): number {
  return (
    CASES * life.write * PRICES.writeUnit +
    (CASES * life.read + POLLS * poll.read) * PRICES.readUnit +
    CALLS * (PRICES.httpApiCall + PRICES.lambdaCall + 0.1 * PRICES.lambdaGigabyteSecond) +
    CASES * 5e-6 * PRICES.storedGigabyte +
    CALLS * 0.5e-6 * PRICES.loggedGigabyte
  );
}

/** The guide's own numbers: `= 90,200 units`, `**about 0.10**`. */
function statedIn(guide: string): {
  readonly writes: number;
  readonly reads: number;
  readonly dollars: number;
} {
  const units = (row: string) =>
    Number(
      new RegExp(`\\| ${row} \\|.*= ([\\d,]+) units`).exec(guide)?.[1]?.replaceAll(",", "") ?? Number.NaN,
    );
  return {
    writes: units("writes"),
    reads: units("reads of these") + units("sheets that look for changes"),
    dollars: Number(/\*\*together\*\* \| \| \*\*about ([\d.]+)\*\*/.exec(guide)?.[1] ?? Number.NaN),
  };
}
