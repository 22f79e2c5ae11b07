// A row of the attendance ledger as a line of the day's page.
import {
  attendanceFields,
  attendanceStatuses,
} from "../../../shared/capabilities/attendance/attendance-fields.ts";
import { showDateTime } from "../../../shared/kernel/date-time.ts";
import type { AskedRow, LedgerFacts } from "../../../shared/ledger/facts.ts";
import { isValuesOf } from "../../../shared/ledger/field.ts";
import type { AttendanceLine } from "./attendance-page.tsx";

export function lineOf(row: AskedRow, version: number, facts: LedgerFacts): AttendanceLine[] {
  const { id, status, values, derived } = row;
  if (!isValuesOf(attendanceFields, values) || !values.person) return [];
  const person = facts.findPerson(values.person);
  const label = Object.entries(attendanceStatuses).find(([one]) => one === status)?.[1].label;
  return [
    {
      id,
      version,
      person: { id: values.person, name: person?.name ?? values.person, employer: person?.employer },
      status: { id: status, label: label ?? { zh: status, en: status } },
      marks: derived.marks,
      values: {
        morning: values.morning ?? "",
        afternoon: values.afternoon ?? "",
        arrivedAt: timeOfDay(values.arrivedAt),
        leftAt: timeOfDay(values.leftAt),
        offPostFrom: timeOfDay(values.offPostFrom),
        offPostTo: timeOfDay(values.offPostTo),
      },
    },
  ];
}

/** `09:20`; empty where there is no time. */
export function timeOfDay(time: unknown): string {
  return typeof time === "string" ? showDateTime(time).slice(11) : "";
}
