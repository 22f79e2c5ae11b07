// What is owed about a case beside its limit: telling the resident of results and extensions. D1 三5 "及时受理和反馈".
import { dateOf } from "../../kernel/date-time.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { type CaseRow, clockEventsOf, untoldExtension } from "./case-clock.ts";
import { currentRound } from "./case-rounds.ts";

/** Working days from when the result is known, or an extension was granted, `[P]`. */
const TELL_WITHIN = 1;

/** What the resident is owed in the round in force. */
export function caseDuties(row: CaseRow, facts: LedgerFacts): RowDuty[] {
  const round = currentRound(row);
  return [...feedbackDuty(round, facts), ...extensionDuty(round, facts)];
}

/**
 * Feedback is owed one working day after the result: since the outside agency's answer came back, else since the
 * completion. Old ledgers, whose residents were told long ago, owe none.
 */
function feedbackDuty(round: CaseRow, facts: LedgerFacts): RowDuty[] {
  const { completedAt, feedbackAt, legacyNumber } = round.values;
  const upstream = clockEventsOf(round).findLast(({ type }) => type === "upstreamResult");
  const known = upstream?.type === "upstreamResult" ? upstream.at : completedAt;
  if (!known || (legacyNumber !== undefined && !feedbackAt)) return [];
  return [
    {
      id: "feedback",
      label: { zh: "反馈群众", en: "Feedback to the resident" },
      dueOn: addWorkingDays(facts.calendar, dateOf(known), TELL_WITHIN),
      doneOn: feedbackAt ? dateOf(feedbackAt) : null,
      mustAct: "clerk",
      source: "D1 三5",
    },
  ];
}

/** 行政许可法 42: the applicant is told why the limit was extended. */
function extensionDuty(round: CaseRow, facts: LedgerFacts): RowDuty[] {
  const granted = untoldExtension(round);
  return granted && !round.values.completedAt
    ? [
        {
          id: "extension",
          label: { zh: "告知延期", en: "Tell the resident of the extension" },
          dueOn: addWorkingDays(facts.calendar, dateOf(granted), TELL_WITHIN),
          doneOn: null,
          mustAct: "clerk",
          source: "行政许可法 42",
        },
      ]
    : [];
}
