// Makes the rows of days and weeks that have ended and that nobody has come to yet, so that they wait to be signed.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf, type Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import { addDays } from "../../../shared/kernel/plain-date.ts";
import { getLedger } from "../../http/require-principal.ts";
import { obligationsIn, readStates } from "../obligations/hall-obligations.ts";
import { type PeriodDependencies, periodCall, tooEarly } from "./period-call.ts";
import { draftPeriodRow } from "./write-period-row.ts";

/** Like stocks at closing: a schedule that stood still for longer is somebody's to look at. */
const LOOK_BACK_DAYS = 45;
/** A week is drafted on its last working day, some days before its own last one. */
const LOOK_AHEAD_DAYS = 6;

/** What is drafted by the clock is nobody's doing; it names no person and may do nothing else. */
const SYSTEM: Principal = { id: "system", name: "system", email: "", grants: [] };

/**
 * D1 三6 "每天一汇总", "每周一督查": drafted from the first moment at which they can be signed. Which rows there are
 * follows from what is owed and what is stored, never from when this runs, or how often.
 */
export async function draftClosings(
  deps: PeriodDependencies,
  hall: Hall,
  centre: Centre,
  now: number,
): Promise<number> {
  const today = dateOf(dateTimeAt(now, hall.timeZone));
  const place = { id: hall.id, centre: centre.id, today };
  const call = periodCall({ ...deps, now: () => now }, SYSTEM, { hall, centre, place }, `closing-${hall.id}`);
  const owed = obligationsIn(hall, centre, addDays(today, -LOOK_BACK_DAYS), addDays(today, LOOK_AHEAD_DAYS));
  const due = owed.filter(
    (one) =>
      (one.period.kind === "day" || one.period.kind === "week") &&
      one.excused === null &&
      // Days before a hall changed its centre are the former centre's.
      centreOf(hall, one.period.last) === centre.id &&
      !tooEarly(call, one),
  );
  const states = await readStates(deps.table, hall, due);
  let made = 0;
  for (const obligation of due.filter(({ id }) => !states.has(id))) {
    const drafted = await draftPeriodRow(call, {
      obligation,
      ledger: getLedger(deps, obligation.rule.ledger),
    });
    if (!drafted.ok) throw new Error(`${obligation.id} of ${hall.id}: ${drafted.error.code}`);
    if (drafted.value.made) made++;
  }
  return made;
}
