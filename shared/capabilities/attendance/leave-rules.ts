// What makes a request for leave wrong: when it is written, and when a step is taken.
import { compareDateTimes } from "../../kernel/date-time.ts";
import { addDays } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { confirmedPresence } from "./attendance-fields.ts";
import { ATTENDANCE_LEDGER, absencesIn, LEAVE_LEDGER, leaveAbsences, overlapping } from "./away.ts";
import { type Covered, checkAtHome, checkCover, checkNotCovering } from "./cover-rules.ts";
import { firstOf, HALVES, isAdjacent, lastOf, showSpan, splitByDay, workingHalves } from "./half-days.ts";
import { workFallingDue } from "./hand-over-work.ts";
import { askedSpan, type LeaveRow, leaveProblems, takenSpan } from "./leave-fields.ts";
import { approversOfLeave, extendedSlip, halfDaysAsked, showSize } from "./leave-size.ts";
import { isRetroactive } from "./leave-state.ts";
import { leaveTransitions } from "./leave-transitions.ts";
import { leaveType } from "./leave-types.ts";
import { beginOf } from "./timetable.ts";

/** A slip looks so far back when it is asked who is away; longer leaves are extended. [P] */
export const LONGEST_LEAVE_DAYS = 190;

type Rule = (row: LeaveRow, facts: LedgerFacts) => Problem[];

const WHEN_WRITTEN: readonly Rule[] = [
  checkMoment,
  checkPerson,
  checkNoOverlap,
  checkExtension,
  checkAfterwards,
  checkProof,
  checkRule,
  checkCoverOf,
];

const WHEN_STEPPED: Readonly<Record<string, readonly Rule[]>> = {
  consent: [checkCoverOf],
  replaceCover: [checkCoverOf],
  approve: [checkNoOverlap, checkCoverOf, checkDueWork, checkNotPresent],
  withdraw: [checkNotBegun],
  recordReturn: [checkReturn],
  file: [checkOver],
};

export function checkLeave(row: LeaveRow, facts: LedgerFacts): Problem[] {
  const spans = checkSpan(row, facts);
  if (spans.length > 0) return spans;
  const step = row.events.at(-1);
  if (!step) return WHEN_WRITTEN.flatMap((rule) => rule(row, facts));
  const { at } = leaveTransitions.consent.fields;
  const given = at.schema.safeParse(step.data.at);
  if (given.success && compareDateTimes(given.data, facts.now) > 0) {
    return [leaveProblems.in_the_future({ field: "at", label: at.label })];
  }
  return (WHEN_STEPPED[step.action] ?? []).flatMap((rule) => rule(row, facts));
}

/** Half days are counted on working days only: "a weekday off costs nothing". */
function checkSpan({ values }: LeaveRow, { calendar }: LedgerFacts): Problem[] {
  const span = askedSpan(values);
  if (!span) return [];
  if (lastOf(span) < firstOf(span)) return [leaveProblems.ends_before_it_begins({ field: "toDay" })];
  if (addDays(span.from, LONGEST_LEAVE_DAYS) <= span.to) {
    return [leaveProblems.leave_too_long({ field: "toDay", days: LONGEST_LEAVE_DAYS })];
  }
  return workingHalves(span, calendar).length > 0
    ? []
    : [leaveProblems.no_working_day({ field: "fromDay", span: showSpan(span) })];
}

function checkMoment({ values: { appliedAt } }: LeaveRow, { now }: LedgerFacts): Problem[] {
  const ahead = appliedAt !== undefined && compareDateTimes(appliedAt, now) > 0;
  const label = { zh: "申请时间", en: "Asked at" };
  return ahead ? [leaveProblems.in_the_future({ field: "appliedAt", label })] : [];
}

function checkPerson({ values }: LeaveRow, facts: LedgerFacts): Problem[] {
  return checkAtHome("person", values.person, facts);
}

function checkNoOverlap(row: LeaveRow, facts: LedgerFacts): Problem[] {
  const covered = coveredBy(row);
  if (!covered) return [];
  const absences = absencesIn(facts);
  const own = overlapping(absences, covered.span).find(({ person }) => person === covered.person);
  if (!own) return checkNotCovering(covered, absences, facts);
  const span = showSpan(own.span);
  return own.kind === "leave"
    ? [leaveProblems.overlapping_leave({ field: "fromDay", slip: own.serial, span })]
    : [leaveProblems.overlapping_outing({ field: "fromDay", number: own.serial, span })];
}

/** D2 一(四) 续假: a leave that follows on another is its extension, and is counted with it. */
function checkExtension({ values }: LeaveRow, facts: LedgerFacts): Problem[] {
  const span = askedSpan(values);
  if (!span) return [];
  const earlier = leaveAbsences(facts.rowsOf(LEAVE_LEDGER)).filter(({ person }) => person === values.person);
  const before = earlier.find((one) => isAdjacent(one.span, span, facts.calendar));
  if (values.continues) {
    const named = extendedSlip(values, facts);
    return named && before && named.id === before.id
      ? []
      : [leaveProblems.nothing_to_extend({ field: "continues", slip: values.continues })];
  }
  return before
    ? [leaveProblems.extension_needed({ field: "continues", slip: before.serial, until: before.span.to })]
    : [];
}

/** D2 一(四): "遇特殊情况需要请假、续假而无法事前办理手续的,事后要及时补办". */
function checkAfterwards(row: LeaveRow, facts: LedgerFacts): Problem[] {
  return isRetroactive(row, facts) && !row.personalFields.includes("lateReason")
    ? [leaveProblems.late_reason_needed({ field: "lateReason" })]
    : [];
}

/** D2 一(三): "工作人员按国家规定享受的假期,按有关规定、程序办理请假手续". */
function checkProof({ values: { type, proof } }: LeaveRow): Problem[] {
  const asked = type ? leaveType(type) : undefined;
  return asked?.proof && !proof
    ? [leaveProblems.proof_needed({ field: "proof", type: asked, proof: asked.proof })]
    : [];
}

/** D2 一(二) announces three cases and states two: what has no rule is stopped, and never approved silently. */
function checkRule({ values }: LeaveRow, facts: LedgerFacts): Problem[] {
  if (!values.person || !facts.findPerson(values.person)) return [];
  return approversOfLeave(values, facts) === null
    ? [leaveProblems.no_leave_rule({ field: "toDay", size: showSize(halfDaysAsked(values, facts)) })]
    : [];
}

function checkCoverOf(row: LeaveRow, facts: LedgerFacts): Problem[] {
  const covered = coveredBy(row);
  return covered ? checkCover(covered, absencesIn(facts), facts) : [];
}

/** D3 一3: "在规定时间内必须完成工作任务的一般不允许请假": a warning that names the work, and a reason to go on. [P] */
function checkDueWork(row: LeaveRow, facts: LedgerFacts): Problem[] {
  const step = row.events.at(-1);
  if (!step || !isValuesOf(leaveTransitions.approve.fields, step.data) || step.data.dueWorkReason) return [];
  const due = workFallingDue(row.values, facts);
  if (due.length === 0) return [];
  const shown = due.slice(0, 10).map(({ serial, dueDate }) => `${serial}(${dueDate})`);
  const more = due.length - shown.length;
  const work = {
    zh: shown.join("、") + (more > 0 ? ` 等 ${due.length} 件` : ""),
    en: shown.join(", ") + (more > 0 ? ` and ${more} more` : ""),
  };
  return [leaveProblems.work_due_during_leave({ field: "dueWorkReason", work })];
}

/** A day on which the sheet says present is no day of leave. */
function checkNotPresent({ values }: LeaveRow, facts: LedgerFacts): Problem[] {
  const span = askedSpan(values);
  if (!span) return [];
  const days = splitByDay(span, facts.calendar);
  return facts.rowsOf(ATTENDANCE_LEDGER).flatMap((row) => {
    const present = confirmedPresence(row, values.person);
    const halves = present ? (days.get(present.day) ?? []) : [];
    return halves
      .filter((half) => present?.halves.includes(half))
      .map((half) =>
        leaveProblems.marked_present({ field: "fromDay", day: present?.day ?? "", half: HALVES[half] }),
      );
  });
}

function checkNotBegun(row: LeaveRow, facts: LedgerFacts): Problem[] {
  const span = askedSpan(row.values);
  if (!span || !row.values.approved) return [];
  return compareDateTimes(facts.now, beginOf(span, facts)) >= 0 ? [leaveProblems.begun_already({})] : [];
}

function checkReturn({ values }: LeaveRow): Problem[] {
  const asked = askedSpan(values);
  const taken = takenSpan(values);
  if (!asked || !taken) return [];
  return lastOf(taken) < firstOf(asked) || lastOf(taken) > lastOf(asked)
    ? [leaveProblems.return_outside({ field: "lastDay" })]
    : [];
}

/** Filed when nothing about it can change any more: the return is recorded on the slip first. [P] */
function checkOver({ values }: LeaveRow, { today }: LedgerFacts): Problem[] {
  const taken = takenSpan(values);
  return taken && today < taken.to ? [leaveProblems.not_over_yet({ until: taken.to })] : [];
}

export function coveredBy({ values }: LeaveRow): Covered | null {
  const span = askedSpan(values);
  const { person, cover } = values;
  return span && person && cover ? { person, cover, span } : null;
}
