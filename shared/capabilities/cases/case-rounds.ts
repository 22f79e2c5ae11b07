// The rounds of a case: reopening keeps its identity and what was judged, and begins a new count.
import type { DateTime } from "../../kernel/date-time.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { isValuesOf, type Values } from "../../ledger/field.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import type { caseFields } from "./case-fields.ts";
import { caseTransitions } from "./case-transitions.ts";
import type { ClosedRound } from "./closed-round.ts";

type Row = TypedRow<typeof caseFields>;

/** A round keeps the moment at which the case itself was received: the catalogue of that day goes on to hold. */
export interface Round extends Row {
  readonly firstReceivedAt?: DateTime | undefined;
}

/**
 * Every round as a case of its own, oldest first: its steps, and as its receipt the moment at which it began. Only
 * the last one has the row's closing. A due date that came with the case was that of its first round.
 */
export function roundsOf(row: Row): Round[] {
  const rounds: Round[] = [];
  const firstReceivedAt = row.values.receivedAt;
  let events: RowEvent[] = [];
  let receivedAt = row.values.receivedAt;
  const { givenDueDate, ...closed } = row.values;
  const { completedAt: _completedAt, outcome: _outcome, ...open } = closed;
  const valuesOf = (last: boolean): Row["values"] => ({
    ...(last ? closed : open),
    ...(receivedAt ? { receivedAt } : {}),
    ...(rounds.length === 0 && givenDueDate ? { givenDueDate } : {}),
  });
  for (const event of row.events) {
    if (isReopening(event)) {
      rounds.push({ ...row, events, values: valuesOf(false), firstReceivedAt });
      events = [];
      receivedAt = startOf(event) ?? receivedAt;
    } else events.push(event);
  }
  rounds.push({ ...row, events, values: valuesOf(true), firstReceivedAt });
  return rounds;
}

/** The round in force: its own day 0, its own steps, its own closing. */
export function currentRound(row: Row): Round {
  return row.events.some(isReopening) ? (roundsOf(row).at(-1) ?? row) : row;
}

function startOf({ data }: RowEvent): DateTime | undefined {
  return isValuesOf(caseTransitions.reopen.fields, data) ? data.at : undefined;
}

function isReopening({ action }: RowEvent): boolean {
  return action === "reopen";
}

/** What reopening sets: the closing goes, and stands among the closed rounds as it was judged. */
export function reopeningEffects(row: Row, judged: Derived): Values {
  const { completedAt, outcome, feedbackAt, feedbackChannel, rounds } = row.values;
  if (!completedAt || !outcome) return {};
  const closed: ClosedRound = {
    completedAt,
    outcome,
    feedbackAt: feedbackAt ?? null,
    feedbackChannel: feedbackChannel ?? null,
    dueDate: judged.dueDate,
    originalDueDate: judged.originalDueDate,
    onTime: judged.onTime,
    onTimeOriginal: judged.onTimeOriginal,
  };
  return {
    completedAt: null,
    outcome: null,
    feedbackAt: null,
    feedbackChannel: null,
    rounds: [...(rounds ?? []), closed],
  };
}
