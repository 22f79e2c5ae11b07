// Ratings (好差评): one for each case, and the loop that a bad one opens. D1 二 "提高居民满意度".
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { ratingFields } from "./rating-fields.ts";
import { ratingBoards, ratingMetrics, recountRating } from "./rating-metrics.ts";
import {
  caseOfRating,
  checkRating,
  deriveRating,
  permitsOnRating,
  ratingDuties,
  typedCase,
} from "./rating-rules.ts";
import { ratingStatuses, ratingTransitions } from "./rating-transitions.ts";

export const serviceRatings = defineLedger({
  id: "service-ratings",
  version: 1,
  title: { zh: "好差评台账", en: "Service ratings" },
  fields: ratingFields,
  businessDate: "ratedAt",
  dimension: "matter",
  statuses: ratingStatuses,
  transitions: ratingTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    // What a visitor said about a clerk is for those who have to rectify it.
    readPersonal: [...HALL_LEADERS, "supervisingLeader", "director"],
    unmask: ["centreAdmin", "inspector"],
    upsert: HALL_STAFF,
    void: ["centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    beginRectifying: HALL_LEADERS,
    handOver: HALL_LEADERS,
    finishRectifying: HALL_LEADERS,
    claim: HALL_LEADERS,
    audit: ["supervisingLeader", "director", "department", "centreAdmin"],
    callBack: [...HALL_LEADERS, "supervisingLeader", "department", "inspector", "centreAdmin"],
  },
  metrics: ratingMetrics,
  boards: ratingBoards,
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveRating,
  asks: caseOfRating,
  check: (row, _, facts) => checkRating(row, facts),
  permits: permitsOnRating,
  // Typed with its number, it stands on its case all the same, which takes one for each closing.
  follows: ({ before, row, id }, facts) => {
    const { ratedAt, grade, channel } = row.values;
    const rated = before === null ? typedCase(row, facts) : null;
    if (!rated) return [];
    const values = { at: ratedAt, grade, channel, rating: id };
    return [{ ledger: "cases", id: rated.id, action: "noteRating", values }];
  },
  // A grade once given is nobody's to better; what the visitor said may be added.
  locked: ({ values }) => [
    "caseId",
    ...(values.grade ? (["caseNumber", "grade", "ratedAt", "matter", "channel"] as const) : []),
  ],
  links: ({ values }) =>
    values.caseId
      ? [{ ledger: "cases", id: values.caseId, label: { zh: "所评办件", en: "Case rated" } }]
      : [],
  duties: ratingDuties,
  handOver(row, { from, to, at, reason }) {
    const owned = row.events.findLast(({ data }) => typeof data.owner === "string");
    return owned?.data.owner === from.name
      ? { action: "handOver", values: { at, owner: to.name, reason } }
      : null;
  },
  recount: recountRating,
});
