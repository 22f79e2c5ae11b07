// The posts (岗位) that a hall starts with: eight administrative ones, seven living services, one permit window.
import { EIGHT_POST_NAMES, LIVING_SERVICE_NAMES } from "../../ledger/fields/post.ts";
import type { Post } from "./matter.ts";

function administrative(id: keyof typeof EIGHT_POST_NAMES): Post {
  return { id, name: EIGHT_POST_NAMES[id], serviceClass: "administrativeService" };
}

function living(id: keyof typeof LIVING_SERVICE_NAMES): Post {
  return { id, name: LIVING_SERVICE_NAMES[id], serviceClass: "livingService" };
}

/** The seven living services, each 业务受理和收费 (D1 三2). */
export const LIVING_SERVICES = {
  propertyManagement: living("property-management"),
  electricity: living("electricity"),
  water: living("water"),
  naturalGas: living("natural-gas"),
  telecoms: living("telecoms"),
  television: living("television"),
  householdServices: living("household-services"),
} as const satisfies Record<string, Post>;

/** The eight posts that every hall staffs (D1 三2). */
export const EIGHT_POSTS = {
  welfare: administrative("welfare"),
  publicHealth: administrative("public-health"),
  employment: administrative("employment"),
  mediation: administrative("mediation"),
  migrants: administrative("migrants"),
  safety: administrative("safety"),
  party: administrative("party"),
  culture: administrative("culture"),
} as const satisfies Record<string, Post>;

/** The window of D5's licensing hall; it is none of the eight. */
export const CATERING_POST: Post = {
  id: "catering-permits",
  name: { zh: "餐饮服务许可窗口", en: "Catering permits" },
  serviceClass: "administrativeService",
};

export const SHIPPED_POSTS: readonly Post[] = [
  ...Object.values(EIGHT_POSTS),
  ...Object.values(LIVING_SERVICES),
  CATERING_POST,
];
