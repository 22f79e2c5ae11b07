// The limits Google sets on an add-on's triggers, and when a clock trigger is due next.

import { instantOfWallTime, wallTime } from "../model/zoned-time.ts";
import type { InstalledTrigger } from "../storage/script-state.ts";
import { ScriptRefusal } from "./execution-context.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** One trigger of each type per user and document; clock triggers at most hourly; no one-off triggers more often. */
export function requireWithinLimits(trigger: InstalledTrigger, existing: readonly InstalledTrigger[]): void {
  const isRival = (other: InstalledTrigger): boolean =>
    other.email === trigger.email && other.madeIn === trigger.madeIn && other.eventType === trigger.eventType;
  if (existing.some(isRival)) {
    throw new ScriptRefusal(
      trigger.eventType === "CLOCK"
        ? "This add-on has created too many time-based triggers in this document for this Google user account."
        : `This add-on has created too many ${trigger.eventType.toLowerCase().replace("_", " ")} triggers in this document for this Google user account.`,
    );
  }
  const { clock } = trigger;
  if (trigger.eventType !== "CLOCK") return;
  const named = [clock?.everyMinutes, clock?.everyDays, clock?.everyWeeks, clock?.at];
  if (named.every((value) => value === undefined) && clock?.atHour === undefined) {
    throw new ScriptRefusal("The trigger has no schedule.");
  }
  if (clock?.everyMinutes !== undefined && clock.everyMinutes < 60) {
    throw new ScriptRefusal(
      "The add-on attempted to create a trigger that runs more often than once per hour.",
    );
  }
}

/** The next instant at which a clock trigger is due, after `now`; undefined for one that is over. */
export function nextDue(trigger: InstalledTrigger, now: number, zone: string): number | undefined {
  const { clock } = trigger;
  if (!clock) return undefined;
  if (clock.at !== undefined) return clock.at > now ? clock.at : undefined;
  if (clock.everyMinutes !== undefined) return now + clock.everyMinutes * 60_000;
  const days = clock.everyDays ?? 1;
  const wall = wallTime(zone, now);
  const hour = (clock.atHour ?? 0) * hourMs;
  let day = Math.floor(wall / dayMs) * dayMs;
  if (day + hour <= wall) day += days * dayMs;
  if (clock.weekday !== undefined) {
    while (new Date(day).getUTCDay() !== clock.weekday) day += dayMs;
  }
  return instantOfWallTime(zone, day + hour);
}
