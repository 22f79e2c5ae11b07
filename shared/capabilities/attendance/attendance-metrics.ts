// What a line of attendance adds to the figures, and the same counted a second time for the nightly proof.
import type { SumMetric } from "../../ledger/metric.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import type { AttendanceRow } from "./attendance-fields.ts";

function counted(zh: string, en: string, amount: SumMetric["amount"]): SumMetric {
  return { label: { zh, en }, combine: "sum", unit: "count", datedBy: "business", amount };
}

function marked(zh: string, en: string, mark: string): SumMetric {
  return counted(zh, en, (_, { marks }) => (marks.includes(mark) ? 1 : 0));
}

export const attendanceMetrics = {
  personDays: counted("应出勤(人·天)", "Person-days due", () => 1),
  /** "Entries made more than one working day after the event are left out of completeness." */
  recordedInTime: counted("按时登记(人·天)", "Person-days recorded in time", (_, { marks }) =>
    marks.includes("confirmed") && !marks.includes("lateEntry") ? 1 : 0,
  ),
  completeness: {
    label: { zh: "考勤完整率", en: "Attendance complete" },
    combine: "ratio",
    numerator: "recordedInTime",
    denominator: ["personDays"],
  },
  late: marked("迟到", "Late", "late"),
  early: marked("早退", "Left early", "early"),
  offPost: marked("脱岗", "Off post", "offPost"),
  absent: marked("缺勤", "Absent", "absent"),
  leaveHalfDays: counted("请假(半天)", "Half days of leave", ({ values }, { marks }) =>
    marks.includes("confirmed")
      ? [values.morning, values.afternoon].filter((half) => half === "leave").length
      : 0,
  ),
  explanationsAccepted: marked("说明成立", "Explanations accepted", "accepted"),
  absenteeism: marked("旷工", "Absent without leave", "absenteeism"),
} as const;

export function recountAttendance({ values }: AttendanceRow, { marks }: Derived): Contribution[] {
  const { day, morning, afternoon } = values;
  if (!day) return [];
  const amounts: Record<string, number> = { personDays: 1 };
  const has = new Set(marks);
  if (has.has("confirmed")) {
    if (!has.has("lateEntry")) amounts.recordedInTime = 1;
    const onLeave = Number(morning === "leave") + Number(afternoon === "leave");
    if (onLeave > 0) amounts.leaveHalfDays = onLeave;
  }
  for (const id of ["late", "early", "offPost", "absent", "absenteeism"]) if (has.has(id)) amounts[id] = 1;
  if (has.has("accepted")) amounts.explanationsAccepted = 1;
  return [{ day, dimension: null, amounts }];
}
