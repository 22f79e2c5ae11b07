// Weekly supervisions: drafted, and confirmed.
import type { LedgerExample } from "../ledger-example.ts";
import { period } from "./period-example.ts";

export const example: LedgerExample = {
  values: period("weekly-supervision", "2026-W46", "2026-11-09", "2026-11-15"),
  lives: [
    { steps: [] },
    { steps: [{ action: "confirm", values: { figures: {}, findings: ["超期 1 件"] } }] },
  ],
};
