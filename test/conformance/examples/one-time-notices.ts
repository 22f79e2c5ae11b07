// One-time notices: one of each kind, an important one to its archive.
import type { LedgerExample } from "../ledger-example.ts";

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;

export const example: LedgerExample = {
  values: {
    givenAt: time("18"),
    kind: "information",
    matter: "senior-card",
    manner: "inPerson",
    givenBy: "李样例",
    recipient: "张样例",
    basis: "服务事项目录",
    limit: "3 个工作日",
    procedure: "窗口受理",
    materials: ["照片"],
    refusalReasons: "不符合条件的不予办理",
  },
  lives: [
    { steps: [] },
    { values: { important: true }, steps: [] },
    {
      values: { important: true, kind: "correction", corrections: ["照片"] },
      steps: [{ action: "archive", values: { at: time("19"), place: "卷3", signed: true } }],
    },
  ],
};
