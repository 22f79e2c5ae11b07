// What a holiday notice would move, before anything is changed: "37 open cases, 4 become on time".

import { checkNotice } from "../../../shared/capabilities/calendar-admin/check-notice.ts";
import type { GivenNotice, Notice } from "../../../shared/capabilities/calendar-admin/notice.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { calendarOf, calendarYearsOf } from "../../../shared/capabilities/organisation/centre-calendar.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { MoveCounts } from "../../storage/calendar-change-store.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { findBegun } from "../../storage/record-store.ts";
import { hallsOf } from "../roll-ups.ts";
import { type MovedRow, movesIn } from "./calendar-moves.ts";

/** Halls read at the same time. */
const AT_ONCE = 8;

export interface CalendarPreview {
  readonly notice: Notice;
  readonly counts: MoveCounts;
  readonly rows: readonly MovedRow[];
  /** The calendar now, and as it would be. */
  readonly before: string;
  readonly after: string;
}

type Deps = Pick<Dependencies, "table" | "ledgers" | "now">;

export async function previewCalendar(
  deps: Deps,
  centre: Centre,
  given: GivenNotice,
): Promise<Result<CalendarPreview, readonly Problem[]>> {
  const checked = checkNotice(given, calendarYearsOf(centre));
  if (!checked.ok) return err(checked.error);
  const notice = checked.value;
  const changed = withNotice(centre, notice);
  const rows: MovedRow[] = [];
  let open = 0;
  for (const part of await movesOf(deps, changed)) {
    rows.push(...part.moved);
    open += part.open;
  }
  const count = (holds: (row: MovedRow) => boolean) => rows.filter(holds).length;
  return ok({
    notice,
    counts: {
      open,
      moved: count(({ from, to }) => from !== to),
      becomeOnTime: count(({ becomes }) => becomes === "onTime"),
      becomeLate: count(({ becomes }) => becomes === "late"),
      becomeDefinite: count(({ becomesDefinite }) => becomesDefinite),
    },
    rows,
    before: calendarOf(centre).version,
    after: calendarOf(changed).version,
  });
}

/** The centre as it would be with a notice in force. */
export function withNotice(centre: Centre, { year, source, version, off, makeUp }: Notice): Centre {
  const loaded = {
    year,
    source,
    version,
    off: off.map(([first, last]): [string, string] => [first, last]),
    makeUp: [...makeUp],
  };
  return { ...centre, calendarYears: [...centre.calendarYears.filter((one) => one.year !== year), loaded] };
}

async function movesOf({ table, ledgers: all, now }: Deps, centre: Centre) {
  // Periods' own rows have no due date: when they are due follows from the rules.
  const ledgers = all.filter(({ written }) => written !== "verbs");
  const halls = hallsOf(await listHalls(table), centre.id, now());
  const parts: Awaited<ReturnType<typeof movesIn>>[] = [];
  for (let at = 0; at < halls.length; at += AT_ONCE) {
    const some = halls.slice(at, at + AT_ONCE);
    const found = some.map(async (hall) => {
      const begun = await findBegun(table, hall.id, ledgers);
      return Promise.all(begun.map((ledger) => movesIn(table, hall, ledger, centre, now())));
    });
    parts.push(...(await Promise.all(found)).flat());
  }
  return parts;
}
