// Complaints: taken on, given to somebody, answered, decided on and followed up; one withdrawn.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const taken = { action: "acknowledge", values: { at: time("18", "11:00"), toldBy: "phone" } };
const answer = {
  action: "answer",
  values: { at: time("19"), finding: "upheld", answer: "情况属实,已改正", toldBy: "phone" },
};

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: {
    receivedAt: time("18"),
    channel: "letter",
    ground: "attitude",
    about: "person",
    aboutPerson: `p-clerk.${hall}`,
    content: "十八日上午九点在二号窗口等了一个小时没人理。",
    complainant: "张样例",
  },
  lives: [
    { steps: [] },
    { steps: [taken] },
    {
      steps: [
        taken,
        { action: "assign", values: { at: time("18", "12:00"), handler: `p-hallHead.${hall}` } },
        { ...answer, by: `hallHead.${hall}` },
        {
          action: "decideAccountability",
          values: { at: time("19", "11:00"), decision: "talk", reason: "首次" },
        },
        { action: "followUp", values: { at: time("20"), satisfaction: "satisfied" } },
      ],
    },
    { steps: [taken, answer] },
    { steps: [{ action: "withdraw", values: { at: time("18", "13:00"), reason: "已当面解决" } }] },
  ],
});
