// The stocks of a period: those of its last closing that was stamped, hall by hall, never a sum over days.
import type { Period } from "../../../shared/kernel/period.ts";
import { addDays, earlier, later, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { type ClosingStock, readStocks } from "../../storage/stock-store.ts";
import type { Table } from "../../storage/table.ts";

/** A hall may lag behind by a few days; one without a stamp for longer has none. */
const LOOK_BACK_DAYS = 7;

export async function readStocksOf(
  table: Table,
  centre: string,
  period: Period,
  today: PlainDate,
  lookBackDays = LOOK_BACK_DAYS,
): Promise<ClosingStock[]> {
  const last = earlier(period.last, today);
  const first = later(period.first, addDays(last, -lookBackDays));
  const latest = new Map<string, ClosingStock>();
  for (let day = last; day >= first; day = addDays(day, -1)) {
    for (const stock of await readStocks(table, centre, day)) {
      if (!latest.has(stock.hall)) latest.set(stock.hall, stock);
    }
  }
  return [...latest.values()].sort((a, b) => (a.hall < b.hall ? -1 : 1));
}
