// Demonstration of daily cash: the day's fees as the cases have them, most days in balance, one explained.
import { CASH_COLUMNS, cashOfDay } from "../../../../shared/capabilities/daily-cash/cash-of-day.ts";
import type { LedgerFacts } from "../../../../shared/ledger/facts.ts";
import type { LedgerRecord } from "../../../../shared/ledger/record.ts";
import { dayOfNovember, type WorkflowLife, type WorkflowPlace } from "./workflow-life.ts";

const DAYS = [10, 11, 12, 13, 16, 17, 18, 19];
/** On this day half a yuan too little lay in the drawer. */
const SHORT_ON = 13;
const CONFIRMED_UNTIL = 17;

export function cashLives(
  { person }: WorkflowPlace,
  cases: readonly LedgerRecord[],
  facts: LedgerFacts,
): WorkflowLife[] {
  return DAYS.map((on) => {
    const day = dayOfNovember(on);
    const own = cases.filter(({ derived, voided }) => derived.businessDay === day && !voided);
    const { fees, total, withoutReceipt, twice } = cashOfDay(own, facts.findMatter);
    const short = on === SHORT_ON && total > 0 ? 50 : 0;
    const unsound = withoutReceipt.length > 0 || twice.length > 0;
    const explanation = short > 0 ? "找零差五角,已补交(演示)" : unsound ? "收据待补(演示)" : undefined;
    const taken = [...CASH_COLUMNS, "other" as const].filter((column) => fees[column] > 0);
    return {
      ledger: "daily-cash",
      key: `cash-${on}`,
      values: {
        day,
        cashier: person("clerk1"),
        ...Object.fromEntries(taken.map((column) => [column, fees[column]])),
        counted: total - short,
        ...(explanation ? { explanation } : {}),
      },
      steps: on <= CONFIRMED_UNTIL ? [["confirm", { on: day, note: "已复核(演示)" }]] : [],
    };
  });
}
