// Somebody behind the counter, and gone again.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    enteredAt: "2026-11-18T14:00:00+08:00",
    visitor: "维修工",
    reason: "检修打印机",
    allowedBy: `p-windowHead.${hall}`,
  },
  lives: [{ steps: [] }, { steps: [{ action: "leave", values: { at: "2026-11-18T14:40:00+08:00" } }] }],
});
