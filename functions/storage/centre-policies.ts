// A centre's dated policies, replaced as a whole on condition that nobody else changed them meanwhile.
import { Centre } from "../../shared/capabilities/organisation/centre.ts";
import type { Problem } from "../../shared/kernel/problem.ts";
import { ok, type Result } from "../../shared/kernel/result.ts";
import { replaceParts } from "./directory-change.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** False when they are no longer those that were read; nothing else of the centre is touched. */
export async function changePolicies(
  table: Table,
  centre: Centre,
  change: (centre: Centre) => Result<Centre, Problem>,
): Promise<Result<boolean, Problem>> {
  const item = (await table.get(keys.centre(centre.id), true)) ?? centre;
  const changed = change(Centre.parse(item));
  if (!changed.ok) return changed;
  // Compared as they are stored: what an older policy leaves out is filled in when it is read.
  const policies = { before: item.policies, after: changed.value.policies };
  return ok(await replaceParts(table, keys.centre(centre.id), { policies }));
}
