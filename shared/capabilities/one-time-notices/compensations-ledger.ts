// Return fares (往返交通费): claims of residents who were made to come twice. D1 annex cl. 5; never computed or deducted.
import { dateOf, isDateTime } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { SumMetric } from "../../ledger/metric.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import { compensationFields, compensationTransitions } from "./compensation-fields.ts";
import {
  type CompensationRow,
  checkCompensation,
  compensationDuties,
  deriveCompensation,
  permitsOnCompensation,
} from "./compensation-rules.ts";

const counted = (label: SumMetric["label"], datedBy: SumMetric["datedBy"], status?: string): SumMetric => ({
  label,
  combine: "sum",
  unit: "count",
  datedBy,
  amount: (_, derived) => (status === undefined || derived.status === status ? 1 : 0),
});

export const travelCompensations = defineLedger({
  id: "travel-compensations",
  version: 1,
  title: { zh: "往返交通费赔偿台账", en: "Return fares" },
  fields: compensationFields,
  businessDate: "claimedAt",
  dimension: "causeKind",
  statuses: {
    claimed: { label: { zh: "待决定", en: "claimed" }, open: true },
    toPay: { label: { zh: "待支付", en: "to be paid" }, open: true },
    paid: { label: { zh: "已支付", en: "paid" }, open: false },
    refused: { label: { zh: "不予赔偿", en: "nothing due" }, open: false },
  },
  transitions: compensationTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    unmask: ["centreAdmin", "inspector"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    decide: ["hallHead", "supervisingLeader", "director", "centreAdmin"],
    recordPayment: HALL_LEADERS,
  },
  metrics: {
    claims: counted({ zh: "赔偿申请", en: "Claims" }, "business"),
    paid: counted({ zh: "已支付", en: "Paid" }, "closing", "paid"),
    refused: counted({ zh: "不予赔偿", en: "Nothing due" }, "closing", "refused"),
    paidInFen: {
      label: { zh: "支付金额(元)", en: "Paid (yuan)" },
      combine: "sum",
      unit: "fen",
      datedBy: "closing",
      amount: ({ events }) => {
        const paid = events.findLast(({ action }) => action === "recordPayment")?.data.paidInFen;
        return typeof paid === "number" ? paid : 0;
      },
    },
  },
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveCompensation,
  check: (row, _, facts) => checkCompensation(row, facts),
  permits: permitsOnCompensation,
  locked: ({ events }) => (events.length > 0 ? ["handler", "claimedAt", "claimedInFen"] : []),
  duties: compensationDuties,
  recount: recountCompensation,
});

/** The same, counted a second time from values and steps. */
function recountCompensation({ values, events }: CompensationRow, derived: Derived): Contribution[] {
  const dimension = values.causeKind ?? null;
  const parts: Contribution[] = [{ day: derived.businessDay, dimension, amounts: { claims: 1 } }];
  const last = events.at(-1);
  const at = last?.data.at;
  if (!last || typeof at !== "string" || !isDateTime(at)) return parts;
  const { paidInFen, decision } = last.data;
  if (typeof paidInFen === "number")
    parts.push({ day: dateOf(at), dimension, amounts: { paid: 1, paidInFen } });
  if (decision === "refuse") parts.push({ day: dateOf(at), dimension, amounts: { refused: 1 } });
  return parts;
}
