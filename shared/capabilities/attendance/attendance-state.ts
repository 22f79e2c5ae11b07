// How a person's day stands: confirmed or not, explained or not, and what the figures count of it.
import { type DateTime, dateOf } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import {
  type AttendanceRow,
  type AttendanceStatus,
  attendanceStatuses,
  attendanceTransitions,
} from "./attendance-fields.ts";
import { type Irregularity, irregularitiesOf } from "./verdict.ts";

export interface DayState {
  readonly status: AttendanceStatus;
  readonly irregularities: readonly Irregularity[];
  /** When the sheet was confirmed by a person, under their own name. */
  readonly confirmedAt: DateTime | null;
  readonly endedAt: DateTime | null;
  readonly accepted: boolean | null;
}

export function dayStateOf(row: AttendanceRow, facts: LedgerFacts): DayState {
  const { day } = row.values;
  let confirmedAt: DateTime | null = null;
  let explained = false;
  let lapsed = false;
  let accepted: boolean | null = null;
  let endedAt: DateTime | null = null;
  for (const event of row.events) {
    switch (event.action) {
      case "confirm":
        confirmedAt ??= event.enteredAt;
        endedAt = event.enteredAt;
        break;
      case "explain":
        explained = true;
        break;
      case "judge": {
        const judged = isValuesOf(attendanceTransitions.judge.fields, event.data) ? event.data : {};
        accepted = judged.accepted === true;
        endedAt = event.enteredAt;
        break;
      }
      case "lapse":
        lapsed = true;
        endedAt = event.enteredAt;
        break;
      case "applyLeave":
        // What the slip says of a whole day is known: nobody has to confirm it.
        if (isWholeDay(event)) confirmedAt ??= event.enteredAt;
        [explained, lapsed, accepted, endedAt] = [false, false, null, event.enteredAt];
        break;
      case "liftLeave":
        [confirmedAt, explained, lapsed, accepted, endedAt] = [null, false, false, null, null];
        break;
      default:
    }
  }
  const irregularities = day ? irregularitiesOf(row.values, facts.timetableOn(day), facts.policyOn(day)) : [];
  const open = { confirmedAt, irregularities, explained, lapsed, accepted };
  return { status: statusOf(open, day, facts), irregularities, confirmedAt, endedAt, accepted };
}

function isWholeDay({ data }: RowEvent): boolean {
  return (
    isValuesOf(attendanceTransitions.applyLeave.fields, data) &&
    data.morning === true &&
    data.afternoon === true
  );
}

function statusOf(
  state: {
    readonly confirmedAt: DateTime | null;
    readonly irregularities: readonly Irregularity[];
    readonly explained: boolean;
    readonly lapsed: boolean;
    readonly accepted: boolean | null;
  },
  day: PlainDate | undefined,
  facts: LedgerFacts,
): AttendanceStatus {
  if (state.confirmedAt === null) return "unconfirmed";
  if (state.irregularities.length === 0) return "recorded";
  if (state.lapsed) return "absenteeism";
  if (state.accepted === true) return "settled";
  // D4 一: "应向相关领导说明情况,否则按旷工处理": only where the centre enabled it.
  if (state.accepted === false) return day && facts.policyOn(day).absenteeism ? "absenteeism" : "settled";
  return state.explained ? "explained" : "unexplained";
}

/** D2 一(一) "及时": one working day. [P] */
export function explainedBy(day: PlainDate, facts: LedgerFacts): PlainDate {
  return addWorkingDays(facts.calendar, day, facts.policyOn(day).explainedWithin);
}

export function deriveAttendance(row: AttendanceRow, facts: LedgerFacts): Derived {
  const { day } = row.values;
  if (!day) throw new Error("attendance without a day was accepted");
  const state = dayStateOf(row, facts);
  const { status } = state;
  const open = attendanceStatuses[status].open;
  // An unconfirmed line is late from the next day on; an explanation has one working day.
  const due = status === "unconfirmed" ? day : status === "recorded" ? null : explainedBy(day, facts);
  return {
    status,
    open,
    businessDay: day,
    closingDay: open || !state.endedAt ? null : dateOf(state.endedAt),
    dueDate: due,
    originalDueDate: due,
    endedOn: open || !state.endedAt ? null : dateOf(state.endedAt),
    provisional: facts.calendar.day(day).provisional,
    onTime: null,
    onTimeOriginal: null,
    marks: marksOf(row, state, facts),
    calendar: facts.calendar.version,
  };
}

function marksOf({ values, events }: AttendanceRow, state: DayState, facts: LedgerFacts): string[] {
  const { day } = values;
  if (!day || state.confirmedAt === null) return [];
  const halves = [values.morning, values.afternoon];
  const marks: string[] = ["confirmed", ...state.irregularities];
  for (const presence of ["present", "leave", "outing"] as const) {
    if (halves.includes(presence)) marks.push(presence);
  }
  const last = addWorkingDays(facts.calendar, day, facts.policyOn(day).lateEntryAfter);
  if (dateOf(state.confirmedAt) > last) marks.push("lateEntry");
  if (state.status === "absenteeism") marks.push("absenteeism");
  if (state.accepted === true && state.irregularities.length > 0) marks.push("accepted");
  if (events.some(({ action }) => action === "applyLeave")) marks.push("madeUp");
  return marks;
}
