// 社区综治安全岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const SAFETY_MATTERS = mattersOf(EIGHT_POSTS.safety, [
  {
    id: "public-order",
    name: { zh: "综治保卫", en: "Public order and security" },
    initials: "ZZBW",
    flow: "routineTask",
    timeLimit: null,
  },
  {
    id: "conscription",
    name: { zh: "征兵", en: "Conscription" },
    initials: "ZB",
    flow: "preliminaryReview",
    timeLimit: 3,
    upstream: true,
  },
  {
    id: "militia",
    name: { zh: "民兵管理", en: "Militia" },
    initials: "MBGL",
    flow: "routineTask",
    timeLimit: null,
  },
  {
    id: "military-families",
    name: { zh: "军烈属优抚", en: "Support for families of soldiers and martyrs" },
    initials: "JLSYF",
    flow: "preliminaryReview",
    timeLimit: 5,
    upstream: true,
    sensitive: true,
    materials: [material("status-proof", "军烈属证明", "Proof of the family's status")],
  },
  {
    id: "fire-and-work-safety-inspection",
    name: { zh: "消防、安全生产检查", en: "Fire and work safety inspection" },
    initials: "XFAQSCJC",
    flow: "routineTask",
    timeLimit: 5,
  },
  {
    id: "community-environment",
    name: { zh: "社区环保", en: "Community environment" },
    initials: "SQHB",
    flow: "consultation",
    timeLimit: 3,
  },
]);
