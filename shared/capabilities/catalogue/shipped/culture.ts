// 社区文化体育岗: the matter of D1 三2.
import { EIGHT_POSTS } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

export const CULTURE_MATTERS = mattersOf(EIGHT_POSTS.culture, [
  {
    id: "culture-and-sport-events",
    name: { zh: "文体活动", en: "Culture and sport events" },
    initials: "WTHD",
    flow: "routineTask",
    timeLimit: null,
    materials: [material("venue-form", "场地申请表", "Venue form")],
  },
]);
