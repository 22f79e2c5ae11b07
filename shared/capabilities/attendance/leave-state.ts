// How a request for leave stands, told from its events, and what its figures count.
import { compareDateTimes, type DateTime, dateOf } from "../../kernel/date-time.ts";
import { later, type PlainDate } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import { askedSpan, type LeaveRow, takenSpan } from "./leave-fields.ts";
import { type LeaveStatus, leaveStatuses, leaveTransitions } from "./leave-transitions.ts";
import { leaveType } from "./leave-types.ts";
import { beginOf } from "./timetable.ts";

/** D3 一2: "经批准签字的请假条由办公室存留": filed so many working days after the leave ends. [P] */
const FILED_WITHIN = 3;

export interface LeaveState {
  readonly status: LeaveStatus;
  /** The present cover person has agreed. */
  readonly consented: boolean;
  readonly endedAt: DateTime | null;
}

export function leaveStateOf({ values, events }: Pick<LeaveRow, "values" | "events">): LeaveState {
  let consented = false;
  let declined = false;
  let returned = false;
  let ended: { status: LeaveStatus; at: DateTime | null } | null = null;
  for (const event of events) {
    switch (event.action) {
      case "consent":
        [consented, declined] = [true, false];
        break;
      case "declineCover":
        [consented, declined] = [false, true];
        break;
      case "replaceCover":
        [consented, declined] = [false, false];
        break;
      case "recordReturn":
        returned = true;
        break;
      case "refuse":
        ended = { status: "refused", at: timeOf(event) };
        break;
      case "withdraw":
        ended = { status: "withdrawn", at: timeOf(event) };
        break;
      case "file":
        ended = { status: "filed", at: timeOf(event) };
        break;
      default:
    }
  }
  const status = ended?.status ?? openStatus({ values, consented, declined, returned });
  return { status, consented, endedAt: ended?.at ?? null };
}

function openStatus(state: {
  readonly values: LeaveRow["values"];
  readonly consented: boolean;
  readonly declined: boolean;
  readonly returned: boolean;
}): LeaveStatus {
  if (state.declined) return "coverDeclined";
  if (!state.consented) return "awaitingCover";
  if (!state.values.approved) return "awaitingApproval";
  if (state.returned) return "returned";
  return (state.values.leftToDo ?? 0) > 0 ? "handingOver" : "approved";
}

function timeOf({ data }: RowEvent): DateTime | null {
  const parsed = leaveTransitions.consent.fields.at.schema.safeParse(data.at);
  return parsed.success ? parsed.data : null;
}

/**
 * D2 一(四): "各类请假手续均须事前按规定办理;遇特殊情况需要请假、续假而无法事前办理手续的,事后要及时补办".
 * Afterwards is when it was written down after the leave had begun.
 */
export function isRetroactive(row: LeaveRow, facts: LedgerFacts): boolean {
  const asked = askedSpan(row.values);
  if (!asked) return false;
  return compareDateTimes(row.enteredAt, beginOf(asked, facts)) >= 0;
}

/** "及时" is one working day after the return. [P] */
export function madeUpBy(row: LeaveRow, facts: LedgerFacts): PlainDate | null {
  const taken = takenSpan(row.values);
  if (!taken) return null;
  return addWorkingDays(facts.calendar, taken.to, facts.policyOn(taken.from).leaveMadeUpWithin);
}

export function deriveLeave(row: LeaveRow, facts: LedgerFacts): Derived {
  const asked = askedSpan(row.values);
  const taken = takenSpan(row.values);
  if (!asked || !taken) throw new Error("a leave without its days was accepted");
  const { status, endedAt } = leaveStateOf(row);
  const ended = endedAt ? dateOf(endedAt) : null;
  const due = dueDate(row, status, facts);
  return {
    status,
    open: leaveStatuses[status].open,
    businessDay: asked.from,
    closingDay: leaveStatuses[status].open ? null : ended,
    dueDate: due,
    originalDueDate: due,
    endedOn: ended,
    provisional: facts.calendar.day(asked.to).provisional,
    onTime: ended && due ? ended <= due : null,
    onTimeOriginal: ended && due ? ended <= due : null,
    marks: marksOf(row, status, facts),
    calendar: facts.calendar.version,
  };
}

/** Before it is approved: before it begins, or as soon as it is made up; then: until the slip is filed. */
function dueDate(row: LeaveRow, status: LeaveStatus, facts: LedgerFacts): PlainDate | null {
  const taken = takenSpan(row.values);
  if (!taken || status === "refused" || status === "withdrawn") return null;
  if (row.values.approved) {
    const approvedOn = row.events.findLast(({ action }) => action === "approve")?.enteredAt;
    const from = approvedOn ? later(taken.to, dateOf(approvedOn)) : taken.to;
    return addWorkingDays(facts.calendar, from, FILED_WITHIN);
  }
  return isRetroactive(row, facts) ? madeUpBy(row, facts) : taken.from;
}

function marksOf(row: LeaveRow, status: LeaveStatus, facts: LedgerFacts): string[] {
  const { values } = row;
  const marks: string[] = [];
  const counts = status !== "refused" && status !== "withdrawn";
  if (counts) marks.push("leave");
  if (counts && values.approved && leaveStateOf(row).consented) marks.push("rightTierWithCover");
  if (values.continues) marks.push("extension");
  if (values.type && leaveType(values.type).statutory) marks.push("statutory");
  if (isRetroactive(row, facts)) {
    marks.push("retroactive");
    const by = madeUpBy(row, facts);
    if (by && dateOf(row.enteredAt) > by) marks.push("madeUpLate");
  }
  return marks;
}
