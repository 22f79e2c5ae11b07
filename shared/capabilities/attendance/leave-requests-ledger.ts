// The leave ledger (请假台账, D2 一(二)《请假登记表》): asked for, covered, approved by tiers, handed over, filed.
import { dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF, type Role } from "../../kernel/permissions.ts";
import { addDays } from "../../kernel/plain-date.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { RowsAsked } from "../../ledger/facts.ts";
import { ATTENDANCE_LEDGER, LEAVE_LEDGER, OUTING_LEDGER } from "./away.ts";
import { WORK_ASKED } from "./hand-over-work.ts";
import { leaveDeputies } from "./leave-deputies.ts";
import { leaveEffects, leaveFollows } from "./leave-effects.ts";
import { LEAVE_SET_BY_STEPS, type LeaveRow, leaveFields } from "./leave-fields.ts";
import { leaveMetrics, recountLeave } from "./leave-metrics.ts";
import { permitsLeave } from "./leave-permits.ts";
import { checkLeave, LONGEST_LEAVE_DAYS } from "./leave-rules.ts";
import { deriveLeave } from "./leave-state.ts";
import { leaveStatuses, leaveTransitions } from "./leave-transitions.ts";
import { printLeaveSlip } from "./print-leave-slip.ts";

const APPROVER_ROLES: readonly Role[] = [...HALL_LEADERS, "supervisingLeader", "director", "centreAdmin"];

export const leaveRequests = defineLedger({
  id: LEAVE_LEDGER,
  version: 1,
  title: { zh: "请假台账", en: "Leave" },
  fields: leaveFields,
  businessDate: "fromDay",
  dimension: "type",
  statuses: leaveStatuses,
  transitions: leaveTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: [...HALL_LEADERS, "supervisingLeader", "director"],
    unmask: ["centreAdmin", "inspector"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    consent: HALL_STAFF,
    declineCover: HALL_STAFF,
    replaceCover: [...HALL_STAFF, "supervisingLeader"],
    approve: APPROVER_ROLES,
    refuse: APPROVER_ROLES,
    continueHandover: ["clerk", ...APPROVER_ROLES],
    withdraw: [...HALL_STAFF, "supervisingLeader"],
    recordReturn: HALL_STAFF,
    // D3 一2: "经批准签字的请假条由办公室存留".
    file: ["department", "hallHead", "centreAdmin"],
  },
  metrics: leaveMetrics,
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveLeave,
  asks: asksOfLeave,
  check: (row, _, facts) => checkLeave(row, facts),
  permits: permitsLeave,
  effects: (action, event, row, _, facts) => leaveEffects(action, event, row, facts),
  follows: leaveFollows,
  appoints: leaveDeputies,
  print: printLeaveSlip,
  // D2 一(五): cover for days that are still to come; whoever takes it over is asked for their consent.
  handOver: ({ values: { cover, toDay } }, { from, to, at, reason }) =>
    cover === from.id && toDay !== undefined && toDay >= dateOf(at)
      ? { action: "replaceCover", values: { at, cover: to.id, reason } }
      : null,
  locked: ({ events }) => [...LEAVE_SET_BY_STEPS, ...(events.length > 0 ? ASKED_FOR : [])],
  duties: (row, derived) => {
    if (derived.dueDate === null) return [];
    const { nextApprover, approved } = row.values;
    const filing = {
      id: "file",
      label: { zh: "假条归档", en: "File the slip" },
      mustAct: "hallHead" as const,
    };
    const asking = {
      id: "decide",
      label: { zh: "请假办理", en: "Decide the leave" },
      mustAct: nextApprover ?? ("windowHead" as const),
    };
    return [
      {
        ...(approved ? filing : asking),
        dueOn: derived.dueDate,
        doneOn: derived.endedOn,
        source: approved ? "D3 一2 “由办公室存留”" : "D2 一(四) “事前按规定办理”",
      },
    ];
  },
  recount: recountLeave,
});

/** What was asked for, and agreed to, is not edited any more. */
const ASKED_FOR = [
  ...(["appliedAt", "person", "type", "fromDay", "fromHalf", "toDay", "toHalf", "cover"] as const),
  ...(["continues", "reason"] as const),
];

/** Steps that look at the days of the sheet, and those that look at the person's work. */
const WITH_SHEET: ReadonlySet<string> = new Set([
  ...["approve", "continueHandover", "withdraw", "recordReturn"],
]);
const WITH_WORK: ReadonlySet<string> = new Set(["approve", "continueHandover"]);

function asksOfLeave(row: LeaveRow): readonly RowsAsked[] {
  const { fromDay, toDay } = row.values;
  if (!fromDay || !toDay) return [];
  const step = row.events.at(-1)?.action ?? "";
  return [
    { ledger: LEAVE_LEDGER, from: addDays(fromDay, -LONGEST_LEAVE_DAYS), to: toDay },
    { ledger: OUTING_LEDGER, from: fromDay, to: toDay },
    ...(WITH_SHEET.has(step) || row.values.approved
      ? [{ ledger: ATTENDANCE_LEDGER, from: fromDay, to: toDay }]
      : []),
    ...(WITH_WORK.has(step) ? WORK_ASKED : []),
  ];
}
