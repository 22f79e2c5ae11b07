// Counts a hall's duties of rows by the month in which they fall due, for the centre's matrix to read in one query.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { addDays, monthOf, plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { type DutyCount, putDutyCounts } from "../../storage/duty-count-store.ts";
import type { Table } from "../../storage/table.ts";
import { type OwedRow, readEveryDuty } from "./row-duties.ts";

/** A duty falls due this long after its row was closed, at the most. */
const LONGEST_DAYS = 31;

/** Counts the month before and the present one: earlier ones stay as they were counted last. */
export async function countDuties(
  table: Table,
  hall: Hall,
  centre: Centre,
  ledgers: readonly Ledger[],
  now: number,
): Promise<OwedRow[]> {
  const today = dateOf(dateTimeAt(now, hall.timeZone));
  const present = monthOf(today);
  const before = monthOf(addDays(plainDate(`${present}-01`), -1));
  const since = addDays(plainDate(`${before}-01`), -LONGEST_DAYS);
  const duties = await readEveryDuty(table, { hall, centre }, ledgers, since, now);
  for (const month of [before, present]) {
    const last = parsePeriod(month)?.last ?? today;
    const own = duties.filter(({ duty }) => monthOf(duty.dueOn) === month);
    const counted = { asOf: new Date(now).toISOString(), counts: countsOf(own) };
    await putDutyCounts(table, { centre: centreOf(hall, last), month, hall: hall.id }, counted);
  }
  return duties;
}

export function countsOf(duties: readonly OwedRow[]): DutyCount[] {
  const counts = new Map<string, DutyCount>();
  for (const { ledger, duty, status } of duties) {
    const id = `${ledger}/${duty.id}`;
    const known = counts.get(id) ?? {
      id,
      ledger,
      duty: duty.id,
      label: duty.label,
      source: duty.source,
      mustAct: duty.mustAct,
      met: 0,
      metLate: 0,
      pending: 0,
      dueSoon: 0,
      overdue: 0,
      earliest: null,
    };
    const { dueOn, doneOn } = duty;
    const earliest = doneOn !== null || (known.earliest ?? dueOn) < dueOn ? known.earliest : dueOn;
    counts.set(id, { ...known, [status]: known[status] + 1, earliest });
  }
  return [...counts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
