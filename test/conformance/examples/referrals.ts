// Referrals: sent on, sent back, taken over; enquiries: asked, answered, told.
import type { LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const back = { action: "sendBack", values: { at: time("18", "11:00"), reason: "不归本室" } };
const enquiry = { kind: "enquiry", askedOf: "社区管理室" };
const answer = { action: "answer", values: { at: time("19"), result: "可以办理" } };

export const example: LedgerExample = {
  values: {
    askedAt: time("18"),
    kind: "referral",
    subject: "公积金提取",
    firstAskedBy: "李样例",
    visitor: "张样例",
    toDepartment: "财务室",
  },
  lives: [
    { steps: [] },
    { steps: [back] },
    {
      steps: [
        back,
        { action: "referAgain", values: { at: time("18", "12:00"), toDepartment: "劳资社保室" } },
        { action: "takeOver", values: { at: time("19"), by: "王样例" } },
      ],
    },
    { values: enquiry, steps: [] },
    {
      values: enquiry,
      steps: [
        answer,
        { action: "handOver", values: { at: time("19", "11:00"), to: "王样例", reason: "轮岗" } },
      ],
    },
    { values: enquiry, steps: [answer, { action: "tell", values: { at: time("20"), toldBy: "phone" } }] },
  ],
};
