// What a ledger adds to the day's, the month's and the centre's figures.
import type { Text } from "../kernel/text.ts";
import type { Contribution, Derived, RowState } from "./record.ts";

export interface SumMetric {
  readonly label: Text;
  readonly combine: "sum";
  readonly unit: "count" | "fen" | "days";
  /** More than none calls for somebody's attention. */
  readonly alarming?: true;
  /** Metrics that add up to this one, each list by itself: whoever knows all but one of them knows the last. */
  readonly sumOf?: readonly (readonly string[])[];
  /** A contribution is dated on the row's business day or on its closing day, so that an index finds its rows. */
  readonly datedBy: "business" | "closing";
  amount(row: RowState, derived: Derived): number;
}

export interface RatioMetric {
  readonly label: Text;
  readonly combine: "ratio";
  /** Days for an average of days; else a share of 1. */
  readonly inDays?: true;
  readonly numerator: string;
  readonly denominator: readonly string[];
}

export type Metric = SumMetric | RatioMetric;

/** Which figures boards and reports show, in order; each detail is a table of its own. */
export interface LedgerBoards {
  readonly headline: readonly string[];
  readonly details: readonly {
    readonly id: string;
    readonly title: Text;
    readonly figures: readonly string[];
  }[];
}

export type Metrics = Readonly<Record<string, Metric>>;

/** Whether anything is summed: of other ledgers no summary was ever written. */
export function hasSums(metrics: Metrics): boolean {
  return Object.values(metrics).some(({ combine }) => combine === "sum");
}

/** The additive amounts of a row; a voided row adds nothing. */
export function contributionsOf(
  metrics: Metrics,
  row: RowState,
  derived: Derived,
  dimension: string | null,
): Contribution[] {
  const days = new Map<string, { contribution: Contribution; amounts: Record<string, number> }>();
  for (const [id, metric] of Object.entries(metrics)) {
    if (metric.combine !== "sum") continue;
    const day = metric.datedBy === "business" ? derived.businessDay : derived.closingDay;
    const amount = day === null ? 0 : metric.amount(row, derived);
    if (day === null || amount === 0) continue;
    let found = days.get(day);
    if (!found) {
      const amounts: Record<string, number> = {};
      found = { contribution: { day, dimension, amounts }, amounts };
      days.set(day, found);
    }
    found.amounts[id] = amount;
  }
  return [...days.values()].map(({ contribution }) => contribution);
}

/** A ratio of sums, or null when its denominator is zero: never full marks for nothing. */
export function ratioOf(metric: RatioMetric, sums: Readonly<Record<string, number>>): number | null {
  const denominator = metric.denominator.reduce((total, id) => total + (sums[id] ?? 0), 0);
  return denominator === 0 ? null : (sums[metric.numerator] ?? 0) / denominator;
}
