// Finds the rows behind a figure in one hall or many, and what each of them adds to it.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { isInPeriod, type Period } from "../../../shared/kernel/period.ts";
import { dimensionOf, type Ledger } from "../../../shared/ledger/define-ledger.ts";
import { type RatioMetric, ratioOf } from "../../../shared/ledger/metric.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import type { Table } from "../../storage/table.ts";
import { findOpenRows, findRowsOf } from "../../use-cases/find-rows.ts";
import { isStock } from "../centre/board-figures.ts";
import type { RowsQuestion } from "./rows-question.ts";

export interface FoundRow {
  readonly hall: Hall;
  readonly record: LedgerRecord;
  /** What the row adds to a counted figure: 1, or fen. */
  readonly amount: number;
  /** Of a ratio: whether the row stands in the numerator. */
  readonly counted: boolean | null;
}

export interface FoundRows {
  readonly rows: readonly FoundRow[];
  /** The figure, worked out again from these very rows; null where there is none. */
  readonly value: number | null;
}

const HALLS_AT_ONCE = 8;

export async function loadRows(
  table: Table,
  question: RowsQuestion,
  halls: readonly Hall[],
  now: number,
): Promise<FoundRows> {
  const rows: FoundRow[] = [];
  for (let at = 0; at < halls.length; at += HALLS_AT_ONCE) {
    const part = halls.slice(at, at + HALLS_AT_ONCE).map((hall) => rowsIn(table, question, hall, now));
    rows.push(...(await Promise.all(part)).flat());
  }
  // What is due first, of all halls, comes first.
  if (question.figure !== undefined && isStock(question.figure))
    rows.sort((a, b) => compareByDueDate(a.record, b.record));
  return { rows, value: figureOf(question, rows) };
}

async function rowsIn(table: Table, question: RowsQuestion, hall: Hall, now: number): Promise<FoundRow[]> {
  const { ledger, figure, period, matter } = question;
  if (!period) {
    const today = dateOf(dateTimeAt(now, hall.timeZone));
    const open = await findOpenRows(table, hall, ledger, today, figure === "overdue");
    return open
      .filter((record) => matter === undefined || dimensionOf(ledger.dimension, record.values) === matter)
      .map((record) => ({ hall, record, amount: 1, counted: null }));
  }
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  if (metric?.combine === "ratio") return ratioRows(table, question, hall, period, metric);
  const records = await findRowsOf(table, hall, ledger, { period, figure, dimension: matter });
  return records.map((record) => ({
    hall,
    record,
    amount: figure === undefined ? 1 : amountOf(record, figure, period, matter),
    counted: null,
  }));
}

/** The rows of the denominator, each once. */
async function ratioRows(
  table: Table,
  { ledger, matter }: RowsQuestion,
  hall: Hall,
  period: Period,
  metric: RatioMetric,
): Promise<FoundRow[]> {
  const parts = await Promise.all(
    metric.denominator.map((figure) =>
      findRowsOf(table, hall, ledger, { period, figure, dimension: matter }),
    ),
  );
  const records = new Map(parts.flat().map((record) => [record.id, record]));
  return [...records.values()]
    .sort((a, b) => a.serial.localeCompare(b.serial, "en", { numeric: true }))
    .map((record) => ({
      hall,
      record,
      amount: 1,
      counted: amountOf(record, metric.numerator, period, matter) !== 0,
    }));
}

function amountOf(record: LedgerRecord, figure: string, period: Period, matter: string | undefined): number {
  return record.contributions
    .filter((part) => isInPeriod(part.day, period) && (matter === undefined || part.dimension === matter))
    .reduce((sum, part) => sum + (part.amounts[figure] ?? 0), 0);
}

function figureOf(
  { ledger, figure, period, matter }: RowsQuestion,
  rows: readonly FoundRow[],
): number | null {
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  if (metric?.combine !== "ratio" || !period) return rows.reduce((sum, { amount }) => sum + amount, 0);
  const sums = Object.fromEntries(
    [metric.numerator, ...metric.denominator].map((part) => [
      part,
      rows.reduce((sum, { record }) => sum + amountOf(record, part, period, matter), 0),
    ]),
  );
  return ratioOf(metric, sums);
}

/** What is due first comes first, and with it what is overdue. */
export function compareByDueDate(a: LedgerRecord, b: LedgerRecord): number {
  return dueOf(a).localeCompare(dueOf(b)) || a.serial.localeCompare(b.serial, "en", { numeric: true });
}

/** As the index of open rows sorts: without a date, or out of the hall's hands, last. */
function dueOf({ derived }: LedgerRecord): string {
  return derived.endedOn === null ? (derived.dueDate ?? "~") : "~";
}

export function isMoney(ledger: Ledger, figure: string | undefined): boolean {
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  return metric?.combine === "sum" && metric.unit === "fen";
}
