// Steps follow one another: none before the row itself, none before the step in front of it, none in the future.
import { compareDateTimes, type DateTime, isDateTime, showDateTime } from "../kernel/date-time.ts";
import { defineProblems, type Problem } from "../kernel/problem.ts";
import type { LedgerFacts } from "./facts.ts";
import type { RowEvent } from "./record.ts";

const problems = defineProblems({
  in_the_future: {
    status: 422,
    zh: "时间({at})在将来;请核对。",
    en: "The time ({at}) lies in the future; please check it.",
  },
  step_out_of_order: {
    status: 422,
    zh: "这一步的时间({at})早于它之前的时间({earlier});请核对。",
    en: "This step's time ({at}) lies before what it follows ({earlier}); please check it.",
  },
});

/**
 * The problem with a row's beginning or with its last step, if any: earlier steps were judged when they were taken.
 * A step says in `at` when it happened.
 *
 * @param begun when the row itself began, and the field that says so
 */
export function checkStepOrder(
  begun: { readonly field: string; readonly at: DateTime },
  events: readonly RowEvent[],
  { now }: Pick<LedgerFacts, "now">,
): Problem[] {
  const times = events.flatMap(({ data }) => {
    const { at } = data;
    return typeof at === "string" && isDateTime(at) ? [at] : [];
  });
  const last = times.at(-1);
  const judged = last ?? begun.at;
  const field = last ? "at" : begun.field;
  if (compareDateTimes(judged, now) > 0) return [problems.in_the_future({ field, at: showDateTime(judged) })];
  const earlier = last ? (times.at(-2) ?? begun.at) : undefined;
  return earlier && compareDateTimes(judged, earlier) < 0
    ? [problems.step_out_of_order({ field, at: showDateTime(judged), earlier: showDateTime(earlier) })]
    : [];
}
