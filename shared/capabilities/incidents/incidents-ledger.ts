// Incidents and hazards (突发事件与隐患): noticed, reported with how long that took, dealt with, closed. D3 二1、三7, D4 六3.
import { dateOf, instantOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { counted, deriveBy } from "../../ledger/plain-register.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import {
  type IncidentRow,
  incidentFields,
  incidentStatuses,
  incidentTransitions,
} from "./incident-fields.ts";
import { checkIncident, isReportedLate, reportedAtOf } from "./incident-rules.ts";

const life = deriveBy({
  day: "occurredAt",
  statuses: incidentStatuses,
  after: { report: "reported", handle: "handled", close: "closed" },
});

export const incidents = defineLedger({
  id: "incidents",
  version: 1,
  title: { zh: "突发事件与隐患", en: "Incidents and hazards" },
  fields: incidentFields,
  businessDate: "occurredAt",
  dimension: null,
  statuses: incidentStatuses,
  transitions: incidentTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: [...HALL_STAFF, "supervisingLeader", "director"],
    unmask: ["inspector", "centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    upsert: HALL_STAFF,
    void: ["hallHead", "centreAdmin"],
    report: HALL_STAFF,
    handle: HALL_STAFF,
    close: HALL_LEADERS,
  },
  metrics: {
    noticed: counted("突发事件与隐患", "Incidents and hazards"),
    major: counted("其中重大", "of which major", "business", ({ values }) => values.gravity === "major"),
    late: counted("其中报告不及时", "of which reported late", "business", (_, { marks }) =>
      marks.includes("reportedLate"),
    ),
  },
  metricsVersion: 1,
  retentionYears: 10,
  derive: deriveIncident,
  // Whoever was on duty stands in the handovers of that day or of the evening before.
  asks: ({ values: { occurredAt } }) =>
    occurredAt
      ? [{ ledger: "duty-handovers", from: addDays(dateOf(occurredAt), -1), to: dateOf(occurredAt) }]
      : [],
  effects: (action, event, { values: { occurredAt } }) => {
    const at = incidentTransitions.report.fields.at.schema.safeParse(event.data.at);
    return action === "report" && at.success && occurredAt
      ? { reportedAfterMinutes: Math.floor((instantOf(at.data) - instantOf(occurredAt)) / 60_000) }
      : {};
  },
  locked: ({ events }) => ["reportedAfterMinutes", ...(events.length > 0 ? (["occurredAt"] as const) : [])],
  check: checkIncident,
  duties: (row, derived) => [
    {
      id: "report",
      label: { zh: "突发事件报告", en: "Report of the incident" },
      dueOn: derived.businessDay,
      doneOn: reportedDay(row),
      mustAct: "hallHead",
      source: "D4 六3 “对突发的重大事件要及时上报有关领导”",
    },
  ],
  draftFindings: (_, derived) =>
    derived.marks.includes("reportedLate")
      ? [
          {
            kind: "incidentReportedLate",
            content: { zh: "报告不及时(D3 三7、D4 六3)", en: "was reported late (D3 三7, D4 六3)" },
            on: derived.businessDay,
          },
        ]
      : [],
  recount: recountIncident,
});

function reportedDay(row: IncidentRow) {
  const at = reportedAtOf(row);
  return at ? dateOf(at) : null;
}

/** The clock is that of reporting: due on the day itself. */
function deriveIncident(row: IncidentRow): Derived {
  const derived = life(row);
  const reported = reportedDay(row);
  const late = isReportedLate(row);
  return {
    ...derived,
    dueDate: derived.businessDay,
    originalDueDate: derived.businessDay,
    endedOn: reported,
    onTime: reported ? !late : null,
    onTimeOriginal: reported ? !late : null,
    marks: late ? ["reportedLate"] : [],
  };
}

function recountIncident(row: IncidentRow): Contribution[] {
  const { occurredAt, gravity } = row.values;
  if (!occurredAt) return [];
  const amounts = {
    noticed: 1,
    ...(gravity === "major" ? { major: 1 } : {}),
    ...(isReportedLate(row) ? { late: 1 } : {}),
  };
  return [{ day: dateOf(occurredAt), dimension: null, amounts }];
}
