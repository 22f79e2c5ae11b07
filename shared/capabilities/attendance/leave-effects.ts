// What the steps of a leave set in its row, and what they bring about elsewhere: attendance, cases, findings.
import type { Role } from "../../kernel/permissions.ts";
import type { AskedRow, LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf, type Values } from "../../ledger/field.ts";
import type { FollowingRow, RowChange } from "../../ledger/follow.ts";
import type { RowEvent } from "../../ledger/record.ts";
import { attendanceFields, presenceOf } from "./attendance-fields.ts";
import { ATTENDANCE_LEDGER } from "./away.ts";
import { type Half, splitByDay } from "./half-days.ts";
import { type DueWork, passOn, workFallingDue } from "./hand-over-work.ts";
import { type LeaveRow, type LeaveValues, takenSpan } from "./leave-fields.ts";
import { approversOfLeave } from "./leave-size.ts";
import { leaveTransitions } from "./leave-transitions.ts";

/** A transaction holds 100 actions; so many rows follow in each, and a longer list goes on in the next. */
const ROWS_TOGETHER = 15;

export function leaveEffects(action: string, event: RowEvent, row: LeaveRow, facts: LedgerFacts): Values {
  switch (action) {
    case "consent":
      return { nextApprover: row.values.approved ? null : nextOf(row.events, row.values, facts) };
    case "declineCover":
      return { nextApprover: null };
    case "replaceCover": {
      const { fields } = leaveTransitions.replaceCover;
      const given = isValuesOf(fields, event.data) ? event.data : {};
      return { cover: given.cover, nextApprover: null };
    }
    case "approve": {
      const next = nextOf([...row.events, event], row.values, facts);
      if (next !== null) return { nextApprover: next };
      return { nextApprover: null, approved: true, leftToDo: leftAfter(row.values, facts) };
    }
    case "continueHandover":
      return { leftToDo: leftAfter(row.values, facts) };
    case "recordReturn": {
      const { fields } = leaveTransitions.recordReturn;
      const given = isValuesOf(fields, event.data) ? event.data : {};
      return { lastDay: given.lastDay, lastHalf: given.lastHalf ?? "afternoon" };
    }
    case "refuse":
    case "withdraw":
      return { nextApprover: null };
    default:
      return {};
  }
}

/** The first of the tier's approvers who has not agreed yet; null when all have. */
function nextOf(events: readonly RowEvent[], values: LeaveValues, facts: LedgerFacts): Role | null {
  const approvers = approversOfLeave(values, facts) ?? [];
  const given = events.filter(({ action }) => action === "approve").length;
  return approvers[given] ?? null;
}

function leftAfter(values: LeaveValues, facts: LedgerFacts): number {
  return Math.max(
    0,
    daysToApply(values, facts).length + workFallingDue(values, facts).length - ROWS_TOGETHER,
  );
}

export function leaveFollows(change: RowChange<LeaveRow>, facts: LedgerFacts): FollowingRow[] {
  const { action, row, before, serial } = change;
  const wasApproved = before?.values.approved === true;
  switch (action) {
    case "approve":
    case "continueHandover":
      return row.values.approved ? granted(row.values, serial, facts) : [];
    case "withdraw":
    case "void":
    case "recordReturn":
      return wasApproved && before ? lifted(action, before, row, serial, facts) : [];
    default:
      return [];
  }
}

/** The days of the sheet come first, then the work; what does not fit goes on with the next step. */
function granted(values: LeaveValues, slip: string, facts: LedgerFacts): FollowingRow[] {
  const days = daysToApply(values, facts).map(({ id, halves }) => ({
    ledger: ATTENDANCE_LEDGER,
    id,
    action: "applyLeave",
    values: {
      at: facts.now,
      slip,
      morning: halves.includes("morning"),
      afternoon: halves.includes("afternoon"),
    },
  }));
  const work: readonly DueWork[] = workFallingDue(values, facts);
  const passed = values.cover ? passOn(work, values.cover, facts) : [];
  return [...days, ...passed].slice(0, ROWS_TOGETHER);
}

interface DayToApply {
  readonly id: string;
  readonly halves: readonly Half[];
}

/** Lines of the sheet, within the leave, that do not say so yet. */
function daysToApply(values: LeaveValues, facts: LedgerFacts): DayToApply[] {
  const span = takenSpan(values);
  if (!span) return [];
  const days = splitByDay(span, facts.calendar);
  return ownLines(values, facts).flatMap((row) => {
    const halves = row.values.day ? (days.get(row.values.day) ?? []) : [];
    const missing = halves.filter((half) => presenceOf(row.values, half) !== "leave");
    return missing.length > 0 ? [{ id: row.id, halves: missing }] : [];
  });
}

/** Lines that say leave on halves that are none any more. */
function lifted(
  action: string,
  before: LeaveRow,
  after: LeaveRow,
  slip: string,
  facts: LedgerFacts,
): FollowingRow[] {
  const was = takenSpan(before.values);
  const stays = action === "recordReturn" ? takenSpan(after.values) : null;
  if (!was) return [];
  const still = stays ? splitByDay(stays, facts.calendar) : new Map<string, readonly Half[]>();
  const days = splitByDay(was, facts.calendar);
  return ownLines(before.values, facts).flatMap(({ id, values }) => {
    const halves = values.day ? (days.get(values.day) ?? []) : [];
    const gone = halves.filter(
      (half) => presenceOf(values, half) === "leave" && !still.get(values.day ?? "")?.includes(half),
    );
    const [morning, afternoon] = [gone.includes("morning"), gone.includes("afternoon")];
    const data = { at: facts.now, slip, morning, afternoon };
    return gone.length > 0 ? [{ ledger: ATTENDANCE_LEDGER, id, action: "liftLeave", values: data }] : [];
  });
}

function ownLines({ person }: LeaveValues, facts: LedgerFacts) {
  return facts
    .rowsOf(ATTENDANCE_LEDGER)
    .flatMap(({ id, values }: AskedRow) =>
      isValuesOf(attendanceFields, values) && values.person === person ? [{ id, values }] : [],
    );
}
