// What a day comes to against the timetable: late, early, off post, absent, or as it should be.
import { minuteOfDay } from "../../kernel/date-time.ts";
import type { CentrePolicy, Timetable } from "../../ledger/facts.ts";
import { type AttendanceValues, presenceOf } from "./attendance-fields.ts";
import type { Half } from "./half-days.ts";
import { hoursOf } from "./timetable.ts";

export const IRREGULARITIES = {
  late: { zh: "迟到", en: "late" },
  early: { zh: "早退", en: "left early" },
  offPost: { zh: "脱岗", en: "off post" },
  absent: { zh: "缺勤", en: "absent" },
} as const;
export type Irregularity = keyof typeof IRREGULARITIES;

const HALF_NAMES: readonly Half[] = ["morning", "afternoon"];

/**
 * D2 一(一): "工作人员必须遵守作息时间,准时上下班,按规定考勤,不得无故缺席、迟到、早退"; D4 一: "迟到、早退、脱岗、旷工".
 * Judged against the hours of the halves in which the person was to be there.
 */
export function irregularitiesOf(
  values: AttendanceValues,
  timetable: Timetable,
  { attendanceGraceMinutes: grace }: CentrePolicy,
): Irregularity[] {
  const present = HALF_NAMES.filter((half) => presenceOf(values, half) === "present");
  const [first, last] = [present[0], present.at(-1)];
  const found: Irregularity[] = [];
  const { arrivedAt, leftAt, offPostFrom } = values;
  if (first && arrivedAt && minuteOfDay(arrivedAt) > hoursOf(timetable, first).begins + grace) {
    found.push("late");
  }
  if (last && leftAt && minuteOfDay(leftAt) < hoursOf(timetable, last).ends - grace) found.push("early");
  if (offPostFrom && present.length > 0) found.push("offPost");
  if (HALF_NAMES.some((half) => presenceOf(values, half) === "absent")) found.push("absent");
  return found;
}
