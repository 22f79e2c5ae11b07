// The order of halls by their totals; equal totals share a place, and the next one is counted behind them all.

export interface Ranked {
  readonly hall: string;
  /** From 1; null for a hall without a total. */
  readonly rank: number | null;
  /** Shares its place with another. */
  readonly tied: boolean;
}

/** Standard competition ranking: 1, 2, 2, 4 [P]. */
export function rankHalls(
  halls: readonly { readonly hall: string; readonly total: number | null }[],
): Ranked[] {
  return halls.map(({ hall, total }) => ({
    hall,
    rank:
      total === null ? null : 1 + halls.filter((other) => other.total !== null && other.total > total).length,
    tied: total !== null && halls.filter((other) => other.total === total).length > 1,
  }));
}
