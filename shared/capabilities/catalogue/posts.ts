// The posts (岗位) that a hall starts with: eight administrative ones, seven living services, one permit window.
import type { Post } from "./matter.ts";

function administrative(id: string, zh: string, en: string): Post {
  return { id, name: { zh, en }, serviceClass: "administrativeService" };
}

function living(id: string, zh: string, en: string): Post {
  return { id, name: { zh, en }, serviceClass: "livingService" };
}

/** The seven living services, each 业务受理和收费 (D1 三2). */
export const LIVING_SERVICES = {
  propertyManagement: living("property-management", "物业", "Property management"),
  electricity: living("electricity", "用电", "Electricity"),
  water: living("water", "用水", "Water"),
  naturalGas: living("natural-gas", "天然气", "Natural gas"),
  telecoms: living("telecoms", "通讯", "Telecoms"),
  television: living("television", "电视", "Television"),
  householdServices: living("household-services", "家政", "Household services"),
} as const satisfies Record<string, Post>;

/** The eight posts that every hall staffs (D1 三2). */
export const EIGHT_POSTS = {
  welfare: administrative("welfare", "社区福利与社会保障岗", "Community welfare and social security"),
  publicHealth: administrative(
    "public-health",
    "社区计划生育与公共卫生岗",
    "Family planning and public health",
  ),
  employment: administrative(
    "employment",
    "再就业与协解管理岗",
    "Re-employment and workers whose contracts ended by agreement",
  ),
  mediation: administrative("mediation", "社区纠纷调解与法律咨询岗", "Dispute mediation and legal advice"),
  migrants: administrative("migrants", "流动人口与出租房屋岗", "Migrant residents and rented homes"),
  safety: administrative("safety", "社区综治安全岗", "Public order and safety"),
  party: administrative("party", "社区党员服务岗", "Party member services"),
  culture: administrative("culture", "社区文化体育岗", "Culture and sport"),
} as const satisfies Record<string, Post>;

/** The window of D5's licensing hall; it is none of the eight. */
export const CATERING_POST: Post = administrative("catering-permits", "餐饮服务许可窗口", "Catering permits");

export const SHIPPED_POSTS: readonly Post[] = [
  ...Object.values(EIGHT_POSTS),
  ...Object.values(LIVING_SERVICES),
  CATERING_POST,
];
