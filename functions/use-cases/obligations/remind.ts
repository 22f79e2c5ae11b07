// Reminds those who have not signed or reported: one message per hall's outstanding obligation, sent by others.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import { can, type Principal } from "../../../shared/kernel/permissions.ts";
import type { Dependencies, OwedNotice } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { isOutstanding, readMatrix } from "./centre-obligations.ts";

/** Who may make the centre's voice heard. */
const MAY_REMIND = { remind: ["department", "director", "supervisingLeader", "centreAdmin"] } as const;

/** How many were told; undefined where no way of sending is configured. */
export async function remind(
  deps: Dependencies,
  principal: Principal,
  centre: Centre,
  period: Period,
  only: readonly string[] | undefined,
): Promise<number | undefined> {
  const halls = (await listHalls(deps.table)).filter(({ id }) => only === undefined || only.includes(id));
  const unknown = only?.find((id) => !halls.some((hall) => hall.id === id));
  if (unknown !== undefined) refuse(httpProblems.unknown_hall({ hall: unknown.slice(0, 80) }));
  const place = { id: "", centre: centre.id };
  if (!can(principal, place, MAY_REMIND, "remind")) refuse(httpProblems.not_permitted({}));
  if (!deps.notices) return undefined;
  const matrix = await readMatrix(deps.table, centre, halls, period, deps.now());
  const owed = matrix.flatMap(({ hall, owed: all }) =>
    all.filter(isOutstanding).map(
      ({ obligation, status }): OwedNotice => ({
        hall: hall.id,
        hallName: hall.name,
        obligation: obligation.id,
        label: obligation.rule.label,
        period: obligation.period.id,
        dueAt: obligation.dueAt,
        status,
        mustAct: obligation.rule.mustAct,
        by: principal.id,
      }),
    ),
  );
  if (owed.length > 0) await deps.notices.remind(owed);
  return owed.length;
}
