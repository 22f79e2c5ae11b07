// 社区纠纷调解与法律咨询岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const MEDIATION_MATTERS = mattersOf(EIGHT_POSTS.mediation, [
  {
    id: "legal-advice",
    name: { zh: "法律咨询", en: "Legal advice" },
    initials: "FLZX",
    flow: "consultation",
    timeLimit: 0,
  },
  {
    id: "dispute-mediation",
    name: { zh: "民间纠纷调解", en: "Mediation of disputes" },
    initials: "MJJFTJ",
    flow: "routineTask",
    timeLimit: 20,
    materials: [material("mediation-application", "调解申请书", "Application for mediation")],
  },
  {
    id: "legal-aid",
    name: { zh: "联系法律援助", en: "Arranging legal aid" },
    initials: "LXFLYZ",
    flow: "agencyHandling",
    timeLimit: 1,
    upstream: true,
    sensitive: true,
    materials: [material("hardship-statement", "经济困难说明", "Statement of hardship")],
  },
]);
