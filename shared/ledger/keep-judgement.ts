// A judgement once made stands: what changes later in calendar, policy or catalogue does not reach back.
import { sameContent } from "../kernel/canonical-json.ts";
import type { Derived } from "./record.ts";

/**
 * @param stored what the row was judged to be when it was last written
 * @param anew the same row, judged by today's calendar, policy and catalogue
 * @param after the row as it becomes, judged by the same
 * @returns `after`, with what `stored` says where the write itself changed nothing that it rests on: the marks, and
 * of a closed row its clock. So feedback that is added under a new calendar moves no figure of a closed month.
 */
export function keepJudgement(stored: Derived, anew: Derived, after: Derived): Derived {
  const kept = sameContent(anew.marks, after.marks) ? { ...after, marks: stored.marks } : after;
  if (stored.open || after.open || !sameContent(clockOf(anew), clockOf(after))) return kept;
  const { calendar: _calendar, ...rest } = kept;
  return {
    ...rest,
    ...clockOf(stored),
    ...(stored.calendar === undefined ? {} : { calendar: stored.calendar }),
  };
}

/** What a derived row says about its days: the part that the calendar has a hand in. */
export function clockOf({ dueDate, originalDueDate, endedOn, provisional, onTime, onTimeOriginal }: Derived) {
  return { dueDate, originalDueDate, endedOn, provisional, onTime, onTimeOriginal };
}
