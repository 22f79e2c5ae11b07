// The centre's matrix of halls and what they owe for a period: two queries of small items per month.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { type DutyCount, type DutyCounts, readDutyCounts } from "../../storage/duty-count-store.ts";
import { type PeriodStates, readPeriodStates } from "../../storage/period-state-store.ts";
import type { Table } from "../../storage/table.ts";
import { monthsTouching } from "../find-rows.ts";
import { judged, type OwedPeriod, obligationsIn } from "./hall-obligations.ts";
import type { DutyStatus } from "./row-duties.ts";

export interface HallOwed {
  readonly hall: Hall;
  readonly owed: readonly OwedPeriod[];
  /** Duties of rows that fall due in the period; null for periods that are no months, or before the first count. */
  readonly duties: DutyCounts | null;
}

/** A hall counts to the centre that it belongs to on the period's last day. */
export async function readMatrix(
  table: Table,
  centre: Centre,
  halls: readonly Hall[],
  period: Period,
  now: number,
): Promise<HallOwed[]> {
  const months = monthsTouching(period).map(({ month }) => month);
  const [counts, ...parts] = await Promise.all([
    period.kind === "month" ? readDutyCounts(table, centre.id, period.id) : new Map<string, DutyCounts>(),
    ...months.map((month) => readPeriodStates(table, centre.id, month)),
  ]);
  return halls
    .filter((hall) => centreOf(hall, period.last) === centre.id)
    .map((hall) => {
      const states: PeriodStates = new Map(parts.flatMap((part) => [...(part.get(hall.id) ?? [])]));
      const obligations = obligationsIn(hall, centre, period.first, period.last);
      const duties = counts.get(hall.id) ?? null;
      return { hall, owed: judged(hall, centre, obligations, states, now), duties };
    });
}

/** Still to be done, and to be hurried: what a reminder is for. */
export function isOutstanding({ status }: OwedPeriod): boolean {
  return status === "overdue" || status === "missed" || status === "dueSoon";
}

/** How the duties of one kind stand together: as badly as the worst of them. */
export function dutyGroupStatus(count: DutyCount): DutyStatus {
  return (["overdue", "dueSoon", "pending", "metLate"] as const).find((status) => count[status] > 0) ?? "met";
}
