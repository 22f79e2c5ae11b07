// Reports: drafted, submitted, returned, accepted, and unlocked for a while.
import type { LedgerExample } from "../ledger-example.ts";
import { period } from "./period-example.ts";

const submit = { action: "submit", values: { figures: {}, snapshot: "a1", content: "b2" } };
const accept = { action: "accept", values: { snapshot: "a1" } };
const unlock = {
  action: "unlock",
  values: { reason: "漏报一件", until: "2026-11-23T17:00:00+08:00", ledgers: ["cases"] },
};

export const example: LedgerExample = {
  values: period("monthly-report", "2026-10", "2026-10-01", "2026-10-31"),
  lives: [
    { steps: [] },
    { steps: [submit] },
    { steps: [submit, { action: "return", values: { reason: "数字不符" } }] },
    { steps: [submit, accept, unlock] },
  ],
};
