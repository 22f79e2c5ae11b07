// Demonstration rows of the registers of supplies and uniforms.
import { on, type RegisterRows } from "./register-rows.ts";

export const custodyAssets: RegisterRows = ({ person, prefix }) => [
  {
    values: {
      registeredOn: "2026-08-25",
      kind: "computer",
      name: "窗口电脑(演示)",
      assetNumber: `${prefix}-001`,
      custodian: person("clerk1"),
      valueInFen: 420_000,
    },
  },
  {
    values: {
      registeredOn: "2026-08-25",
      kind: "furniture",
      name: "办公椅(演示)",
      assetNumber: `${prefix}-002`,
      custodian: person("clerk2"),
    },
    steps: [on("2026-10-09", "writeOff", { reason: "椅腿断裂" })],
  },
];

export const consumableIssues: RegisterRows = ({ person }) => [
  {
    values: {
      issuedOn: "2026-09-02",
      person: person("clerk1"),
      item: "paper",
      quantity: 5,
      purpose: "窗口告知单打印",
    },
  },
  {
    values: {
      issuedOn: "2026-09-02",
      person: person("clerk2"),
      item: "pen",
      quantity: 10,
      purpose: "窗口填表用",
    },
  },
];

export const damageDecisions: RegisterRows = ({ person }) => [
  {
    values: {
      foundOn: "2026-10-08",
      kind: "damaged",
      item: "办公椅(演示)",
      person: person("clerk2"),
      cause: "使用不当，椅腿断裂",
    },
    steps: [on("2026-10-09", "decide", { decision: "照价赔偿一半", penaltyInFen: 6_000 })],
  },
  { values: { foundOn: "2026-11-17", kind: "lost", item: "订书机(演示)", cause: "清点时发现缺一个" } },
];

export const uniformIssues: RegisterRows = ({ person }) => [
  {
    values: {
      issuedOn: "2026-09-15",
      person: person("clerk1"),
      garment: "springAutumn",
      style: "安环室2026款藏青(演示)",
      size: "170/88A",
      quantity: 1,
      costInFen: 36_000,
      labourInFen: 30_000,
      welfareInFen: 6_000,
    },
  },
];
