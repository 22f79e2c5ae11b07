// The clock of a centre: that of most of its halls, because a centre itself stands nowhere.
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../shared/kernel/plain-date.ts";

const DEFAULT_ZONE = "Asia/Shanghai";

export function centreZone(halls: readonly Hall[]): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of halls) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  let best = DEFAULT_ZONE;
  for (const [zone, count] of counts) if (count > (counts.get(best) ?? 0)) best = zone;
  return best;
}

/** What day it is for a centre as a whole: grants, versions and programmes are dated by it. */
export function centreToday(now: number): PlainDate {
  return dateOf(dateTimeAt(now, DEFAULT_ZONE));
}
