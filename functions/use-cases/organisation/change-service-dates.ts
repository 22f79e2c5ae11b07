// Puts a hall's days of service, its suspensions and exemptions on record: what it owes follows from them.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import {
  changeServiceDates,
  type GivenServiceDates,
} from "../../../shared/capabilities/organisation/service-dates.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { replaceParts } from "../../storage/directory-change.ts";
import { keys } from "../../storage/keys.ts";
import { findLocks } from "../../storage/lock-store.ts";
import { rulesIn } from "../obligations/hall-obligations.ts";

const problems = defineProblems({
  service_dates_changed: {
    status: 409,
    zh: "有人刚刚改过本厅的服务日期；请重新打开本页再办。",
    en: "Somebody has just changed this hall's days of service; please open this page again.",
  },
});

const PARTS = ["opensOn", "closesOn", "suspensions", "exemptions"] as const satisfies readonly (keyof Hall)[];

export async function setServiceDates(
  deps: Pick<Dependencies, "table" | "now">,
  { hall, centre }: HallPlace,
  given: GivenServiceDates,
  by: string,
): Promise<Result<null, Problem>> {
  const locks = await findLocks(deps.table, hall.id);
  const changed = changeServiceDates(hall, given, {
    mark: { by, at: new Date(deps.now()).toISOString() },
    rules: rulesIn(centre).map(({ id }) => id),
    lockedMonths: new Set(locks.keys()),
  });
  if (!changed.ok) return changed;
  const parts = PARTS.map((part) => [part, { before: hall[part], after: changed.value[part] }] as const);
  const written = await replaceParts(deps.table, keys.hall(hall.id), Object.fromEntries(parts));
  return written ? ok(null) : err(problems.service_dates_changed({}));
}
