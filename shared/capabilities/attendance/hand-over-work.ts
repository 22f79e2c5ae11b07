// The work of somebody who goes on leave: what falls due meanwhile, and how it passes to whoever covers.
import type { DateTime } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import type { Values } from "../../ledger/field.ts";
import type { FollowingRow } from "../../ledger/follow.ts";
import { nameOf } from "./cover-rules.ts";
import { type LeaveValues, takenSpan } from "./leave-fields.ts";

export interface DueWork {
  readonly ledger: string;
  readonly id: string;
  readonly serial: string;
  readonly dueDate: PlainDate;
}

interface PassedOn {
  readonly ledger: string;
  /** The step of that ledger by which a row passes to somebody else, by name. */
  pass(to: string, at: DateTime): { readonly action: string; readonly values: Values };
}

/** Ledgers whose rows are in somebody's hands; handing a case over leaves the first person asked answerable. */
const IN_SOMEBODYS_HANDS: readonly PassedOn[] = [
  {
    ledger: "cases",
    pass: (to, at) => ({ action: "handOver", values: { at, to, reason: "请假期间由顶岗人员办理" } }),
  },
  { ledger: "findings", pass: (to) => ({ action: "upsert", values: { owner: to } }) },
];

export const WORK_ASKED: readonly RowsAsked[] = IN_SOMEBODYS_HANDS.map(({ ledger }) => ({
  ledger,
  open: true,
}));

/** Open rows in a person's hands that are due before the leave is over, most urgent first. */
export function workFallingDue(values: LeaveValues, facts: LedgerFacts): DueWork[] {
  const span = takenSpan(values);
  const { person } = values;
  if (!span || !person) return [];
  const name = nameOf(person, facts);
  return IN_SOMEBODYS_HANDS.flatMap(({ ledger }) =>
    facts
      .rowsOf(ledger)
      .flatMap(({ id, serial, derived: { dueDate, endedOn }, responsibility }) =>
        responsibility?.holder === name && dueDate !== null && endedOn === null && dueDate <= span.to
          ? [{ ledger, id, serial, dueDate }]
          : [],
      ),
  ).sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

export function passOn(work: readonly DueWork[], cover: string, facts: LedgerFacts): FollowingRow[] {
  const to = nameOf(cover, facts);
  return work.flatMap(({ ledger, id }) => {
    const found = IN_SOMEBODYS_HANDS.find((one) => one.ledger === ledger);
    return found ? [{ ledger, id, ...found.pass(to, facts.now) }] : [];
  });
}
