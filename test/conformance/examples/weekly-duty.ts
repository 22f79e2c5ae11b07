// The roster: planned, and a window head who is stood in for.
import type { LedgerExample } from "../ledger-example.ts";

export const example: LedgerExample = {
  values: {
    monday: "2026-11-16",
    cadres: ["张样例"],
    supervisors: ["李样例"],
    windowHeads: ["王样例"],
  },
  lives: [
    { steps: [] },
    {
      values: { monday: "2026-11-09" },
      steps: [
        {
          action: "substitute",
          values: { absent: "王样例", substitute: "赵样例", from: "2026-11-11", to: "2026-11-12" },
        },
      ],
    },
  ],
};
