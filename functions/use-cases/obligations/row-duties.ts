// Duties that hang on rows (feedback, rectification): what each ledger's definition says of its open and recent rows.

import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { addDays, monthOf, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { RowDuty } from "../../../shared/ledger/duty.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import { rowOf } from "../../../shared/ledger/row-values.ts";
import { findClosedIds, findOpenIds, findRecords } from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { factsFor } from "../hall-facts.ts";

export interface OwedRow {
  readonly ledger: string;
  readonly record: Pick<LedgerRecord, "id" | "serial">;
  readonly duty: RowDuty;
  readonly status: "pending" | "dueSoon" | "overdue" | "met" | "metLate";
}

/** Rows closed longer ago than this are not asked any more; a duty left undone so long shows in the figures. */
const RECENT_DAYS = 62;

export function dutyStatus({ dueOn, doneOn }: RowDuty, today: PlainDate): OwedRow["status"] {
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
  const facts = factsFor(hall, centre, now);
  const found = await Promise.all(
    ledgers.map(async (ledger) => {
      const ids = await idsToAsk(table, hall, ledger, facts.today);
      const records = await findRecords(table, ids, false);
      return [...records.values()].flatMap((record) =>
        record.voided
          ? []
          : ledger
              .duties(rowOf(record), record.derived, facts)
              .flatMap((duty) =>
                duty.doneOn === null
                  ? [{ ledger: ledger.id, record, duty, status: dutyStatus(duty, facts.today) }]
                  : [],
              ),
      );
    }),
  );
  return found.flat().sort((a, b) => (a.duty.dueOn < b.duty.dueOn ? -1 : 1));
}

/** Rows that somebody may still have to do something about: open, or closed within the last two months. */
export async function idsToAsk(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  today: PlainDate,
): Promise<string[]> {
  if (ledger.written === "verbs") return [];
  const from = addDays(today, -RECENT_DAYS);
  const months = new Set([monthOf(from), monthOf(addDays(from, 31)), monthOf(today)]);
  const closed = [...months].map((id) => {
    const month = parsePeriod(id);
    return month ? findClosedIds(table, hall.id, ledger.id, id, month.first, month.last) : [];
  });
  const [open, ...rest] = await Promise.all([findOpenIds(table, hall.id, ledger.id), ...closed]);
  return [...new Set([...open, ...rest.flat()])];
}
