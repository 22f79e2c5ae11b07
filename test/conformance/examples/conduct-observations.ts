// Seen, warned, dismissed.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: { observedOn: "2026-11-17", person: `p-clerk2.${hall}`, code: "earphones", source: "leader" },
  lives: [
    { steps: [] },
    { steps: [{ action: "warn", values: { on: "2026-11-18" } }] },
    { steps: [{ action: "dismiss", values: { on: "2026-11-18", reason: "正在听课件" } }] },
  ],
});
