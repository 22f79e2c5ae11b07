// Sound; an error; an error that was corrected.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const wrong = { kind: "stock", declared: 12, inStock: 11, result: "error", error: "少登一份" };

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    checkedOn: "2026-11-18",
    kind: "entry",
    subject: "2026-00012",
    enteredBy: `p-clerk.${hall}`,
    checkedBy: `p-clerk2.${hall}`,
    result: "sound",
  },
  lives: [
    { steps: [] },
    { values: wrong, steps: [] },
    { values: wrong, steps: [{ action: "correct", values: { on: "2026-11-18", how: "补登一份" } }] },
  ],
});
