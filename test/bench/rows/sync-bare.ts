// Rows accepted per second through `sync`, beside the same transactions sent straight by the SDK.
import type { BenchRow } from "../bench-row.ts";
import { contestLines } from "../contest-lines.ts";

export const syncBare: BenchRow = {
  name: "sync",
  title: "Rows accepted per second through `sync`, against the bare transactions",
  notes: [
    "Ours is the whole call: HTTP, token, validation, revision, sums, the kept answer, the rows sent back. The reference sends the very transactions that ours wrote, recorded, to a table of its own, and nothing else.",
    "New cases from the generator; every client writes for a hall of its own, since one ledger of one hall takes one transaction at a time by design. Load, app and reference share the one core that the database leaves.",
  ],
  run: (context) =>
    contestLines(context, { against: "bare", reference: "bare transactions", goal: "≥ 0.8", atLeast: 0.8 }),
};
