// Complaints (投诉): a hall's own, and those that the centre takes because they are about the hall's head. D2 投诉; D1 三4.
import type { Access } from "../../kernel/permissions.ts";
import type { Text } from "../../kernel/text.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import { complaintDuties, deriveComplaint, handlerOf } from "./complaint-clock.ts";
import { type ComplaintFields, complaintFields } from "./complaint-fields.ts";
import { complaintBoards, complaintMetrics, recountComplaint } from "./complaint-metrics.ts";
import { checkComplaint, permitsOnComplaint } from "./complaint-rules.ts";
import { complaintStatuses, complaintTransitions } from "./complaint-transitions.ts";

/** The centre's people who deal with complaints; departments and inspectors see figures only. */
const CENTRE = ["supervisingLeader", "director", "centreAdmin"] as const;
const LEADERS = ["hallHead", ...CENTRE] as const;
/** A window's head may be given a complaint to handle, though never one about themselves. */
const HANDLERS = ["windowHead", ...LEADERS] as const;

export const complaints = complaintsLedger(
  "complaints",
  "hall",
  { zh: "投诉台账", en: "Complaints" },
  {
    read: HANDLERS,
    readPersonal: HANDLERS,
    upsert: HANDLERS,
    void: ["hallHead", "centreAdmin"],
    erase: ["hallHead", "centreAdmin"],
    acknowledge: HANDLERS,
    assign: LEADERS,
    answer: HANDLERS,
    decideAccountability: LEADERS,
    followUp: HANDLERS,
    withdraw: HANDLERS,
  },
);

export const centreComplaints = complaintsLedger(
  "centre-complaints",
  "centre",
  { zh: "中心受理投诉", en: "Complaints taken by the centre" },
  {
    read: CENTRE,
    readPersonal: CENTRE,
    upsert: CENTRE,
    void: ["centreAdmin"],
    erase: ["centreAdmin"],
    acknowledge: CENTRE,
    assign: CENTRE,
    answer: CENTRE,
    decideAccountability: ["director", "centreAdmin"],
    followUp: CENTRE,
    withdraw: CENTRE,
  },
);

const isField = (id: string): id is keyof ComplaintFields => Object.hasOwn(complaintFields, id);
const EVERY_FIELD = Object.keys(complaintFields).filter(isField);

/**
 * Restricted: a hall's shared spreadsheet would show a complaint to whoever it is about. Clerks do not read this
 * ledger at all; whoever a complaint is about never sees who made it, nor what was said.
 */
function complaintsLedger(id: string, scope: "hall" | "centre", title: Text, access: Access) {
  return defineLedger({
    id,
    version: 1,
    title,
    scope,
    restricted: true,
    fields: complaintFields,
    businessDate: "receivedAt",
    dimension: "ground",
    statuses: complaintStatuses,
    transitions: complaintTransitions,
    access,
    metrics: complaintMetrics,
    boards: complaintBoards,
    metricsVersion: 1,
    retentionYears: 3,
    derive: deriveComplaint,
    check: (row, personal, facts) => checkComplaint(row, personal, facts, scope),
    permits: permitsOnComplaint,
    // What was answered stays as it was answered.
    locked: ({ events }) =>
      events.some(({ action }) => action === "answer" || action === "withdraw") ? EVERY_FIELD : [],
    concerns: ({ values }) => (values.aboutPerson ? [values.aboutPerson] : []),
    duties: complaintDuties,
    handOver: (row, { from, to, at }) =>
      handlerOf(row) === from.id ? { action: "assign", values: { at, handler: to.id } } : null,
    recount: recountComplaint,
  });
}
