// What a case offers to the weekly supervision: a correction notice that breaks the rule of one-time notice.
import { dateOf } from "../../kernel/date-time.ts";
import type { RowFinding } from "../../ledger/row-finding.ts";
import { type CaseRow, clockEventsOf } from "./case-clock.ts";
import { roundsOf } from "./case-rounds.ts";

/** D1 annex cl. 2: something was asked for that could have been named the first time, in the week of that notice. */
export function breachFindings(row: CaseRow): RowFinding[] {
  const breach = roundsOf(row)
    .flatMap(clockEventsOf)
    .findLast((event) => event.type === "correctionNotice" && event.breach);
  return breach?.type === "correctionNotice"
    ? [
        {
          kind: "breach",
          content: { zh: "违反一次性告知", en: "breaks the rule of one-time notice" },
          on: dateOf(breach.at),
        },
      ]
    : [];
}
