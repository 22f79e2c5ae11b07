// Duty offered, and taken over by the one who takes it over.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    handedOverAt: "2026-11-18T09:00:00+08:00",
    from: `p-clerk.${hall}`,
    to: `p-clerk2.${hall}`,
    matters: "无",
  },
  lives: [
    { steps: [] },
    { steps: [{ action: "accept", values: { at: "2026-11-18T09:10:00+08:00" }, by: "clerk2" }] },
  ],
});
