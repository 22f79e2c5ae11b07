// 再就业与协解管理岗: the matters of D1 三2, with default flow, limit and materials.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const EMPLOYMENT_MATTERS = mattersOf(EIGHT_POSTS.employment, [
  {
    id: "re-employment-registration",
    name: { zh: "再就业登记", en: "Registration for re-employment" },
    initials: "ZJYDJ",
    flow: "agencyHandling",
    timeLimit: 1,
    materials: [material("termination-proof", "解除劳动关系证明", "Proof that employment ended")],
  },
  {
    id: "re-employment-training",
    name: { zh: "再就业培训", en: "Training for re-employment" },
    initials: "ZJYPX",
    flow: "agencyHandling",
    timeLimit: 3,
    materials: [material("training-form", "培训申请表", "Training form")],
  },
  {
    id: "placement-management",
    name: { zh: "上岗管理", en: "Management of placements" },
    initials: "SGGL",
    flow: "routineTask",
    timeLimit: null,
  },
  {
    // 协解: 协议解除劳动合同. Done monthly; a rhythm is no limit, so that none stands here.
    id: "ended-contract-workers",
    name: { zh: "协解人员日常管理", en: "Routine contact with workers whose contracts ended by agreement" },
    initials: "XJRYRCGL",
    flow: "routineTask",
    timeLimit: null,
  },
]);
