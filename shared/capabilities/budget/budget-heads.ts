// A hall's budget heads, what each still holds, and what departments owe for their tasks. D1 三9.
import type { Text } from "../../kernel/text.ts";

/** D1 三9 “办公用品购置费、低值易耗费、水电气暖费、电话（网络）费、报刊订阅费等”. */
export const BUDGET_HEADS = {
  officeSupplies: { zh: "办公用品购置费", en: "office supplies" },
  consumables: { zh: "低值易耗费", en: "consumables" },
  utilities: { zh: "水电气暖费", en: "water, electricity, gas, heating" },
  telephoneAndNetwork: { zh: "电话(网络)费", en: "telephone and network" },
  newspapers: { zh: "报刊订阅费", en: "newspapers" },
  other: { zh: "其他", en: "other" },
} as const satisfies Record<string, Text>;
export type BudgetHead = keyof typeof BUDGET_HEADS;

export interface HeadAmount {
  readonly head: string;
  readonly amountInFen: number;
}

export interface HeadBalance {
  readonly head: string;
  readonly plannedInFen: number;
  readonly spentInFen: number;
  readonly leftInFen: number;
}

/** Plan against actual by head, in the order of the document; heads without either are left out. */
export function balances(planned: readonly HeadAmount[], spent: readonly HeadAmount[]): HeadBalance[] {
  return Object.keys(BUDGET_HEADS).flatMap((head) => {
    const [plannedInFen, spentInFen] = [sumOf(planned, head), sumOf(spent, head)];
    return plannedInFen === 0 && spentInFen === 0
      ? []
      : [{ head, plannedInFen, spentInFen, leftInFen: plannedInFen - spentInFen }];
  });
}

export function sumOf(amounts: readonly HeadAmount[], head: string): number {
  return amounts.filter((one) => one.head === head).reduce((sum, { amountInFen }) => sum + amountInFen, 0);
}

/** D1 三9 费随事转: what a department agreed to and has not paid yet, never below zero. */
export function arrears(agreedInFen: number, receivedInFen: number): number {
  return Math.max(0, agreedInFen - receivedInFen);
}
