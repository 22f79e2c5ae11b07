// What a case adds to the figures, counted a second time from its values: the proof of `case-metrics.ts`.
import { dateOf } from "../../kernel/date-time.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import type { CaseRow } from "./case-clock.ts";

/** Shares no code with the metrics on purpose: a fault in one of the two shows as a difference. */
export function recountCase({ values }: CaseRow, derived: Derived): Contribution[] {
  const { receivedAt, completedAt, feedbackAt, feeInFen, matter, rounds } = values;
  const dimension = matter ?? null;
  const contributions: Contribution[] = [];
  if (receivedAt) {
    const amounts: Record<string, number> = { received: 1 };
    const marks = new Set(derived.marks);
    if (marks.has("consultation")) amounts.consultations = 1;
    if (marks.has("correctionNotice")) amounts.correctionNotices = 1;
    if (marks.has("breach")) amounts.breaches = 1;
    if (marks.has("lateEntry")) amounts.lateEntries = 1;
    // Each round that was closed and reopened stands in the row; the closing counted below is the latest one's.
    if ((rounds ?? []).length > 0) amounts.reopened = 1;
    if (feeInFen) amounts.feesInFen = feeInFen;
    contributions.push({ day: dateOf(receivedAt), dimension, amounts });
  }
  if (completedAt) {
    const { dueDate, originalDueDate, endedOn } = derived;
    const amounts: Record<string, number> = { closed: 1 };
    if (dueDate === null || originalDueDate === null || endedOn === null) amounts.closedNotAssessable = 1;
    else {
      amounts[endedOn > dueDate ? "closedLate" : "closedOnTime"] = 1;
      amounts[endedOn > originalDueDate ? "closedLateOriginal" : "closedOnTimeOriginal"] = 1;
    }
    if (feedbackAt) amounts.fedBack = 1;
    contributions.push({ day: dateOf(completedAt), dimension, amounts });
  }
  return contributions;
}
