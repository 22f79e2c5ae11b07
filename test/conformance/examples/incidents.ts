// A hazard that nobody has reported, and a major incident that is reported late, dealt with and closed.
import type { LedgerExample } from "../ledger-example.ts";

const at = (clock: string) => `2026-11-18T${clock}:00+08:00`;
const report = { action: "report", values: { at: at("12:30"), to: "大厅负责人" } };
const handle = {
  action: "handle",
  values: { at: at("13:00"), measures: "更换插座", emergency: "断电、疏散群众" },
};

export const example: LedgerExample = {
  values: {
    occurredAt: at("10:00"),
    kind: "fire",
    gravity: "major",
    place: "二号窗口",
    description: "插座冒烟",
    cause: "equipment",
  },
  lives: [
    { values: { gravity: "hazard" }, steps: [] },
    { steps: [report] },
    { steps: [report, handle] },
    { steps: [report, handle, { action: "close", values: { at: at("16:00"), result: "已恢复" } }] },
  ],
};
