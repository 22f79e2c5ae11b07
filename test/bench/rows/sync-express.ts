// Rows accepted per second through `sync`, beside an Express handler that sends the same transactions.
import type { BenchRow } from "../bench-row.ts";
import { contestLines } from "../contest-lines.ts";

export const syncExpress: BenchRow = {
  name: "sync-express",
  title: "Rows accepted per second through `sync`, against an Express handler",
  notes: [
    "The handler checks the token with jose and the rows with zod, and is handed the transactions ready-made: it reads nothing, numbers nothing, keeps no answer. Measured in the same rounds as the row above.",
  ],
  run: (context) =>
    contestLines(context, { against: "express", reference: "Express + zod", goal: "ahead", atLeast: 1 }),
};
