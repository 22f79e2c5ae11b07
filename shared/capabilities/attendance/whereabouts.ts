// Where everybody of a hall is (行踪, D2 一(六)), and who is away on which day: told from slips, outings and the sheet.
import { type DateTime, minuteOfDay } from "../../kernel/date-time.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { LedgerFacts, PersonFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { attendanceFields, presenceOf } from "./attendance-fields.ts";
import { type Absence, ATTENDANCE_LEDGER, absencesIn, OUTING_LEDGER } from "./away.ts";
import { covers, type Half } from "./half-days.ts";
import { outingFields } from "./outing-fields.ts";
import { hoursOf } from "./timetable.ts";

export const WHEREABOUTS = {
  atPost: { zh: "在岗", en: "at the post" },
  out: { zh: "外出中", en: "out" },
  onLeave: { zh: "请假", en: "on leave" },
  absent: { zh: "缺勤", en: "absent" },
  notRecorded: { zh: "未登记", en: "not recorded" },
  offHours: { zh: "非上班时间", en: "outside hours" },
} as const;
export type WhereaboutsState = keyof typeof WHEREABOUTS;

export interface Whereabouts {
  readonly person: PersonFacts;
  readonly state: WhereaboutsState;
  /** The slip or outing behind it. */
  readonly absence: Absence | null;
  readonly destination: string | null;
  readonly backBy: DateTime | null;
  readonly phoneReachable: boolean | null;
  /** For whom this person stands in now. */
  readonly coversFor: readonly string[];
}

/** Everybody of the hall at the present moment; the leave, outings and lines of the day have been gathered. */
export function whereaboutsOf(people: readonly PersonFacts[], facts: LedgerFacts): Whereabouts[] {
  const half = presentHalf(facts);
  const absences = absencesIn(facts);
  return people.map((person) => {
    const out = outingNow(person.id, facts);
    const leave = half && absences.find((one) => isLeaveOf(one, person.id, facts.today, half));
    const outing = absences.find(({ id }) => id === out?.row.id) ?? null;
    return {
      person,
      state: stateOf(person.id, half, out !== undefined, leave !== undefined && leave !== null, facts),
      absence: out ? outing : (leave ?? null),
      destination: out?.values.destination ?? null,
      backBy: out?.values.backBy ?? null,
      phoneReachable: out?.values.phoneReachable ?? null,
      coversFor: absences
        .filter(({ cover, granted }) => cover === person.id && granted)
        .filter(({ span, kind, status }) =>
          kind === "outing" ? status === "out" : half !== null && covers(span, { day: facts.today, half }),
        )
        .map((absence) => absence.person),
    };
  });
}

function stateOf(
  person: string,
  half: Half | null,
  isOut: boolean,
  isOnLeave: boolean,
  facts: LedgerFacts,
): WhereaboutsState {
  if (isOut) return "out";
  if (!half) return "offHours";
  if (isOnLeave) return "onLeave";
  const line = facts
    .rowsOf(ATTENDANCE_LEDGER)
    .find(({ values }) => values.person === person && values.day === facts.today);
  if (!line || line.status === "unconfirmed" || !isValuesOf(attendanceFields, line.values)) {
    return "notRecorded";
  }
  return presenceOf(line.values, half) === "absent" ? "absent" : "atPost";
}

/** The half of the hall's day that it is now; null when it does not work. */
function presentHalf(facts: LedgerFacts): Half | null {
  if (!facts.isServiceDay(facts.today)) return null;
  const timetable = facts.timetableOn(facts.today);
  const minute = minuteOfDay(facts.now);
  const morning = hoursOf(timetable, "morning");
  const afternoon = hoursOf(timetable, "afternoon");
  if (minute >= morning.begins && minute < morning.ends) return "morning";
  return minute >= morning.ends && minute < afternoon.ends ? "afternoon" : null;
}

function isLeaveOf(absence: Absence, person: string, day: PlainDate, half: Half): boolean {
  const { kind, granted, span } = absence;
  return kind === "leave" && granted && absence.person === person && covers(span, { day, half });
}

function outingNow(person: string, facts: LedgerFacts) {
  for (const row of facts.rowsOf(OUTING_LEDGER)) {
    if (row.status !== "out" || !isValuesOf(outingFields, row.values)) continue;
    if (row.values.person === person) return { row, values: row.values };
  }
  return undefined;
}

/** Slips and outings that begin soon, or have begun, and whose cover has not agreed (D2 一(五)). */
export function uncovered(facts: LedgerFacts, until: PlainDate): Absence[] {
  return absencesIn(facts).filter(
    ({ status, span }) =>
      (status === "awaitingCover" || status === "coverDeclined") &&
      span.from <= until &&
      span.to >= facts.today,
  );
}

/** A day of a person in the leave calendar. */
export interface CalendarCell {
  readonly day: PlainDate;
  readonly working: boolean;
  readonly leave: readonly { readonly absence: Absence; readonly halves: readonly Half[] }[];
  readonly outings: readonly Absence[];
  /** Whom this person stands in for. */
  readonly covering: readonly Absence[];
}

export function leaveCalendar(
  person: string,
  days: readonly PlainDate[],
  absences: readonly Absence[],
  facts: LedgerFacts,
): CalendarCell[] {
  const both: readonly Half[] = ["morning", "afternoon"];
  return days.map((day) => {
    const today = absences.filter(({ span }) => span.from <= day && day <= span.to);
    const own = today.filter((absence) => absence.person === person);
    return {
      day,
      working: facts.isServiceDay(day),
      leave: own
        .filter(({ kind }) => kind === "leave")
        .map((absence) => ({ absence, halves: both.filter((half) => covers(absence.span, { day, half })) })),
      outings: own.filter(({ kind }) => kind === "outing"),
      covering: today.filter(({ cover }) => cover === person),
    };
  });
}
