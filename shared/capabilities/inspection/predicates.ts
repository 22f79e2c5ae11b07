// THE registry of what computed items are reckoned by: one line per predicate.
import type { Evidence } from "./evidence.ts";
import type { InspectionFacts, Predicate } from "./predicate.ts";
import { feedback, noticeBreaches, oneTimeNotice, onTime, sixFields } from "./predicates/case-predicates.ts";
import { daily, julySubmissions, monthly, weekly } from "./predicates/period-predicates.ts";
import {
  budget,
  extensionLog,
  fiveSystems,
  flowAndOwner,
  fourteenContents,
  livingServices,
  mediaAndBackup,
} from "./predicates/register-predicates.ts";
import {
  attendanceComplete,
  complaintsAnswered,
  eightPosts,
  leaveAndCover,
  majorInWriting,
  planPerPost,
  plansReviewed,
  seventyThirty,
  threeCourses,
} from "./predicates/staff-predicates.ts";
import { criteriaOf, type Scorecard } from "./scorecard.ts";

export const PREDICATES: readonly Predicate[] = [
  eightPosts,
  livingServices,
  extensionLog,
  attendanceComplete,
  seventyThirty,
  fiveSystems,
  flowAndOwner,
  onTime,
  oneTimeNotice,
  noticeBreaches,
  feedback,
  sixFields,
  daily,
  weekly,
  monthly,
  planPerPost,
  plansReviewed,
  threeCourses,
  julySubmissions,
  budget,
  leaveAndCover,
  fourteenContents,
  mediaAndBackup,
  complaintsAnswered,
  majorInWriting,
];

export const PREDICATE_IDS: readonly string[] = PREDICATES.map(({ id }) => id);

/** The predicates that a scorecard names, each once. */
export function predicatesOf(scorecard: Scorecard): Predicate[] {
  const named = new Set([
    ...criteriaOf(scorecard).flatMap(({ how }) => (how.kind === "computed" ? [how.predicate] : [])),
    scorecard.rules.breaches.predicate,
  ]);
  return PREDICATES.filter(({ id }) => named.has(id));
}

export function reckon(scorecard: Scorecard, facts: InspectionFacts): Evidence {
  return Object.fromEntries(predicatesOf(scorecard).map(({ id, reckon: rowsFor }) => [id, rowsFor(facts)]));
}
