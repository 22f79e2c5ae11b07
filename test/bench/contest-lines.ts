// The lines of the table that the sync contest gives, one for each number of clients and size of batch.
import type { BenchContext, BenchLine } from "./bench-row.ts";
import { syncContest } from "./sync-contest.ts";

export interface Opponent extends Pick<BenchLine, "reference" | "goal" | "atLeast"> {
  readonly against: "bare" | "express";
}

export async function contestLines(context: BenchContext, opponent: Opponent): Promise<BenchLine[]> {
  const { against, ...line } = opponent;
  const disk = await syncContest(context, await context.place("disk"));
  const memory = await syncContest(context, await context.place("memory"));
  return disk.map(({ shape, rates }, at) => {
    const inMemory = memory[at]?.rates;
    return {
      ...line,
      what: `${shape.clients} ${shape.clients === 1 ? "client" : "clients"}, batches of ${shape.batch}`,
      unit: "rows/s",
      better: "more",
      disk: { ours: rates.ours, reference: rates[against] },
      memory: inMemory ? { ours: inMemory.ours, reference: inMemory[against] } : null,
    };
  });
}
