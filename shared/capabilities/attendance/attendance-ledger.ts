// The attendance ledger (考勤台账): one sheet for everybody of the hall, utilities' staff included (D1 三3).
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { Values } from "../../ledger/field.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import type { RowFinding } from "../../ledger/row-finding.ts";
import {
  type AttendanceRow,
  attendanceFields,
  attendanceStatuses,
  attendanceTransitions,
} from "./attendance-fields.ts";
import { attendanceMetrics, recountAttendance } from "./attendance-metrics.ts";
import { checkAttendance, permitsAttendance } from "./attendance-rules.ts";
import { deriveAttendance } from "./attendance-state.ts";
import { ATTENDANCE_LEDGER, LEAVE_LEDGER, OUTING_LEDGER } from "./away.ts";
import { LONGEST_LEAVE_DAYS } from "./leave-rules.ts";
import { IRREGULARITIES } from "./verdict.ts";

export const attendance = defineLedger({
  id: ATTENDANCE_LEDGER,
  version: 1,
  title: { zh: "考勤台账", en: "Attendance" },
  fields: attendanceFields,
  businessDate: "day",
  dimension: null,
  statuses: attendanceStatuses,
  transitions: attendanceTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: [...HALL_STAFF, "supervisingLeader"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    confirm: HALL_STAFF,
    explain: HALL_STAFF,
    judge: [...HALL_LEADERS, "supervisingLeader"],
    lapse: ["hallHead", "supervisingLeader"],
  },
  metrics: attendanceMetrics,
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveAttendance,
  asks: ({ values: { day } }) =>
    day === undefined
      ? []
      : [
          { ledger: ATTENDANCE_LEDGER, from: day, to: day },
          { ledger: LEAVE_LEDGER, from: addDays(day, -LONGEST_LEAVE_DAYS), to: day },
          { ledger: OUTING_LEDGER, from: day, to: day },
        ],
  check: (row, _, facts) => checkAttendance(row, facts),
  permits: (action, row, actor) => permitsAttendance(action, row, actor),
  effects: attendanceEffects,
  // A day that was judged is changed by a step; a confirmed one may be corrected, with its history.
  locked: ({ events }) =>
    events.some(({ action }) => action === "explain" || action === "lapse") ? [...WHAT_HAPPENED] : [],
  duties: (_, derived) =>
    derived.dueDate === null
      ? []
      : [
          {
            ...(derived.status === "unconfirmed"
              ? {
                  id: "confirm",
                  label: { zh: "确认考勤", en: "Confirm attendance" },
                  mustAct: "clerk" as const,
                }
              : {
                  id: "explain",
                  label: { zh: "考勤说明", en: "Explain attendance" },
                  mustAct: "windowHead" as const,
                }),
            dueOn: derived.dueDate,
            doneOn: derived.endedOn,
            source: "D2 一(一) “按规定考勤”",
          },
        ],
  draftFindings: absenceFindings,
  recount: recountAttendance,
});

const WHAT_HAPPENED = ["day", "person", "morning", "afternoon", "arrivedAt", "leftAt"] as const;

/** A leave takes its halves, whatever stood there; when it is lifted they are taken for present until confirmed. */
function attendanceEffects(action: string, event: RowEvent, { values }: AttendanceRow): Values {
  const { applyLeave } = attendanceTransitions;
  if (action === "applyLeave" && isValuesOf(applyLeave.fields, event.data)) {
    const { morning, afternoon } = event.data;
    return {
      ...(morning ? { morning: "leave" } : {}),
      ...(afternoon ? { afternoon: "leave" } : {}),
      ...(morning ? { arrivedAt: null } : {}),
      ...(afternoon ? { leftAt: null } : {}),
      ...(morning && afternoon ? { offPostFrom: null, offPostTo: null } : {}),
    };
  }
  if (action === "liftLeave" && isValuesOf(applyLeave.fields, event.data)) {
    const { morning, afternoon } = event.data;
    return {
      ...(morning && values.morning === "leave" ? { morning: "present" } : {}),
      ...(afternoon && values.afternoon === "leave" ? { afternoon: "present" } : {}),
    };
  }
  return {};
}

/** D2 一(一) "不得无故缺席、迟到、早退": what nobody has explained, and what counted as absent, is the week's to look at. */
function absenceFindings({ values: { day } }: AttendanceRow, { status, marks }: Derived): RowFinding[] {
  if (!day || (status !== "unexplained" && status !== "absenteeism")) return [];
  const found = Object.entries(IRREGULARITIES).filter(([mark]) => marks.includes(mark));
  const zh = found.map(([, label]) => label.zh).join("、");
  const en = found.map(([, label]) => label.en).join(", ");
  return status === "absenteeism"
    ? [{ kind: "absenteeism", content: { zh: `计旷工(${zh})`, en: `counted as absent (${en})` }, on: day }]
    : [{ kind: "unexplained", content: { zh: `${zh},未说明`, en: `${en}, unexplained` }, on: day }];
}
