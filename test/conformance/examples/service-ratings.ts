// Ratings: a good one, and bad ones through every end of their loop; on paper, without a case.
import type { LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const bad = { grade: "dissatisfied" };
const begin = {
  action: "beginRectifying",
  values: { at: time("18", "11:00"), cause: "等候过久", owner: "李样例" },
};
const finish = { action: "finishRectifying", values: { at: time("19"), measure: "增开窗口" } };
const claim = (kind: string) => ({
  action: "claim",
  values: { at: time("18", "12:00"), kind, reason: "已核实" },
});
const audit = { action: "audit", values: { at: time("19"), upheld: true, opinion: "同意" } };

export const example: LedgerExample = {
  values: {
    ratedAt: time("18"),
    matter: "senior-card",
    grade: "satisfied",
    channel: "paper",
    comment: "很好",
  },
  lives: [
    { steps: [] },
    { values: bad, steps: [] },
    {
      values: bad,
      steps: [
        begin,
        { action: "handOver", values: { at: time("18", "12:00"), owner: "王样例", reason: "轮岗" } },
      ],
    },
    { values: bad, steps: [begin, finish] },
    {
      values: bad,
      steps: [begin, finish, { action: "callBack", values: { at: time("20"), content: "content" } }],
    },
    { values: bad, steps: [claim("invalid")] },
    { values: bad, steps: [claim("invalid"), audit] },
    { values: bad, steps: [claim("cannotRectify"), audit] },
  ],
};
