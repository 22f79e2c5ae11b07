// What a community hands in: drafted, submitted, returned, accepted.
import type { LedgerExample } from "../ledger-example.ts";
import { period } from "./period-example.ts";

const submit = { action: "submit", values: { title: "资金需求计划", document: "社区〔2026〕1 号" } };

export const example: LedgerExample = {
  values: period("funding-plan", "2026", "2026-01-01", "2026-12-31"),
  lives: [
    { steps: [] },
    { steps: [submit] },
    { steps: [submit, { action: "return", values: { reason: "缺一项" } }] },
    { steps: [submit, { action: "accept" }] },
  ],
};
