// The demonstration's people as the local sign-in lists them.
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { DemonstrationAccount } from "../demonstration-account.ts";
import { DEMO_CENTRES, DEMO_PEOPLE } from "./demonstration-centre.ts";

export const ROLE_NAMES: Record<Role, Text> = {
  clerk: { zh: "窗口工作人员", en: "clerk" },
  windowHead: { zh: "窗口负责人", en: "window head" },
  hallHead: { zh: "大厅负责人", en: "hall head" },
  supervisingLeader: { zh: "分管领导", en: "supervising leader" },
  director: { zh: "主任", en: "director" },
  department: { zh: "职能科室", en: "department" },
  inspector: { zh: "检查员", en: "inspector" },
  centreAdmin: { zh: "中心管理员", en: "centre administrator" },
};

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
        shown: { role: ROLE_NAMES[grant.role], halls: shownHalls },
      },
    ];
  });
}
