// Demonstration rows of the budget registers.
import { on, type RegisterRows } from "./register-rows.ts";

export const budgetPlans: RegisterRows = () =>
  (
    [
      ["officeSupplies", 600_000],
      ["consumables", 300_000],
      ["utilities", 900_000],
      ["telephoneAndNetwork", 240_000],
      ["newspapers", 60_000],
    ] as const
  ).map(([head, amountInFen]) => ({
    values: { plannedFor: "2026-08-24", head, amountInFen, document: "演示〔2026〕1号" },
  }));

export const budgetSpending: RegisterRows = () => [
  {
    values: {
      spentOn: "2026-09-08",
      head: "officeSupplies",
      amountInFen: 128_050,
      purpose: "打印纸与硒鼓(演示)",
      receiptNumber: "演票001",
    },
  },
  {
    values: {
      spentOn: "2026-10-12",
      head: "newspapers",
      amountInFen: 66_000,
      purpose: "下半年报刊(演示)",
      overPlanReason: "增订一份市报",
    },
  },
];

export const fundsFollowTask: RegisterRows = () => [
  {
    values: {
      agreedOn: "2026-09-03",
      department: "区统计局(演示)",
      task: "协助人口抽样调查",
      agreedInFen: 500_000,
      dueOn: "2026-10-31",
    },
    steps: [
      on("2026-09-28", "receive", { amountInFen: 300_000 }),
      on("2026-10-30", "receive", { amountInFen: 200_000 }),
      on("2026-10-30", "settle"),
    ],
  },
  {
    values: {
      agreedOn: "2026-09-10",
      department: "街道武装部(演示)",
      task: "协助征兵宣传",
      agreedInFen: 200_000,
      dueOn: "2026-10-31",
    },
    steps: [on("2026-10-15", "receive", { amountInFen: 80_000 })],
  },
];
