// Stamps each hall's stocks at every closing since the last stamp, in order; late, twice or at once it ends the same.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, closingOf, type Hall, opensOn } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { addDays, datesBetween, later, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { findBegun } from "../../storage/record-store.ts";
import { type ClosingStock, moveCursor, putStock, readCursor } from "../../storage/stock-store.ts";
import type { Table } from "../../storage/table.ts";
import { countStock, readPast } from "./count-stock.ts";

/** After closing, so that nothing of its minute is still being written. */
const GRACE_MS = 5 * 60_000;
/** Further back nothing is made up for: such days stay without a stamp. */
const CATCH_UP_DAYS = 45;

/** @returns how many days were stamped by this call */
export async function stampClosings(
  table: Table,
  hall: Hall,
  centre: Centre,
  ledgers: readonly Ledger[],
  now: number,
): Promise<number> {
  const last = lastClosedDay(hall, now);
  let cursor = await readCursor(table, hall.id);
  const first = cursor ? later(addDays(cursor.day, 1), addDays(last, 1 - CATCH_UP_DAYS)) : last;
  const days = datesBetween(later(first, opensOn(hall)), last);
  if (days.length === 0) return 0;
  // A ledger in which the hall never wrote has nothing open, and costs no question.
  const counted = await findBegun(
    table,
    hall.id,
    ledgers.filter(({ written }) => written !== "verbs"),
  );
  const pasts = await Promise.all(
    counted.map(async (ledger) => {
      const after = cursor?.seqs[ledger.id] ?? 0;
      return { ledger, after, past: await readPast(table, hall.id, ledger, after) };
    }),
  );
  let stamped = 0;
  for (const day of days) {
    const closedAt = closingOf(hall, day);
    const stocks = pasts.map(({ ledger, after, past }) => ({
      id: ledger.id,
      ...countStock(past, { hall, ledger, centre }, day, closedAt, after),
    }));
    const stamp: ClosingStock = {
      hall: hall.id,
      day,
      ledgers: Object.fromEntries(stocks.map(({ id, open, overdue }) => [id, { open, overdue }])),
    };
    if (await putStock(table, centreOf(hall, day), stamp)) stamped++;
    const next = { day, seqs: Object.fromEntries(stocks.map(({ id, seq }) => [id, seq])) };
    // Somebody else is doing the same work, and does it the same.
    if (!(await moveCursor(table, hall.id, cursor, next))) return stamped;
    cursor = next;
  }
  return stamped;
}

function lastClosedDay(hall: Hall, now: number): PlainDate {
  const today = dateOf(dateTimeAt(now, hall.timeZone));
  return now >= closingOf(hall, today) + GRACE_MS ? today : addDays(today, -1);
}
