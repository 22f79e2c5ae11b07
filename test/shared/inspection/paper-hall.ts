// Puts a hall that was described in figures before the predicates as rows, people, matters and periods.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { FOURTEEN_CONTENTS } from "../../../shared/capabilities/duty-checks/fourteen-contents.ts";
import type {
  InspectedPeriod,
  InspectedRow,
  InspectionFacts,
} from "../../../shared/capabilities/inspection/predicate.ts";
import { NO_OPINION, type Opinion, type Ruling } from "../../../shared/capabilities/inspection/round.ts";
import { FIVE_BASIC } from "../../../shared/capabilities/service-systems/systems.ts";
import { chinaCalendar } from "../../../shared/kernel/china-calendar.ts";
import { dateTime } from "../../../shared/kernel/date-time.ts";
import { weekOf } from "../../../shared/kernel/period.ts";
import { datesBetween, type PlainDate, plainDate } from "../../../shared/kernel/plain-date.ts";
import type { PersonFacts } from "../../../shared/ledger/facts.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { EIGHT_POSTS_IN_ORDER, LIVING_SERVICE_NAMES } from "../../../shared/ledger/fields/post.ts";
import type { Derived } from "../../../shared/ledger/record.ts";
import type { PaperHall } from "./read-paper-halls.ts";

const FIRST = plainDate("2026-09-01");
const LAST = plainDate("2026-09-30");
const calendar = chinaCalendar();
export const SERVICE_DAYS = datesBetween(FIRST, LAST).filter((day) => calendar.day(day).working);
export const WEEKS = [...new Set(SERVICE_DAYS.map(weekOf))];

const times = <T>(many: number, make: (at: number) => T): T[] =>
  Array.from({ length: many }, (_, at) => make(at));
const dayAt = (at: number): PlainDate => SERVICE_DAYS[at % SERVICE_DAYS.length] ?? FIRST;

let next = 0;
interface RowAsked extends Partial<Pick<InspectedRow, "values" | "events" | "duties" | "personalFields">> {
  readonly derived?: Partial<Derived>;
  readonly on?: PlainDate;
}

function row(
  ledger: string,
  { values = {}, derived = {}, on = FIRST, events = [], duties = [], personalFields = [] }: RowAsked,
): InspectedRow {
  next++;
  return {
    id: `row-${next}`,
    ledger,
    serial: `2026-${String(next).padStart(5, "0")}`,
    values,
    personalFields,
    events,
    duties,
    enteredAt: dateTime(`${on}T16:00:00+08:00`),
    derived: {
      status: "recorded",
      open: false,
      businessDay: on,
      closingDay: on,
      dueDate: null,
      originalDueDate: null,
      endedOn: null,
      provisional: false,
      onTime: null,
      onTimeOriginal: null,
      marks: [],
      ...derived,
    },
  };
}

function caseRows({ cases }: PaperHall): InspectedRow[] {
  return cases.flatMap(({ count: many, closed, told, notice, lateEntry, incomplete, pastDue }) =>
    times(many, (at) => {
      const on = dayAt(at);
      const marks = [
        ...(notice ? ["correctionNotice"] : []),
        ...(notice === "breach" ? ["breach"] : []),
        ...(lateEntry ? ["lateEntry"] : []),
      ];
      const values: Values = {
        receivedAt: `${on}T09:00:00+08:00`,
        matter: "senior-card",
        ...(incomplete ? {} : { acceptedBy: "李四" }),
        ...(closed ? { outcome: "done", completedAt: `${LAST}T11:00:00+08:00` } : {}),
      };
      const dueOn = plainDate("2026-10-08");
      const doneOn = told === "inTime" ? LAST : plainDate("2026-10-09");
      return row("cases", {
        values,
        on,
        personalFields: ["visitor"],
        derived: {
          open: !closed,
          closingDay: closed ? LAST : null,
          endedOn: closed ? LAST : null,
          onTime: closed ? closed === "onTime" : null,
          dueDate: pastDue ? plainDate("2026-09-29") : plainDate("2026-12-31"),
          marks,
        },
        duties: told
          ? [
              {
                id: "feedback",
                label: { zh: "反馈", en: "feedback" },
                dueOn,
                doneOn,
                mustAct: "clerk",
                source: "D1 三5",
              },
            ]
          : [],
      });
    }),
  );
}

function attendanceRows({ attendance, staff }: PaperHall): InspectedRow[] {
  const { confirmed, late, unconfirmed, emptyDays } = attendance;
  const marks = [
    ...times(confirmed, () => ["confirmed"]),
    ...times(late, () => ["confirmed", "lateEntry"]),
    ...times(unconfirmed, (): string[] => []),
  ];
  const days = SERVICE_DAYS.slice(0, SERVICE_DAYS.length - emptyDays);
  return marks.map((own, at) =>
    row("attendance", {
      values: { person: `p${at % staff}` },
      on: days[Math.floor(at / staff)] ?? FIRST,
      derived: { marks: own },
    }),
  );
}

function complaintRows({ complaints }: PaperHall): InspectedRow[] {
  const { inTime, late, major, majorInWriting } = complaints;
  return times(inTime + late, (at) =>
    row("complaints", {
      derived: {
        status: "answered",
        onTime: at < inTime,
        marks: [...(at < major ? ["major"] : []), ...(at < majorInWriting ? ["inWriting"] : [])],
      },
    }),
  );
}

function registerRows(hall: PaperHall): Record<string, InspectedRow[]> {
  const heads = ["officeSupplies", "consumables", "utilities", "telephoneAndNetwork", "newspapers"];
  const contents = Object.keys(FOURTEEN_CONTENTS).map((item) => ({ item, ok: true }));
  const firstOf = (week: string) => SERVICE_DAYS.find((day) => weekOf(day) === week) ?? FIRST;
  return {
    "unmet-requests": [
      row("unmet-requests", { derived: { status: hall.extensionReviewed ? "reviewed" : "noted" } }),
    ],
    assessments: times(hall.scored, (at) =>
      row("assessments", { values: { person: `p${at}` }, derived: { status: "concluded" } }),
    ),
    "service-systems": FIVE_BASIC.slice(0, hall.systems).map((system) =>
      row("service-systems", {
        values: { system },
        derived: { status: "inForce", open: true, closingDay: null },
      }),
    ),
    "training-plans": EIGHT_POSTS_IN_ORDER.slice(0, hall.plans).map((post) =>
      row("training-plans", {
        values: { post },
        derived: { status: hall.plansReviewed ? "approved" : "submitted" },
      }),
    ),
    "training-completions": times(hall.coursesDone, (at) =>
      ["etiquette", "emergencies", "communication"].map((course) =>
        row("training-completions", { values: { person: `p${at}`, course, passed: true } }),
      ),
    ).flat(),
    "budget-plans": heads.slice(0, hall.budgetHeads).map((head) => row("budget-plans", { values: { head } })),
    "funds-follow-task": [],
    "leave-requests": times(hall.leaves, (at) =>
      row("leave-requests", {
        derived: { marks: ["leave", ...(at < hall.leavesInOrder ? ["rightTierWithCover"] : [])] },
      }),
    ),
    "weekly-checks": WEEKS.slice(0, hall.fullChecks).map((week) =>
      row("weekly-checks", {
        values: { kind: "full" },
        on: firstOf(week),
        events: [
          {
            action: "record",
            data: { contents },
            enteredAt: dateTime("2026-09-01T16:00:00+08:00"),
            by: "p0",
          },
        ],
      }),
    ),
    "media-approvals": [],
    "backup-logs": WEEKS.slice(0, hall.backups).map((week) => row("backup-logs", { on: firstOf(week) })),
  };
}

function owed({ daily, weekly, monthly, july }: PaperHall): InspectedPeriod[] {
  const states = (rule: string, ids: readonly string[], [met, late]: readonly number[]) =>
    ids.map(
      (period, at): InspectedPeriod => ({
        rule,
        period,
        status: at < (met ?? 0) ? "met" : at < (met ?? 0) + (late ?? 0) ? "metLate" : "missed",
      }),
    );
  const papers = ["funding-plan", "implementation-scheme"].slice(0, july[0] + july[1]);
  return [
    ...states("daily-summary", SERVICE_DAYS, daily),
    // The fifth week ends in October.
    ...states("weekly-supervision", WEEKS.slice(0, 4), weekly),
    ...states("monthly-report", ["2026-09"], monthly),
    ...papers.map(
      (rule, at): InspectedPeriod => ({ rule, period: "2026", status: at < july[0] ? "met" : "metLate" }),
    ),
  ];
}

function people({ staff, employed, posts }: PaperHall): PersonFacts[] {
  // More posts than staff: whoever else holds one keeps their attendance in another hall.
  return times(Math.max(staff, posts), (at) => ({
    id: `p${at}`,
    name: `演示${at}`,
    roles: at < staff ? (["clerk"] as const) : [],
    halls: ["paper"],
    post: at < posts ? EIGHT_POSTS_IN_ORDER[at] : undefined,
    employer: at < employed ? "供电公司(演示)" : undefined,
  }));
}

function matters({ matters: many, mattersWithoutLimit, living }: PaperHall): Matter[] {
  const services = Object.keys(LIVING_SERVICE_NAMES).slice(0, living);
  return times(many, (at): Matter => {
    const post = services[at] ?? EIGHT_POSTS_IN_ORDER[at % 8] ?? "welfare";
    return {
      id: `matter-${at}`,
      name: { zh: `事项${at}`, en: `matter ${at}` },
      initials: "SX",
      post,
      serviceClass: at < living ? "livingService" : "administrativeService",
      flow: "agencyHandling",
      timeLimit: at < mattersWithoutLimit ? null : 3,
      upstream: false,
      materials: [],
      subtypes: [],
      anonymous: false,
      sensitive: false,
      fee: false,
    };
  });
}

export function factsOfPaper(hall: PaperHall): InspectionFacts {
  const rows: Record<string, InspectedRow[]> = {
    cases: caseRows(hall),
    attendance: attendanceRows(hall),
    complaints: complaintRows(hall),
    ...registerRows(hall),
  };
  return {
    first: FIRST,
    last: LAST,
    asOf: dateTime("2026-11-05T10:00:00+08:00"),
    calendar,
    lateEntryAfter: 1,
    isServiceDay: (day) => calendar.day(day).working,
    rowsOf: (ledger) => rows[ledger] ?? [],
    owed: owed(hall),
    people: people(hall),
    matters: matters(hall),
  };
}

export function opinionsOf({ rulings }: PaperHall): Map<string, Opinion> {
  const by = { reason: "写在纸上", by: "p-director", at: dateTime("2026-11-05T10:00:00+08:00") };
  const ruled = (given: number | "notApplicable" | "void"): Ruling =>
    typeof given === "number" ? { kind: "points", points: given, ...by } : { kind: given, ...by };
  return new Map(
    Object.entries(rulings).map(([item, given]) => [item, { ...NO_OPINION, ruling: ruled(given) }]),
  );
}
