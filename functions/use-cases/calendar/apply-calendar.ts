// Puts a holiday notice into force: stored with who and when, then every open row judged anew; resumed when killed.
import { createHash } from "node:crypto";
import type { GivenNotice, Notice } from "../../../shared/capabilities/calendar-admin/notice.ts";
import type { Centre, CentreCalendarYear } from "../../../shared/capabilities/organisation/centre.ts";
import { calendarYearsOf } from "../../../shared/capabilities/organisation/centre-calendar.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import {
  type CalendarChange,
  findCalendarChange,
  storeCalendarChange,
} from "../../storage/calendar-change-store.ts";
import { findCentre } from "../../storage/directory-store.ts";
import { previewCalendar, withNotice } from "./preview-calendar.ts";
import { recomputeOpenRows } from "./recompute-open-rows.ts";

export const calendarProblems = defineProblems({
  calendar_changed: {
    status: 409,
    zh: "预览之后日历又变了(现为 {now});请重新预览再应用。",
    en: "The calendar changed after the preview (it is {now} now); please preview again before applying.",
  },
});

export interface AppliedCalendar {
  readonly change: CalendarChange;
  /** Rows moved by this call; others may have been moved before, or are left to the job. */
  readonly moved: number;
  readonly complete: boolean;
}

/** A call has this long to move rows; what is left is moved by the calendar job. */
const BUDGET_MS = 8_000;

/**
 * @param basis the calendar's version that the preview named; null applies to whatever is in force
 * @returns the change; the same notice sent again answers with the change that it made the first time
 */
export async function applyCalendar(
  deps: Pick<Dependencies, "table" | "ledgers" | "now">,
  centre: Centre,
  given: GivenNotice,
  basis: string | null,
  actor: string,
): Promise<Result<AppliedCalendar, readonly Problem[]>> {
  const id = `${given.year}v${given.version}`;
  const hash = hashOf(given);
  const known = await findCalendarChange(deps.table, centre.id, id);
  if (known?.hash === hash) return ok(await finish(deps, centre.id, known));
  const preview = await previewCalendar(deps, centre, given);
  if (!preview.ok) return err(preview.error);
  const { notice, counts, before, after } = preview.value;
  const changed = () => err([calendarProblems.calendar_changed({ field: "basis", now: before })]);
  if (basis !== null && basis !== before) return changed();
  const appliedAt = new Date(deps.now()).toISOString();
  const change: CalendarChange = {
    id,
    centre: centre.id,
    year: notice.year,
    version: notice.version,
    source: notice.source,
    hash,
    before,
    after,
    appliedAt,
    appliedBy: actor,
    foreseen: counts,
    state: "applied",
    finishedAt: null,
  };
  const stored = await storeCalendarChange(
    deps.table,
    centre,
    yearsWith(centre, notice, appliedAt, actor),
    change,
  );
  if (!stored) {
    // Somebody else may have sent the very same notice at the same moment.
    const meanwhile = await findCalendarChange(deps.table, centre.id, id);
    return meanwhile?.hash === hash ? ok(await finish(deps, centre.id, meanwhile)) : changed();
  }
  return ok(await finish(deps, centre.id, change));
}

async function finish(
  deps: Pick<Dependencies, "table" | "ledgers" | "now">,
  centreId: string,
  change: CalendarChange,
): Promise<AppliedCalendar> {
  const centre = await findCentre(deps.table, centreId, true);
  if (!centre) throw new Error(`centre ${centreId} went away`);
  const { moved, complete } = await recomputeOpenRows(deps, centre, change, BUDGET_MS);
  return { change, moved, complete };
}

/** The year's former version stays beside: rows closed by it are explained by it. */
function yearsWith(centre: Centre, notice: Notice, appliedAt: string, appliedBy: string) {
  const superseded = calendarYearsOf(centre).filter(({ year }) => year === notice.year);
  const own = centre.calendarYears.filter(({ year }) => superseded.some((one) => one.year === year));
  const next = withNotice(centre, notice).calendarYears.map(
    (year): CentreCalendarYear => (year.year === notice.year ? { ...year, appliedAt, appliedBy } : year),
  );
  return { now: next, former: [...(centre.formerCalendarYears ?? []), ...own] };
}

function hashOf({ year, version, source, off, makeUp }: GivenNotice): string {
  return createHash("sha256").update(canonicalJson({ year, version, source, off, makeUp })).digest("hex");
}
