// Daily summaries: drafted, and signed.
import type { LedgerExample } from "../ledger-example.ts";
import { period } from "./period-example.ts";

export const example: LedgerExample = {
  values: period("daily-summary", "2026-11-18", "2026-11-18", "2026-11-18"),
  lives: [{ steps: [] }, { steps: [{ action: "sign", values: { figures: { "cases.received": 3 } } }] }],
};
