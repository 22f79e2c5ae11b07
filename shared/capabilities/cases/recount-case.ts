// What a case adds to the figures, counted a second time from its values: the proof of `case-metrics.ts`.
import { type DateTime, dateOf, isDateTime } from "../../kernel/date-time.ts";
import { addDays } from "../../kernel/plain-date.ts";
import type { Contribution, Derived, RowEvent } from "../../ledger/record.ts";
import type { CaseRow } from "./case-clock.ts";

/** Shares no code with the metrics on purpose: a fault in one of the two shows as a difference. */
export function recountCase({ values, events }: CaseRow, derived: Derived): Contribution[] {
  const { receivedAt, completedAt, feedbackAt, feeInFen, matter, rounds, outcome } = values;
  const dimension = matter ?? null;
  const contributions: Contribution[] = [];
  if (receivedAt) {
    const amounts: Record<string, number> = { received: 1 };
    const marks = new Set(derived.marks);
    if (marks.has("consultation")) amounts.consultations = 1;
    if (marks.has("correctionNotice")) amounts.correctionNotices = 1;
    if (marks.has("breach")) amounts.breaches = 1;
    else if (marks.has("correctionNotice")) amounts.toldAtOnce = 1;
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
    const steps = events.map(({ action }) => action);
    const only = (step: string) => steps.includes(step) && steps.indexOf(step) === steps.lastIndexOf(step);
    if (steps.includes("giveCorrectionNotice")) amounts.closedCorrected = 1;
    if (only("giveCorrectionNotice") && only("completeMaterials")) amounts.correctedOnce = 1;
    if (derived.marks.includes("withoutConsent")) amounts.withoutConsent = 1;
    if (outcome) amounts[`closed${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}`] = 1;
    if (events.some(({ action }) => action === "forward")) amounts.closedUpstream = 1;
    for (const [who, days] of Object.entries(daysByHolder(receivedAt, completedAt, events))) {
      if (days > 0) amounts[`${who}Days`] = days;
    }
    contributions.push({ day: dateOf(completedAt), dimension, amounts });
  }
  return contributions;
}

/** Walks day by day and asks who had the case in the night before. */
function daysByHolder(
  receivedAt: DateTime | undefined,
  completedAt: DateTime,
  events: readonly RowEvent[],
): Record<"own" | "resident" | "upstream", number> {
  const days = { own: 0, resident: 0, upstream: 0 };
  let begin = receivedAt;
  let moves: { on: string; to: keyof typeof days }[] = [];
  for (const { action, data } of events) {
    const at = data.at;
    if (typeof at !== "string" || !isDateTime(at)) continue;
    if (action === "reopen") {
      begin = at;
      moves = [];
    }
    // An event entered out of order counts from the last one before it.
    const on = [dateOf(at), moves.at(-1)?.on ?? ""].sort().at(-1) ?? "";
    if (action === "giveCorrectionNotice") moves.push({ on, to: "resident" });
    if (action === "forward") moves.push({ on, to: "upstream" });
    if (action === "completeMaterials" || action === "recordUpstreamResult") moves.push({ on, to: "own" });
  }
  if (!begin) return days;
  const end = dateOf(completedAt);
  for (let day = addDays(dateOf(begin), 1); day <= end; day = addDays(day, 1)) {
    const before = moves.filter(({ on }) => on < day).at(-1);
    days[before?.to ?? "own"]++;
  }
  return days;
}
