// The rows behind a figure: those of a period, and of them those that contribute to one metric.
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { isOverdue } from "../../shared/kernel/deadline.ts";
import { isInPeriod, type Period, parsePeriod } from "../../shared/kernel/period.ts";
import { addDays, earlier, later, monthOf, type PlainDate } from "../../shared/kernel/plain-date.ts";
import { dimensionOf, type Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { findClosedIds, findIdsByBusinessDay, findOpenIds, findRecords } from "../storage/record-store.ts";
import type { Table } from "../storage/table.ts";

export interface RowsWanted {
  readonly period: Period;
  /** A metric of the ledger; without one every row of the period, voided ones included. */
  readonly figure?: string | undefined;
  /** Only rows of these dimensions. */
  readonly dimensions?: ReadonlySet<string> | undefined;
}

/** Sorted by serial number. A row's contributions lie on its business day or its closing day: two indexes find all. */
export async function findRowsOf(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  wanted: RowsWanted,
): Promise<LedgerRecord[]> {
  const { period, figure, dimensions } = wanted;
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  const find =
    metric?.combine === "sum" && metric.datedBy === "closing" ? findClosedIds : findIdsByBusinessDay;
  const ids = await Promise.all(
    monthsTouching(period).map(({ month, first, last }) =>
      find(table, hall.id, ledger.id, month, first, last),
    ),
  );
  const records = await findRecords(table, ids.flat(), false);
  return [...records.values()]
    .filter((record) =>
      figure === undefined
        ? isMeant(dimensions, dimensionOf(ledger.dimension, record.values))
        : contributes(record, period, figure, dimensions),
    )
    .sort(bySerial);
}

/** Open rows, earliest due date first; only those overdue when asked. */
export async function findOpenRows(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  today: PlainDate,
  onlyOverdue: boolean,
): Promise<LedgerRecord[]> {
  const ids = await findOpenIds(table, hall.id, ledger.id, onlyOverdue ? addDays(today, -1) : undefined);
  const records = await findRecords(table, ids, false);
  return ids.flatMap((id) => {
    const record = records.get(id);
    if (!record?.derived.open || record.voided) return [];
    return onlyOverdue && !isOverdue(record.derived, today) ? [] : [record];
  });
}

/** Rows that something may still be said about: open ones, those dated in a period, those closed since it began. */
export async function findCurrentRows(
  table: Table,
  hall: Hall,
  ledger: Ledger,
  period: Period,
  today: PlainDate,
): Promise<LedgerRecord[]> {
  const since: Period = { ...period, last: later(today, period.last) };
  const ids = await Promise.all([
    findOpenIds(table, hall.id, ledger.id),
    ...monthsTouching(period).map(({ month, first, last }) =>
      findIdsByBusinessDay(table, hall.id, ledger.id, month, first, last),
    ),
    ...monthsTouching(since).map(({ month, first, last }) =>
      findClosedIds(table, hall.id, ledger.id, month, first, last),
    ),
  ]);
  const records = await findRecords(table, [...new Set(ids.flat())], false);
  return [...records.values()].filter(({ voided }) => !voided);
}

export function isMeant(dimensions: ReadonlySet<string> | undefined, dimension: string | null): boolean {
  return dimensions === undefined || (dimension !== null && dimensions.has(dimension));
}

function contributes(
  record: LedgerRecord,
  period: Period,
  figure: string,
  dimensions: ReadonlySet<string> | undefined,
): boolean {
  return record.contributions.some(
    (part) =>
      isInPeriod(part.day, period) &&
      (part.amounts[figure] ?? 0) !== 0 &&
      isMeant(dimensions, part.dimension),
  );
}

function bySerial(a: LedgerRecord, b: LedgerRecord): number {
  return a.serial.localeCompare(b.serial, "en", { numeric: true });
}

/** The months that a period lies in, with the part of each that belongs to it. */
export function monthsTouching(
  period: Pick<Period, "first" | "last">,
): { month: string; first: PlainDate; last: PlainDate }[] {
  const parts: { month: string; first: PlainDate; last: PlainDate }[] = [];
  let day = period.first;
  while (day <= period.last) {
    const month = parsePeriod(monthOf(day));
    if (!month) throw new Error(`no month ${day}`);
    parts.push({ month: month.id, first: later(day, month.first), last: earlier(period.last, month.last) });
    day = addDays(month.last, 1);
  }
  return parts;
}
