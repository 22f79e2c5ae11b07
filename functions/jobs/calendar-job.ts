// Finishes what loading a notice began: open rows that were not reached, or that were written by the old calendar.

import { finishCalendarChange, listCalendarChanges } from "../storage/calendar-change-store.ts";
import { recomputeOpenRows } from "../use-cases/calendar/recompute-open-rows.ts";
import type { Job } from "./job.ts";

/** A call that read the old calendar has ended long before. */
const SETTLED_MS = 10 * 60_000;
/** Well within a Lambda function's fifteen minutes. */
const BUDGET_MS = 8 * 60_000;

export const calendarJob: Job = {
  label: { zh: "放假通知:重算未办结件", en: "Holiday notice: judge open cases anew" },
  everyMinutes: 15,
  async run({ deps, centre, now }) {
    const changes = await listCalendarChanges(deps.table, centre.id);
    let moved = 0;
    let finished = 0;
    for (const change of changes.filter(({ state }) => state === "applied")) {
      const done = await recomputeOpenRows(deps, centre, change, BUDGET_MS);
      moved += done.moved;
      if (!done.complete || done.moved > 0 || now < Date.parse(change.appliedAt) + SETTLED_MS) continue;
      await finishCalendarChange(deps.table, change, new Date(now).toISOString());
      finished++;
    }
    return { moved, finished };
  },
};
