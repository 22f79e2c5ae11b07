// The ledger of short outings (外出登记, D3 一1 and D2 一(六)): where to, until when, who covers, out and in.
import { compareDateTimes, dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import { LEAVE_LEDGER, OUTING_LEDGER } from "./away.ts";
import { LONGEST_LEAVE_DAYS } from "./leave-rules.ts";
import {
  OUTING_SET_BY_STEPS,
  type OutingRow,
  type OutingStatus,
  outingFields,
  outingStatuses,
  outingTransitions,
} from "./outing-fields.ts";
import { checkOuting, outingEffects, permitsOuting } from "./outing-rules.ts";

export const outings = defineLedger({
  id: OUTING_LEDGER,
  version: 1,
  title: { zh: "外出登记台账", en: "Outings" },
  fields: outingFields,
  businessDate: "leavesAt",
  dimension: "kind",
  statuses: outingStatuses,
  transitions: outingTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: [...HALL_STAFF, "supervisingLeader"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    consent: HALL_STAFF,
    declineCover: HALL_STAFF,
    replaceCover: HALL_STAFF,
    approve: [...HALL_LEADERS, "supervisingLeader", "director"],
    refuse: [...HALL_LEADERS, "supervisingLeader", "director"],
    goOut: HALL_STAFF,
    comeBack: HALL_STAFF,
    withdraw: HALL_STAFF,
  },
  metrics: {
    outings: {
      label: { zh: "外出", en: "Outings" },
      combine: "sum",
      unit: "count",
      datedBy: "business",
      amount: (_, { status }) => (status === "out" || status === "back" ? 1 : 0),
    },
    backLate: {
      label: { zh: "逾时返回", en: "Back late" },
      combine: "sum",
      unit: "count",
      datedBy: "business",
      amount: (_, { marks }) => (marks.includes("backLate") ? 1 : 0),
    },
  },
  metricsVersion: 1,
  retentionYears: 1,
  derive: deriveOuting,
  asks: ({ values: { leavesAt } }) => {
    if (!leavesAt) return [];
    const day = dateOf(leavesAt);
    return [
      { ledger: LEAVE_LEDGER, from: addDays(day, -LONGEST_LEAVE_DAYS), to: day },
      { ledger: OUTING_LEDGER, from: day, to: day },
    ];
  },
  check: (row, _, facts) => checkOuting(row, facts),
  permits: permitsOuting,
  effects: (action, event, row, _, facts) => outingEffects(action, event, row, facts),
  // D2 一(五), as for leave; who is out already has the cover that they left with.
  handOver: ({ values: { cover, wentOutAt, backBy } }, { from, to, at, reason }) =>
    cover === from.id && wentOutAt === undefined && backBy !== undefined && compareDateTimes(backBy, at) >= 0
      ? { action: "replaceCover", values: { at, cover: to.id, reason } }
      : null,
  locked: ({ events }) => [...OUTING_SET_BY_STEPS, ...(events.length > 0 ? ASKED_FOR : [])],
  duties: (_, { dueDate, endedOn, status }) =>
    dueDate === null
      ? []
      : [
          {
            id: status === "out" ? "comeBack" : "decide",
            label: status === "out" ? { zh: "登记返回", en: "Come back" } : { zh: "外出办理", en: "Decide" },
            dueOn: dueDate,
            doneOn: endedOn,
            mustAct: "hallHead",
            source: "D3 一1 “短时外出,必须向大厅负责人请假”",
          },
        ],
  recount: recountOuting,
});

const ASKED_FOR = ["leavesAt", "backBy", "person", "kind", "destination", "cover"] as const;

function statusOf({ values, events }: OutingRow): OutingStatus {
  const steps = events.map(({ action }) => action);
  if (steps.includes("withdraw")) return "withdrawn";
  if (steps.includes("refuse")) return "refused";
  if (values.cameBackAt) return "back";
  if (values.wentOutAt) return "out";
  const cover = steps.findLast((step) => ["consent", "declineCover", "replaceCover"].includes(step));
  if (cover === "declineCover") return "coverDeclined";
  if (cover !== "consent") return "awaitingCover";
  return values.approved ? "ready" : "awaitingApproval";
}

function deriveOuting(row: OutingRow): Derived {
  const { leavesAt, backBy, cameBackAt } = row.values;
  if (!leavesAt || !backBy) throw new Error("an outing without its times was accepted");
  const status = statusOf(row);
  const open = outingStatuses[status].open;
  const day = dateOf(leavesAt);
  const ended: PlainDate | null = open
    ? null
    : dateOf(cameBackAt ?? row.events.at(-1)?.enteredAt ?? leavesAt);
  const due = status === "refused" || status === "withdrawn" ? null : day;
  return {
    status,
    open,
    businessDay: day,
    closingDay: ended,
    dueDate: due,
    originalDueDate: due,
    endedOn: ended,
    provisional: false,
    onTime: null,
    onTimeOriginal: null,
    marks: cameBackAt && compareDateTimes(cameBackAt, backBy) > 0 ? ["backLate"] : [],
  };
}

function recountOuting({ values }: OutingRow, { status }: Derived): Contribution[] {
  const { leavesAt, backBy, cameBackAt, kind = null } = values;
  if (!leavesAt || !backBy || (status !== "out" && status !== "back")) return [];
  const late = cameBackAt !== undefined && compareDateTimes(cameBackAt, backBy) > 0;
  return [
    { day: dateOf(leavesAt), dimension: kind, amounts: late ? { outings: 1, backLate: 1 } : { outings: 1 } },
  ];
}
