// Figures of a hall for some days, for a draft to look at: from the summaries, every counted metric, nil ones too.
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Figures } from "../../../shared/capabilities/periods/figures-field.ts";
import { monthsOf, type Period } from "../../../shared/kernel/period.ts";
import { datesBetween, plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { hasSums } from "../../../shared/ledger/metric.ts";
import { findBegun } from "../../storage/record-store.ts";
import { addSums, readHallSummaries } from "../../storage/summary-store.ts";
import type { Table } from "../../storage/table.ts";

export interface PeriodFigures {
  /** By counter, `cases.received`; zeros left out. */
  readonly figures: Figures;
  /** Nothing happened: signed all the same, as a nil day (零报告). */
  readonly nil: boolean;
}

/** A hall's ledgers whose figures are reported; those of the periods themselves are not. */
export function reportedLedgers(ledgers: readonly Ledger[]): Ledger[] {
  return ledgers.filter(({ written, scope }) => written !== "verbs" && scope === "hall");
}

export async function readPeriodFigures(
  table: Table,
  hall: Hall,
  ledgers: readonly Ledger[],
  period: Period,
): Promise<PeriodFigures> {
  const months = monthsOf(period);
  const places =
    months.length > 0
      ? months.map((month) => ({ centre: centreOf(hall, plainDate(`${month}-01`)), period: month }))
      : datesBetween(period.first, period.last).map((day) => ({ centre: centreOf(hall, day), period: day }));
  const reported = reportedLedgers(ledgers).filter(({ metrics }) => hasSums(metrics));
  // For several days it pays to ask first in which ledgers there is anything at all.
  const begun = places.length > 1 ? await findBegun(table, hall.id, reported) : reported;
  const ids = begun.map(({ id }) => id);
  const sums = addSums(await readHallSummaries(table, hall.id, places, ids, true));
  const counters = reported.flatMap(({ id, metrics }) =>
    Object.entries(metrics).flatMap(([metric, { combine }]) =>
      combine === "sum" ? [`${id}.${metric}`] : [],
    ),
  );
  const entries = counters.flatMap((counter) => {
    const amount = sums[counter] ?? 0;
    return amount === 0 ? [] : [[counter, amount] as const];
  });
  return { figures: Object.fromEntries(entries), nil: entries.length === 0 };
}
