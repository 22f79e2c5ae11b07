// The posts that the documents name, and the column that holds one: registers count by post without the catalogue.
import type { Text } from "../../kernel/text.ts";
import type { Field, FieldOptions } from "../field.ts";
import { choice } from "./choice.ts";

/** D1 三2: the eight posts of 行政事务管理服务. */
export const EIGHT_POST_NAMES = {
  welfare: { zh: "社区福利与社会保障岗", en: "Community welfare and social security" },
  "public-health": { zh: "社区计划生育与公共卫生岗", en: "Family planning and public health" },
  employment: {
    zh: "再就业与协解管理岗",
    en: "Re-employment and workers whose contracts ended by agreement",
  },
  mediation: { zh: "社区纠纷调解与法律咨询岗", en: "Dispute mediation and legal advice" },
  migrants: { zh: "流动人口与出租房屋岗", en: "Migrant residents and rented homes" },
  safety: { zh: "社区综治安全岗", en: "Public order and safety" },
  party: { zh: "社区党员服务岗", en: "Party member services" },
  culture: { zh: "社区文化体育岗", en: "Culture and sport" },
} as const satisfies Record<string, Text>;
export type EightPost = keyof typeof EIGHT_POST_NAMES;

/** D1 三2: the seven 生活服务, each 业务受理和收费. */
export const LIVING_SERVICE_NAMES = {
  "property-management": { zh: "物业", en: "Property management" },
  electricity: { zh: "用电", en: "Electricity" },
  water: { zh: "用水", en: "Water" },
  "natural-gas": { zh: "天然气", en: "Natural gas" },
  telecoms: { zh: "通讯", en: "Telecoms" },
  television: { zh: "电视", en: "Television" },
  "household-services": { zh: "家政", en: "Household services" },
} as const satisfies Record<string, Text>;
export type LivingService = keyof typeof LIVING_SERVICE_NAMES;

export const EIGHT_POSTS_IN_ORDER: readonly EightPost[] = [
  "welfare",
  "public-health",
  "employment",
  "mediation",
  "migrants",
  "safety",
  "party",
  "culture",
];

/** One of the eight posts. */
export function eightPost(options: FieldOptions): Field<EightPost> {
  return choice({ ...options, choices: EIGHT_POST_NAMES, width: 180 });
}
