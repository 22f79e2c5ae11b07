// Who is away when, and who covers for them: told from rows of leave and of outings that rules asked for.
import type { AskedRow, LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { doOverlap, type HalfDaySpan } from "./half-days.ts";
import { leaveFields, takenSpan } from "./leave-fields.ts";
import { LIVE_LEAVE } from "./leave-transitions.ts";
import { LIVE_OUTING, outingFields, outingSpan } from "./outing-fields.ts";

export const LEAVE_LEDGER = "leave-requests";
export const OUTING_LEDGER = "outings";
export const ATTENDANCE_LEDGER = "attendance";

/** One leave, or one outing, that claims its time. */
export interface Absence {
  readonly kind: "leave" | "outing";
  readonly id: string;
  readonly serial: string;
  readonly status: string;
  readonly person: string;
  readonly cover: string;
  readonly span: HalfDaySpan;
  /** Approved: the person may be away. */
  readonly granted: boolean;
}

export function leaveAbsences(rows: readonly AskedRow[]): Absence[] {
  return rows.flatMap(({ id, serial, status, values }) => {
    if (!LIVE_LEAVE.has(status) || !isValuesOf(leaveFields, values)) return [];
    const { person, cover, approved } = values;
    const span = takenSpan(values);
    if (!person || !cover || !span) return [];
    return [{ kind: "leave", id, serial, status, person, cover, span, granted: approved === true }];
  });
}

export function outingAbsences(rows: readonly AskedRow[], facts: LedgerFacts): Absence[] {
  return rows.flatMap(({ id, serial, status, values }) => {
    if (!LIVE_OUTING.has(status) || !isValuesOf(outingFields, values)) return [];
    const { person, cover } = values;
    const span = outingSpan(values, facts);
    if (!person || !cover || !span) return [];
    const granted = status === "ready" || status === "out" || status === "back";
    return [{ kind: "outing", id, serial, status, person, cover, span, granted }];
  });
}

/** What rules asked for, of both ledgers. */
export function absencesIn(facts: LedgerFacts): Absence[] {
  return [
    ...leaveAbsences(facts.rowsOf(LEAVE_LEDGER)),
    ...outingAbsences(facts.rowsOf(OUTING_LEDGER), facts),
  ];
}

export function overlapping(absences: readonly Absence[], span: HalfDaySpan): Absence[] {
  return absences.filter((absence) => doOverlap(absence.span, span));
}
