// 社区党员服务岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const PARTY_MATTERS = mattersOf(EIGHT_POSTS.party, [
  {
    id: "party-members",
    name: { zh: "离退休党员和流动党员管理", en: "Retired and migrant party members" },
    initials: "LTXDYHLDDYGL",
    flow: "routineTask",
    timeLimit: null,
  },
  {
    id: "party-membership-transfer",
    name: { zh: "组织关系接转", en: "Transfer of party membership" },
    initials: "ZZGXJZ",
    flow: "preliminaryReview",
    timeLimit: 1,
    upstream: true,
    materials: [material("letter-of-introduction", "组织关系介绍信", "Letter of introduction")],
  },
  {
    id: "party-members-in-need",
    name: { zh: "帮扶困难党员", en: "Help for party members in need" },
    initials: "BFKNDY",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    sensitive: true,
  },
]);
