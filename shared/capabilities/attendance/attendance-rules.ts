// What makes a line of the attendance sheet wrong: against the calendar, the other lines, and the slips.
import { compareDateTimes, dateOf } from "../../kernel/date-time.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Text } from "../../kernel/text.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import {
  type AttendanceRow,
  attendanceFields,
  attendanceProblems,
  attendanceTransitions,
  presenceOf,
} from "./attendance-fields.ts";
import { explainedBy } from "./attendance-state.ts";
import { type Absence, ATTENDANCE_LEDGER, absencesIn } from "./away.ts";
import { checkAtHome, nameOf } from "./cover-rules.ts";
import { covers, HALVES, type Half } from "./half-days.ts";
import { leaveProblems } from "./leave-fields.ts";

const HALF_NAMES: readonly Half[] = ["morning", "afternoon"];

export function checkAttendance(row: AttendanceRow, facts: LedgerFacts): Problem[] {
  const step = row.events.at(-1)?.action;
  if (step === undefined) {
    const day = checkDay(row, facts);
    if (day.length > 0) return day;
    return [
      ...checkAtHome("person", row.values.person, facts, attendanceFields.person.label),
      ...checkOnce(row, facts),
      ...checkTimes(row, facts),
      ...checkSlips(row, facts),
    ];
  }
  switch (step) {
    case "confirm":
      return [...checkStep(row, facts), ...checkTimes(row, facts), ...checkSlips(row, facts)];
    case "explain":
      return [...checkStep(row, facts), ...checkTold(row, facts)];
    case "lapse":
      return [...checkStep(row, facts), ...checkLapse(row, facts)];
    default:
      return checkStep(row, facts);
  }
}

/** A person-day is due when the hall works: the calendar's working days, between opening and closing for good. */
function checkDay({ values: { day } }: AttendanceRow, facts: LedgerFacts): Problem[] {
  if (!day) return [];
  if (day > facts.today) return [attendanceProblems.day_ahead({ field: "day" })];
  return facts.isServiceDay(day) ? [] : [attendanceProblems.no_service_day({ field: "day", day })];
}

/** D1 三3 "统一考勤": one sheet, one line for each person and day. */
function checkOnce({ values }: AttendanceRow, facts: LedgerFacts): Problem[] {
  const { day, person } = values;
  const twin = facts
    .rowsOf(ATTENDANCE_LEDGER)
    .find((row) => row.values.person === person && row.values.day === day);
  if (!twin || !day || !person) return [];
  const name = nameOf(person, facts);
  return [attendanceProblems.recorded_already({ field: "person", name, day, number: twin.serial })];
}

function checkTimes({ values }: AttendanceRow, facts: LedgerFacts): Problem[] {
  const { day, arrivedAt, leftAt, offPostFrom, offPostTo } = values;
  const times = [
    { field: "arrivedAt", time: arrivedAt, after: undefined },
    { field: "leftAt", time: leftAt, after: arrivedAt },
    { field: "offPostFrom", time: offPostFrom, after: arrivedAt },
    { field: "offPostTo", time: offPostTo, after: offPostFrom },
  ] as const;
  return times.flatMap(({ field, time, after }) => {
    if (!time || !day) return [];
    const { label } = attendanceFields[field];
    if (dateOf(time) !== day) return [attendanceProblems.not_on_that_day({ field, label, day })];
    if (compareDateTimes(time, facts.now) > 0) return [leaveProblems.in_the_future({ field, label })];
    if (after && compareDateTimes(time, after) < 0)
      return [attendanceProblems.times_reversed({ field, label })];
    return HALF_NAMES.some((half) => presenceOf(values, half) === "present")
      ? []
      : [attendanceProblems.times_of_absent({ field, label })];
  });
}

/**
 * The sheet and the slips say the same: 请假 only with an approved leave (D2 一(二)), 外出 only with a registered
 * outing (D2 一(六)), and nothing else on the days of an approved leave.
 */
function checkSlips({ values }: AttendanceRow, facts: LedgerFacts): Problem[] {
  const { day, person } = values;
  if (!day || !person) return [];
  const granted = absencesIn(facts).filter((absence) => absence.person === person && absence.granted);
  return HALF_NAMES.flatMap((half) => {
    const presence = presenceOf(values, half);
    const label = HALVES[half];
    const leave = found(granted, "leave", half, values);
    if (presence === "leave" && !leave) {
      return [attendanceProblems.leave_unknown({ field: half, day, half: label })];
    }
    if (presence !== "leave" && leave) {
      return [attendanceProblems.on_approved_leave({ field: half, day, half: label, slip: leave.serial })];
    }
    return presence === "outing" && !found(granted, "outing", half, values)
      ? [attendanceProblems.outing_unknown({ field: half, day })]
      : [];
  });
}

function found(
  granted: readonly Absence[],
  kind: Absence["kind"],
  half: Half,
  { day }: AttendanceRow["values"],
): Absence | undefined {
  return granted.find((one) => one.kind === kind && day !== undefined && covers(one.span, { day, half }));
}

/** D2 一(一): to the head of the window; D4 一: to the leader concerned. */
function checkTold(row: AttendanceRow, facts: LedgerFacts): Problem[] {
  const data = row.events.at(-1)?.data ?? {};
  if (!isValuesOf(attendanceTransitions.explain.fields, data)) return [];
  const told = data.toldTo ? facts.findPerson(data.toldTo) : undefined;
  const counts = told && told.id !== row.values.person && told.roles.some((role) => role !== "clerk");
  return counts ? [] : [attendanceProblems.told_nobody_who_counts({ field: "toldTo" })];
}

/** D4 一: "否则按旷工处理", after one working day [P], and only where the centre enabled it. */
function checkLapse({ values: { day } }: AttendanceRow, facts: LedgerFacts): Problem[] {
  if (!day) return [];
  if (!facts.policyOn(day).absenteeism) return [attendanceProblems.absenteeism_off({})];
  const until = explainedBy(day, facts);
  return facts.today > until ? [] : [attendanceProblems.not_lapsed_yet({ day: until })];
}

function checkStep({ events }: AttendanceRow, facts: LedgerFacts): Problem[] {
  const { at } = attendanceTransitions.confirm.fields;
  const given = at.schema.safeParse(events.at(-1)?.data.at);
  const label: Text = at.label;
  return given.success && compareDateTimes(given.data, facts.now) > 0
    ? [leaveProblems.in_the_future({ field: "at", label })]
    : [];
}

/** An explanation is judged by somebody else. */
export function permitsAttendance(action: string, row: AttendanceRow | null, actor: Actor): Problem[] {
  return action === "judge" && row?.values.person === actor.id
    ? [attendanceProblems.own_explanation({})]
    : [];
}
