// What a rating adds to the figures: its grade on the day it was given, the end of a bad one's loop when it ended.
import type { Text } from "../../kernel/text.ts";
import type { LedgerBoards, Metrics, SumMetric } from "../../ledger/metric.ts";
import { GRADES, type Grade } from "../../ledger/rating-words.ts";
import type { Contribution, Derived, RowState } from "../../ledger/record.ts";

import type { RatingRow } from "./rating-rules.ts";

function count(
  datedBy: SumMetric["datedBy"],
  label: Text,
  counts: (row: RowState, derived: Derived) => boolean,
): SumMetric {
  return {
    label,
    combine: "sum",
    unit: "count",
    datedBy,
    amount: (row, derived) => (counts(row, derived) ? 1 : 0),
  };
}

/** A rating that was audited and found invalid counts for nobody. */
const valid = ({ marks }: Derived) => !marks.includes("invalid");
const isBadOne = ({ marks }: Derived) => marks.includes("bad");

function graded(grade: Grade): SumMetric {
  return count("business", GRADES[grade], ({ values }, derived) => values.grade === grade && valid(derived));
}

export const ratingMetrics = {
  rated: count("business", { zh: "评价数", en: "Ratings" }, (_, derived) => valid(derived)),
  verySatisfied: graded("verySatisfied"),
  satisfied: graded("satisfied"),
  acceptable: graded("acceptable"),
  dissatisfied: graded("dissatisfied"),
  veryDissatisfied: graded("veryDissatisfied"),
  content: count(
    "business",
    { zh: "满意(基本满意以上)", en: "Content (acceptable or better)" },
    (_, derived) => !isBadOne(derived),
  ),
  bad: count(
    "business",
    { zh: "差评", en: "Bad ratings" },
    (_, derived) => isBadOne(derived) && valid(derived),
  ),
  invalid: count("business", { zh: "无效差评", en: "Invalid ratings" }, (_, derived) => !valid(derived)),
  settled: count("closing", { zh: "差评办结", en: "Bad ratings settled" }, (_, derived) => isBadOne(derived)),
  settledOnTime: count(
    "closing",
    { zh: "差评按期办结", en: "Bad ratings settled in time" },
    (_, derived) => isBadOne(derived) && derived.onTime === true,
  ),
  satisfaction: {
    label: { zh: "满意率", en: "Satisfaction" },
    combine: "ratio",
    numerator: "content",
    denominator: ["rated"],
  },
} as const satisfies Metrics;

export const ratingBoards: LedgerBoards = {
  headline: ["rated", "satisfaction", "bad", "settled", "settledOnTime"],
  details: [
    {
      id: "grades",
      title: { zh: "各等次", en: "By grade" },
      figures: ["verySatisfied", "satisfied", "acceptable", "dissatisfied", "veryDissatisfied", "invalid"],
    },
  ],
};

/** The same, counted a second time from values and steps. */
export function recountRating({ values, events }: RatingRow, derived: Derived): Contribution[] {
  const { ratedAt, grade, matter } = values;
  if (!ratedAt || !grade) return [];
  const dimension = matter ?? null;
  const bad = grade === "dissatisfied" || grade === "veryDissatisfied";
  const claim = events.findLast(({ action }) => action === "claim");
  const audit = events.findLast(({ action }) => action === "audit");
  const invalid = bad && claim?.data.kind === "invalid" && audit?.data.upheld === true;
  const amounts = invalid ? { invalid: 1 } : { rated: 1, [grade]: 1, ...(bad ? { bad: 1 } : { content: 1 }) };
  const first: Contribution = { day: derived.businessDay, dimension, amounts };
  if (!bad || derived.closingDay === null) return [first];
  const inTime = derived.dueDate !== null && derived.closingDay <= derived.dueDate;
  const last = {
    day: derived.closingDay,
    dimension,
    amounts: { settled: 1, ...(inTime ? { settledOnTime: 1 } : {}) },
  };
  return [first, last];
}
