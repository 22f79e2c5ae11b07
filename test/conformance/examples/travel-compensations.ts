// Return fares: claimed, decided either way, paid.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const pay = {
  action: "decide",
  values: { at: time("19"), decision: "pay", reason: "清单漏列", amountInFen: 800, accountability: "talk" },
};

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    claimedAt: time("18"),
    claimant: "张样例",
    handler: `p-clerk.${hall}`,
    causeKind: "notTold",
    cause: "没有告知要带户口簿",
  },
  lives: [
    { steps: [] },
    { steps: [pay] },
    {
      steps: [
        pay,
        { action: "recordPayment", values: { at: time("20", "09:00"), paidInFen: 800, receipt: "收条1" } },
      ],
    },
    {
      steps: [{ action: "decide", values: { at: time("19"), decision: "refuse", reason: "清单已列明" } }],
    },
  ],
});
