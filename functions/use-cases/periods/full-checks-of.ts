// The full checks of a week, which its supervision rests on: D1 三6 "每周一督查" and D2 二(三) are one record here.
import { weeklyChecks } from "../../../shared/capabilities/duty-checks/weekly-checks-ledger.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { findRowsOf } from "../find-rows.ts";
import type { PeriodCall } from "./period-call.ts";

/** The numbers of those that were made, not only planned; oldest first. */
export async function fullChecksOf({ deps, at }: PeriodCall, week: Period): Promise<string[]> {
  const ledger = deps.ledgers.find(({ id }) => id === weeklyChecks.id);
  if (!ledger) return [];
  const rows = await findRowsOf(deps.table, at.hall, ledger, { period: week, figure: "full" });
  return rows.map(({ serial }) => serial).sort();
}
