// Attendance: confirmed, explained and judged, lapsed; a line a day.
import type { ExamplePlace, LedgerExample, LifeStep } from "../ledger-example.ts";

const at = "2026-11-20T14:00:00+08:00";
const confirm: LifeStep = { action: "confirm", values: { at } };
const late = (day: string) => ({ day, arrivedAt: `${day}T09:40:00+08:00` });

export const example = ({ hall }: ExamplePlace): LedgerExample => {
  const explain: LifeStep = {
    action: "explain",
    values: { at, cause: "traffic", toldTo: `p-windowHead.${hall}`, explanation: "公交停运" },
  };
  const judge = (accepted: boolean): LifeStep => ({
    action: "judge",
    values: { at, accepted },
    by: "windowHead",
  });
  return {
    values: { day: "2026-11-18", person: `p-clerk.${hall}`, morning: "present", afternoon: "present" },
    lives: [
      { steps: [confirm] },
      { values: late("2026-11-17"), steps: [confirm, explain, judge(true)] },
      { values: late("2026-11-16"), steps: [confirm, explain] },
      { values: late("2026-11-13"), steps: [confirm, { action: "lapse", values: { at }, by: "hallHead" }] },
    ],
  };
};
