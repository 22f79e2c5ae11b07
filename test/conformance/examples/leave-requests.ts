// Leave: consented, declined and replaced, approved, refused, withdrawn, handed over, returned and filed.
import type { ExamplePlace, LedgerExample, Life, LifeStep } from "../ledger-example.ts";

const at = "2026-11-20T14:00:00+08:00";
const consent: LifeStep = { action: "consent", values: { at }, by: "clerk2" };
const approve: LifeStep = { action: "approve", values: { at }, by: "hallHead" };
const withdraw: LifeStep = { action: "withdraw", values: { at, reason: "不去了" }, by: "hallHead" };
/** The mornings of past days, made up afterwards. */
const past = (day: string) => ({ ...morning(day), lateReason: "突发情况" });
const morning = (day: string) => ({
  fromDay: `2026-11-${day}`,
  fromHalf: "morning",
  toDay: `2026-11-${day}`,
  toHalf: "morning",
});
const replace = (hall: string): LifeStep => ({
  action: "replaceCover",
  values: { at, cover: `p-windowHead.${hall}`, reason: "另换" },
  by: "hallHead",
});

/** More than one transaction takes along. */
const MUCH_WORK = 17;

export const example = ({ hall, id }: ExamplePlace): LedgerExample => {
  const handedOver: Life = {
    values: { ...morning("25"), person: `p-windowHead.${hall}`, cover: `p-clerk2.${hall}` },
    steps: [
      consent,
      { ...approve, values: { at, dueWorkReason: "已当面交接" } },
      { action: "continueHandover", values: { at } },
    ],
  };
  return {
    values: {
      ...{ appliedAt: "2026-11-20T09:00:00+08:00", type: "personal", reason: "家中有事" },
      ...{ person: `p-clerk.${hall}`, cover: `p-clerk2.${hall}`, ...morning("27") },
    },
    before: Array.from({ length: MUCH_WORK }, (_, number) => ({
      ledger: "findings",
      id: id(number),
      values: {
        ...{ foundOn: "2026-11-18", dueOn: "2026-11-24", source: "other", content: `第 ${number} 项` },
        owner: `测试windowHead.${hall}`,
      },
      by: "hallHead",
    })),
    lives: [
      { steps: [consent, approve] },
      {
        values: morning("30"),
        steps: [{ action: "declineCover", values: { at, reason: "值班" }, by: "clerk2" }],
      },
      {
        values: past("03"),
        steps: [
          consent,
          approve,
          { action: "recordReturn", values: { at, lastDay: "2026-11-03", lastHalf: "morning" } },
          { action: "file", values: { at, place: "一号柜" } },
        ],
      },
      {
        values: past("12"),
        steps: [consent, { action: "refuse", values: { at, reason: "人手不足" }, by: "hallHead" }],
      },
      { values: past("10"), steps: [withdraw] },
      { values: past("05"), steps: [replace(hall)] },
      handedOver,
    ],
  };
};
