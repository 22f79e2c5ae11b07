// 流动人口与出租房屋岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const MIGRANT_MATTERS = mattersOf(EIGHT_POSTS.migrants, [
  {
    id: "rented-home-registration",
    name: { zh: "出租房屋登记", en: "Registration of a rented home" },
    initials: "CZFWDJ",
    flow: "agencyHandling",
    timeLimit: 1,
    materials: [material("lease", "租赁合同", "Lease")],
  },
  {
    id: "migrant-registration",
    name: { zh: "流动人口登记", en: "Registration of a migrant resident" },
    initials: "LDRKDJ",
    flow: "agencyHandling",
    timeLimit: 1,
  },
  {
    id: "migrants-and-rented-homes-management",
    name: { zh: "流动人口与出租房屋管理与服务", en: "Management and services: migrants and rented homes" },
    initials: "LDRKYCZFWGLYFW",
    flow: "routineTask",
    timeLimit: null,
  },
]);
