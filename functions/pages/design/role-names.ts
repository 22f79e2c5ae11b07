// What the roles are called, in the words of the halls' own rules.
import { ROLES, type Role } from "../../../shared/kernel/permissions.ts";
import type { Text } from "../../../shared/kernel/text.ts";

const NAMES: Readonly<Record<Role, Text>> = {
  clerk: { zh: "窗口工作人员", en: "Clerk" },
  windowHead: { zh: "窗口负责人", en: "Window head" },
  hallHead: { zh: "大厅负责人", en: "Head of the hall" },
  supervisingLeader: { zh: "分管领导", en: "Supervising leader" },
  director: { zh: "主任", en: "Director" },
  department: { zh: "职能科室", en: "Department" },
  inspector: { zh: "检查员", en: "Inspector" },
  centreAdmin: { zh: "中心管理员", en: "Centre administrator" },
};

/** A role without a name of its own is shown as it is. */
export function roleName(role: string): Text {
  const known = ROLES.find((one) => one === role);
  return known ? NAMES[known] : { zh: role, en: role };
}
