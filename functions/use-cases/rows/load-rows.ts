// Finds the rows behind a figure in one hall or many, and what each of them adds to it.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dueBand } from "../../../shared/kernel/due-band.ts";
import { isInPeriod, type Period } from "../../../shared/kernel/period.ts";
import { dimensionOf, type Ledger } from "../../../shared/ledger/define-ledger.ts";
import { type RatioMetric, ratioOf } from "../../../shared/ledger/metric.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import type { Table } from "../../storage/table.ts";
import { findOpenRows, findRowsOf, isMeant } from "../find-rows.ts";
import { factsFor, mattersOf } from "../hall-facts.ts";
import { dimensionsOf, type RowsQuestion } from "./rows-question.ts";
import { isStock } from "./stock-figures.ts";

export interface FoundRow {
  readonly hall: Hall;
  readonly record: LedgerRecord;
  /** What the row adds to a counted figure: 1, fen or days; of an average, to what is divided. */
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

/** A set of dimensions, or undefined for all of them. */
type Dimensions = ReadonlySet<string> | undefined;

interface RowsAsked extends RowsQuestion {
  readonly centre: Centre;
  readonly dimensions: Dimensions;
}

export async function loadRows(
  table: Table,
  asked: RowsQuestion,
  centre: Centre,
  halls: readonly Hall[],
  now: number,
): Promise<FoundRows> {
  const question = { ...asked, centre, dimensions: dimensionsOf(asked, mattersOf(centre)) };
  const rows: FoundRow[] = [];
  for (let at = 0; at < halls.length; at += HALLS_AT_ONCE) {
    const part = halls.slice(at, at + HALLS_AT_ONCE).map((hall) => rowsIn(table, question, hall, now));
    rows.push(...(await Promise.all(part)).flat().filter(({ record }) => hasValue(record, question.is)));
  }
  // What is due first, of all halls, comes first.
  if (question.figure !== undefined && isStock(question.figure))
    rows.sort((a, b) => compareByDueDate(a.record, b.record));
  return { rows, value: figureOf(question, rows) };
}

function hasValue({ values }: LedgerRecord, is: RowsQuestion["is"]): boolean {
  return is === undefined || String(values[is.field] ?? "") === is.value;
}

async function rowsIn(table: Table, question: RowsAsked, hall: Hall, now: number): Promise<FoundRow[]> {
  const { ledger, figure, period, dimensions, band } = question;
  if (!period) {
    const { today, calendar } = factsFor(hall, question.centre, now);
    const open = await findOpenRows(table, hall, ledger, today, figure === "overdue");
    return open
      .filter((record) => isMeant(dimensions, dimensionOf(ledger.dimension, record.values)))
      .filter(({ derived }) => band === undefined || dueBand(derived, today, calendar) === band)
      .map((record) => ({ hall, record, amount: 1, counted: null }));
  }
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  if (metric?.combine === "ratio") return ratioRows(table, question, hall, period, metric);
  const records = await findRowsOf(table, hall, ledger, { period, figure, dimensions });
  return records.map((record) => ({
    hall,
    record,
    amount: figure === undefined ? 1 : amountOf(record, figure, period, dimensions),
    counted: null,
  }));
}

/** The rows of the denominator, each once. */
async function ratioRows(
  table: Table,
  { ledger, dimensions }: RowsAsked,
  hall: Hall,
  period: Period,
  metric: RatioMetric,
): Promise<FoundRow[]> {
  const parts = await Promise.all(
    metric.denominator.map((figure) => findRowsOf(table, hall, ledger, { period, figure, dimensions })),
  );
  const records = new Map(parts.flat().map((record) => [record.id, record]));
  return [...records.values()]
    .sort((a, b) => a.serial.localeCompare(b.serial, "en", { numeric: true }))
    .map((record) => {
      const amount = amountOf(record, metric.numerator, period, dimensions);
      return { hall, record, amount, counted: metric.inDays ? null : amount !== 0 };
    });
}

function amountOf(record: LedgerRecord, figure: string, period: Period, dimensions: Dimensions): number {
  return record.contributions
    .filter((part) => isInPeriod(part.day, period) && isMeant(dimensions, part.dimension))
    .reduce((sum, part) => sum + (part.amounts[figure] ?? 0), 0);
}

function figureOf(
  { ledger, figure, period, dimensions }: RowsAsked,
  rows: readonly FoundRow[],
): number | null {
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  if (metric?.combine !== "ratio" || !period) return rows.reduce((sum, { amount }) => sum + amount, 0);
  const sums = Object.fromEntries(
    [metric.numerator, ...metric.denominator].map((part) => [
      part,
      rows.reduce((sum, { record }) => sum + amountOf(record, part, period, dimensions), 0),
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

export function isInDays(ledger: Ledger, figure: string | undefined): boolean {
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  if (!metric) return false;
  return metric.combine === "ratio" ? metric.inDays === true : metric.unit === "days";
}

export function isMoney(ledger: Ledger, figure: string | undefined): boolean {
  const metric = figure === undefined ? undefined : ledger.metrics[figure];
  return metric?.combine === "sum" && metric.unit === "fen";
}
