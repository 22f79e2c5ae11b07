// Changes a hall's entry: what a form gives is checked, and hours that differ hold from their day on.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import {
  changesHours,
  checkHallEntry,
  type HallEntry,
} from "../../../shared/capabilities/organisation/hall-entry.ts";
import { addDays, isPlainDate } from "../../../shared/kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import { keys } from "../../storage/keys.ts";

const problems = defineProblems({
  entry_changed_meanwhile: {
    status: 409,
    zh: "有人刚刚改过这里的登记;请重新打开本页再办。",
    en: "Somebody has just changed this entry; please open this page again.",
  },
});

export async function changeHall(
  deps: Pick<Dependencies, "table">,
  { hall, place }: HallPlace,
  entry: HallEntry,
): Promise<Result<null, readonly Problem[]>> {
  const { today } = place;
  const found = checkHallEntry(hall, entry, { today, tomorrow: addDays(today, 1) });
  if (found.length > 0) return err(found);
  const { hoursFrom, opensAt, closesAt, breakFrom, breakTo } = entry;
  const kept = (hall.timetables ?? []).filter(({ from }) => from !== hoursFrom);
  const timetables =
    changesHours(hall, entry, today) && isPlainDate(hoursFrom)
      ? [...kept, { from: hoursFrom, opensAt, closesAt, ...(breakFrom ? { breakFrom, breakTo } : {}) }]
      : hall.timetables;
  const changed = await replaceParts(deps.table, keys.hall(hall.id), {
    name: { before: hall.name, after: { zh: entry.zh, en: entry.en } },
    community: { before: hall.community, after: { zh: entry.communityZh, en: entry.communityEn } },
    complaintPhone: { before: hall.complaintPhone, after: entry.complaintPhone },
    windows: { before: hall.windows, after: [...entry.windows] },
    ...(timetables === hall.timetables ? {} : { timetables: { before: hall.timetables, after: timetables } }),
  });
  return changed ? ok(null) : err([problems.entry_changed_meanwhile({})]);
}

/** The motto on the covers of the centre's reports; without one, the documents' own. */
export async function setMotto(
  deps: Pick<Dependencies, "table">,
  centre: Centre,
  motto: Text | undefined,
): Promise<Result<null, readonly Problem[]>> {
  const part = { before: centre.motto, after: motto };
  const changed = await replaceParts(deps.table, keys.centre(centre.id), { motto: part });
  return changed ? ok(null) : err([problems.entry_changed_meanwhile({})]);
}
