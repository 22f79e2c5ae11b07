// A day that balances, one that does not and is explained, one that is confirmed.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

export const example = ({ hall, id }: ExamplePlace): LedgerExample => ({
  before: [
    {
      ledger: "cases",
      id: id(1),
      values: {
        receivedAt: "2026-09-22T09:05:00+08:00",
        matter: "electricity-fee",
        visitor: "张样例",
        acceptedBy: "李样例",
        feeInFen: 5000,
        receiptNumber: "A-1",
      },
    },
  ],
  values: { day: "2026-09-22", cashier: `p-clerk.${hall}`, electricity: 5000, counted: 5000 },
  lives: [
    { steps: [] },
    {
      values: { day: "2026-09-23", electricity: 100, counted: 100, explanation: "补收前一天差额" },
      steps: [],
    },
    {
      values: { day: "2026-09-24", electricity: 0, counted: 0 },
      steps: [{ action: "confirm", values: { on: "2026-09-24" } }],
    },
  ],
});
