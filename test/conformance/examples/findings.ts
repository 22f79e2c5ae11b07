// Findings: one that stays open, one rectified, one that fails its re-check and is closed at the second.
import type { LedgerExample } from "../ledger-example.ts";

const rectify = (hour: number) => ({
  action: "rectify",
  values: { at: `2026-11-19T${hour}:00:00+08:00`, measure: "已整改" },
});
const recheck = (hour: number, passed: boolean) => ({
  action: "recheck",
  values: { at: `2026-11-19T${hour}:00:00+08:00`, passed },
});

export const example: LedgerExample = {
  values: { foundOn: "2026-11-18", dueOn: "2026-11-20" },
  lives: [
    { steps: [] },
    { steps: [rectify(10)] },
    { steps: [rectify(10), recheck(11, false), rectify(12), recheck(13, true)] },
  ],
};
