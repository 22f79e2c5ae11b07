// The rules of incidents: reported in time, dealt with as an emergency, answered for by whoever was on duty.
import { type DateTime, dateOf, instantOf } from "../../kernel/date-time.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { notInFuture, rules, stepsInOrder } from "../../ledger/plain-register.ts";
import { onDutyAt } from "./duty-handovers-ledger.ts";
import { type IncidentRow, incidentFields, incidentTransitions } from "./incident-fields.ts";

/** [P] "及时上报" is no figure: an hour for a major incident, the same day for anything else. */
const MAJOR_WITHIN_MINUTES = 60;

const problems = defineProblems({
  no_emergency_measures: {
    status: 422,
    zh: "请填写“应急措施”。D4 六3:对突发的重大事件要采取应急措施,将不良影响控制到最低程度。",
    en: "Please give the emergency measures. D4 六3: at a major incident they keep the harm as small as possible.",
  },
  nobody_answerable: {
    status: 422,
    zh: "请填写“当班值班人”。D3 二3:因疏忽或擅自离岗出现安全事故的,由当班值班人负责。",
    en: "Please say who was on duty. D3 二3: whoever was answers for what negligence or leaving the post caused.",
  },
  other_on_duty: {
    status: 422,
    zh: "按值班交接,当时当班的是“{name}”;请改正“当班值班人”,或先更正值班交接。",
    en: "By the handovers {name} was on duty then; please correct On duty, or the handover first.",
  },
});

export function reportedAtOf({ events }: Pick<IncidentRow, "events">): DateTime | undefined {
  const report = events.find(({ action }) => action === "report");
  return incidentTransitions.report.fields.at.schema.safeParse(report?.data.at).data;
}

/** D3 三7 "遇到意外情况及时报告", D4 六3 "及时上报有关领导". */
export function isReportedLate(row: IncidentRow): boolean {
  const { occurredAt, gravity } = row.values;
  const reportedAt = reportedAtOf(row);
  if (!reportedAt || !occurredAt) return false;
  return gravity === "major"
    ? instantOf(reportedAt) - instantOf(occurredAt) > MAJOR_WITHIN_MINUTES * 60_000
    : dateOf(reportedAt) > dateOf(occurredAt);
}

/** D4 六3 "采取应急措施,将不良影响控制到最低程度". */
export function checkEmergency({ values, events }: IncidentRow): Problem[] {
  const last = events.at(-1);
  return last?.action === "handle" && values.gravity === "major" && !last.data.emergency
    ? [problems.no_emergency_measures({ field: "emergency" })]
    : [];
}

/** D3 二3 "因值班人员疏忽或擅自离岗出现安全事故的,由当班值班人负责". */
export function checkAnswerable({ values }: IncidentRow, facts: LedgerFacts): Problem[] {
  const { cause, onDuty, occurredAt } = values;
  if (cause !== "negligence" && cause !== "leftPost") return [];
  if (!onDuty) return [problems.nobody_answerable({ field: "onDuty" })];
  const known = occurredAt && onDutyAt(occurredAt, facts);
  return known && known !== onDuty
    ? [problems.other_on_duty({ field: "onDuty", name: facts.findPerson(known)?.name ?? known })]
    : [];
}

const plain = rules(notInFuture("occurredAt", incidentFields.occurredAt.label), stepsInOrder("occurredAt"));

export function checkIncident(row: IncidentRow, personal: object, facts: LedgerFacts): Problem[] {
  return [...checkEmergency(row), ...checkAnswerable(row, facts), ...plain(row, { ...personal }, facts)];
}
