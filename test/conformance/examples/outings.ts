// Outings: consented, declined and replaced, approved, refused, withdrawn, out and back.
import type { ExamplePlace, LedgerExample, LifeStep } from "../ledger-example.ts";

const now = "2026-11-20T14:00:00+08:00";
const from = (hour: number) => ({
  leavesAt: `2026-11-20T${hour}:00:00+08:00`,
  backBy: `2026-11-20T${hour}:20:00+08:00`,
});
const step = (action: string, by: string, values: object = {}): LifeStep => ({
  action,
  values: { at: now, ...values },
  by,
});
const consent = step("consent", "clerk2");
const approve = step("approve", "hallHead");
const reason = { reason: "窗口人多" };

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    ...{ ...from(10), person: `p-clerk.${hall}`, cover: `p-clerk2.${hall}`, told: `p-clerk2.${hall}` },
    ...{ kind: "official", destination: "街道办事处", phoneReachable: true },
  },
  lives: [
    {
      steps: [
        consent,
        approve,
        step("goOut", "hallHead", { at: "2026-11-20T10:02:00+08:00" }),
        step("comeBack", "clerk2", { at: "2026-11-20T10:30:00+08:00" }),
      ],
    },
    { values: from(11), steps: [step("declineCover", "clerk2", reason)] },
    {
      values: from(12),
      steps: [step("replaceCover", "hallHead", { cover: `p-windowHead.${hall}`, ...reason })],
    },
    { values: from(13), steps: [consent, step("refuse", "hallHead", reason)] },
    { values: from(14), steps: [step("withdraw", "hallHead", reason)] },
    { values: from(15), steps: [consent] },
  ],
});
