// Limits what shows many people's data to a pace at which work is done, person by person: beyond it the answer is 429.
import type { Principal } from "../../shared/kernel/permissions.ts";
import type { Dependencies } from "../dependencies.ts";
import { countUse } from "../storage/pace-store.ts";
import { httpProblems, refuse } from "./http-problems.ts";

/** [P] How often in an hour. A counter's busiest clerk opens some twenty rows an hour on purpose. */
export const HOURLY = { unmask: 60, export: 60, findResident: 30 } as const;

const HOUR_SECONDS = 3_600;

/** Asked once the right to do it is known, and before anything is read: a refused call counts too. */
export async function demandPace(
  deps: Pick<Dependencies, "table" | "now" | "realNow">,
  { id }: Pick<Principal, "id">,
  what: keyof typeof HOURLY,
): Promise<void> {
  const second = Math.floor((deps.realNow ?? deps.now)() / 1000);
  const window = Math.floor(second / HOUR_SECONDS);
  const end = (window + 1) * HOUR_SECONDS;
  const used = await countUse(deps.table, { person: id, what, window, forgottenAt: end + HOUR_SECONDS });
  if (used <= HOURLY[what]) return;
  const seconds = end - second;
  const asked = { most: HOURLY[what], minutes: Math.ceil(seconds / 60) };
  refuse({ ...httpProblems.too_often(asked), retryAfterSeconds: seconds });
}
