// The centre's departments as D1 五(二) names them, and the column that holds one.
import type { Text } from "../../kernel/text.ts";
import type { Field, FieldOptions } from "../field.ts";
import { choice } from "./choice.ts";

/** D1 五(二): 社区管理室 coordinates, the others take part; 安环室 of D1 三7 is 安全环保室. */
export const DEPARTMENTS = {
  communityManagement: { zh: "社区管理室", en: "Community management" },
  office: { zh: "办公室", en: "Office" },
  generalManagement: { zh: "综合管理室", en: "General management" },
  labourAndSocialSecurity: { zh: "劳资社保室", en: "Labour and social security" },
  safetyAndEnvironment: { zh: "安全环保室", en: "Safety and environment" },
  union: { zh: "工会", en: "Trade union" },
  finance: { zh: "财务室", en: "Finance" },
} as const satisfies Record<string, Text>;
export type Department = keyof typeof DEPARTMENTS;

export function isDepartment(code: string): code is Department {
  return Object.hasOwn(DEPARTMENTS, code);
}

export function department(options: FieldOptions): Field<Department> {
  return choice({ ...options, choices: DEPARTMENTS, width: 110 });
}
