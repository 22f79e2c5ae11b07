// Demonstration accounts as the first page offers them: those of the centre first, then hall by hall.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { ROLES } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { DemonstrationChoice } from "../../dependencies.ts";

export interface AccountGroup {
  readonly title: Text;
  readonly accounts: readonly DemonstrationChoice[];
}

const RANKS: readonly string[] = ROLES;
const AT_CENTRE: Text = { zh: "中心", en: "Centre" };

export function accountGroups(
  accounts: readonly DemonstrationChoice[],
  halls: readonly Hall[],
): AccountGroup[] {
  const ids = [...new Set(accounts.flatMap((account) => account.halls))].sort();
  const centre = accounts.filter((account) => account.halls.length === 0);
  const groups = ids.map((id) => ({
    title: halls.find((hall) => hall.id === id)?.name ?? { zh: id, en: id },
    accounts: byRank(accounts.filter((account) => account.halls[0] === id)),
  }));
  return [{ title: AT_CENTRE, accounts: byRank(centre) }, ...groups].filter((group) => group.accounts.length);
}

/** Whoever answers for more comes first. */
function byRank(accounts: readonly DemonstrationChoice[]): DemonstrationChoice[] {
  const rank = (role: string) => RANKS.indexOf(role);
  return [...accounts].sort((a, b) => rank(b.role) - rank(a.role));
}
