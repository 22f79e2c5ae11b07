// Duties that hang on rows (feedback, rectification): what each ledger's definition says of its open and recent rows.

import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { RowDuty } from "../../../shared/ledger/duty.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { findBegun, findClosedIds, findOpenIds, findRecords } from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { monthsTouching } from "../find-rows.ts";
import { factsOf } from "../hall-facts.ts";

export const DUTY_STATUSES = ["met", "metLate", "pending", "dueSoon", "overdue"] as const;
export type DutyStatus = (typeof DUTY_STATUSES)[number];

export interface OwedRow {
  readonly ledger: string;
  readonly record: Pick<LedgerRecord, "id" | "serial">;
  readonly duty: RowDuty;
  readonly status: DutyStatus;
}

/** Rows closed longer ago than this are not asked any more; a duty left undone so long shows in the figures. */
const RECENT_DAYS = 62;

export function dutyStatus({ dueOn, doneOn }: RowDuty, today: PlainDate): DutyStatus {
  if (doneOn !== null) return doneOn <= dueOn ? "met" : "metLate";
  if (today > dueOn) return "overdue";
  return today === dueOn ? "dueSoon" : "pending";
}

/** Duties of a hall's rows that are still owed, earliest due first. */
export async function readRowDuties(
  table: Table,
  hall: Hall,
  centre: Centre,
  ledgers: readonly Ledger[],
  now: number,
): Promise<OwedRow[]> {
  const since = addDays(dateOf(dateTimeAt(now, hall.timeZone)), -RECENT_DAYS);
  const all = await readEveryDuty(table, { hall, centre }, ledgers, since, now);
  return all
    .filter(({ duty }) => duty.doneOn === null)
    .sort((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : 1));
}

/** Duties done and undone, of rows that are open or were closed on a day or later. */
export async function readEveryDuty(
  table: Table,
  place: { readonly hall: Hall; readonly centre: Centre },
  ledgers: readonly Ledger[],
  closedSince: PlainDate,
  now: number,
): Promise<OwedRow[]> {
  const owing = await findBegun(
    table,
    place.hall.id,
    ledgers.filter(({ owesDuties }) => owesDuties),
  );
  const found = await Promise.all(
    owing.map(async (ledger) => {
      const facts = await factsOf(table, place, ledger, now);
      const ids = await idsSince(table, place.hall, ledger, closedSince, facts.today);
      const records = await findRecords(table, ids, false);
      return [...records.values()].flatMap((record) =>
        record.voided
          ? []
          : ledger
              .duties(rowOf(record), record.derived, facts)
              .map((duty) => ({ ledger: ledger.id, record, duty, status: dutyStatus(duty, facts.today) })),
      );
    }),
  );
  return found.flat();
}

/** Rows that somebody may still have to do something about: open, or closed within the last two months. */
export function idsToAsk(table: Table, hall: Hall, ledger: Ledger, today: PlainDate): Promise<string[]> {
  return ledger.written === "verbs"
    ? Promise.resolve([])
    : idsSince(table, hall, ledger, addDays(today, -RECENT_DAYS), today);
}

async function idsSince(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  since: PlainDate,
  today: PlainDate,
): Promise<string[]> {
  const closed = monthsTouching({ first: since, last: today }).map(({ month, first, last }) =>
    findClosedIds(table, hall.id, ledger.id, month, first, last),
  );
  const [open, ...rest] = await Promise.all([findOpenIds(table, hall.id, ledger.id), ...closed]);
  return [...new Set([...open, ...rest.flat()])];
}
