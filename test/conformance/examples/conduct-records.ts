// One warning; two, to be decided on; decided.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const again = { action: "warn", values: { on: "2026-11-18", entry: "2026-00002 带耳机听歌" } };

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    yearBegins: "2026-01-01",
    year: 2026,
    person: `p-clerk.${hall}`,
    warnings: ["2026-00001 吃零食"],
  },
  lives: [
    { steps: [] },
    { steps: [again] },
    { steps: [again, { action: "decide", values: { on: "2026-11-19", measure: "通报批评" } }] },
  ],
});
