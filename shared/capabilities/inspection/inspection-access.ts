// Who may do what in an inspection: the permission table of rounds.
import { type Access, CENTRE_READERS, HALL_STAFF } from "../../kernel/permissions.ts";

export const INSPECTION_ACCESS = {
  /** A round as a whole, with every hall's score. */
  readRound: CENTRE_READERS,
  /** One hall's own sheet. */
  readSheet: [...CENTRE_READERS, ...HALL_STAFF],
  editScorecard: ["centreAdmin"],
  openRound: ["centreAdmin"],
  assign: ["centreAdmin"],
  reckon: ["centreAdmin", "inspector"],
  score: ["inspector"],
  searchVisitors: ["inspector"],
  selfScore: ["hallHead"],
  object: ["hallHead"],
  rule: ["supervisingLeader", "director"],
  giveBonus: ["supervisingLeader", "director", "centreAdmin"],
  orderRectification: ["inspector", "centreAdmin"],
  reportRectification: ["hallHead"],
  reinspect: ["inspector"],
  keepMinutes: ["inspector", "centreAdmin"],
  sign: ["director"],
} as const satisfies Access;
export type InspectionAction = keyof typeof INSPECTION_ACCESS;
