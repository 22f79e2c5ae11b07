// The demonstration's people as the local sign-in lists them.
import { roleName } from "../../../functions/pages/design/role-names.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { DemonstrationAccount } from "../demonstration-account.ts";
import { DEMO_CENTRES, DEMO_PEOPLE } from "./demonstration-centre.ts";

export function demonstrationAccounts(halls: readonly Hall[]): DemonstrationAccount[] {
  return DEMO_PEOPLE.flatMap(({ email, name, grants }) => {
    const grant = grants[0];
    if (!grant) return [];
    const own = halls.filter(({ id }) => id === grant.hall);
    const centre = DEMO_CENTRES.find(({ id }) => id === grant.centre);
    const shownHalls = own.length > 0 ? own.map((hall) => hall.name) : centre ? [centre.name] : [];
    return [
      {
        email,
        name,
        role: grant.role,
        halls: own.map(({ id }) => id),
        shown: { role: roleName(grant.role), halls: shownHalls },
      },
    ];
  });
}
