// What is owed about a case beside its limit: telling the resident the result. D1 三5 "及时受理和反馈".
import { dateOf } from "../../kernel/date-time.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { type CaseRow, clockEventsOf } from "./case-clock.ts";

/** Working days from when the result is known, `[P]`. */
const FEEDBACK_WITHIN = 1;

/**
 * Feedback is owed one working day after the result: since the outside agency's answer came back, else since the
 * completion. Old ledgers, whose residents were told long ago, owe none.
 */
export function caseDuties(row: CaseRow, facts: LedgerFacts): RowDuty[] {
  const { completedAt, feedbackAt, legacyNumber } = row.values;
  const upstream = clockEventsOf(row).findLast(({ type }) => type === "upstreamResult");
  const known = upstream?.type === "upstreamResult" ? upstream.at : completedAt;
  if (!known || (legacyNumber !== undefined && !feedbackAt)) return [];
  return [
    {
      id: "feedback",
      label: { zh: "反馈群众", en: "Feedback to the resident" },
      dueOn: addWorkingDays(facts.calendar, dateOf(known), FEEDBACK_WITHIN),
      doneOn: feedbackAt ? dateOf(feedbackAt) : null,
      mustAct: "clerk",
      source: "D1 三5",
    },
  ];
}
