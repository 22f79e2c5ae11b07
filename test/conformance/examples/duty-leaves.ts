// A window head on duty leaves: asked for, approved, declined.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

export const example = ({ id }: ExamplePlace): LedgerExample => ({
  before: [
    {
      ledger: "weekly-duty",
      id: id(1),
      values: {
        monday: "2026-11-02",
        cadres: ["张样例"],
        supervisors: ["李样例"],
        windowHeads: ["王样例"],
      },
    },
  ],
  values: {
    from: "2026-11-03",
    to: "2026-11-04",
    windowHead: "王样例",
    reason: "参加会议",
    substitute: "赵样例",
  },
  lives: [
    { steps: [] },
    { steps: [{ action: "approve", values: { on: "2026-11-03" } }] },
    { steps: [{ action: "decline", values: { on: "2026-11-03", reason: "当天有验收" } }] },
  ],
});
