// Cases: one for each status, and every step taken once.
import type { LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const complete = (day: string) => ({
  action: "complete",
  values: { completedAt: time(day), outcome: "done" },
});
const told = {
  action: "feedBack",
  values: { feedbackAt: time("20", "11:00"), feedbackChannel: "phone" },
};
const notice = { action: "giveCorrectionNotice", values: { at: time("18", "11:00"), items: ["照片"] } };
const testing = {
  action: "beginSpecialProcedure",
  values: { kind: "testing", startsOn: "2026-11-19", toldAt: time("18", "15:00") },
};
const forward = { action: "forward", values: { at: time("19"), agency: "街道办事处" } };
const result = { action: "recordUpstreamResult", values: { at: time("20") } };
const extend = {
  action: "extend",
  values: { at: time("19"), askedAt: time("18", "16:00"), workingDays: 2, reason: "需实地核实" },
};
const rated = {
  action: "rate",
  values: { at: time("20", "12:00"), grade: "satisfied", channel: "counter" },
};
const upstream = { matter: "preferential-treatment-card" };

export const example: LedgerExample = {
  values: { receivedAt: time("18", "09:05"), matter: "senior-card", visitor: "张样例", acceptedBy: "李样例" },
  lives: [
    { steps: [] },
    { steps: [notice] },
    { steps: [notice, { action: "completeMaterials", values: { at: time("19") } }, complete("20"), told] },
    { steps: [testing] },
    { steps: [testing, { action: "endSpecialProcedure", values: { endsOn: "2026-11-19" } }] },
    { steps: [extend, { action: "tellExtension", values: { toldAt: time("19", "14:00") } }] },
    { values: upstream, steps: [forward] },
    { values: upstream, steps: [forward, result] },
    {
      steps: [
        { action: "handOver", values: { at: time("18", "14:00"), to: "王样例", reason: "轮休" } },
        complete("19"),
      ],
    },
    { steps: [{ action: "refer", values: { at: time("19"), department: "财务室", reason: "涉及缴费" } }] },
    { steps: [complete("19"), told, rated] },
    { steps: [complete("19"), { action: "reopen", values: { at: time("20"), reason: "结果有误" } }] },
  ],
};
