// Referrals and enquiries (转介请示台账): nobody is sent away without knowing whom to see, or being told. D1 annex cl. 2, 3.
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { FollowingRow, RowChange } from "../../ledger/follow.ts";
import type { SumMetric } from "../../ledger/metric.ts";
import type { Contribution, Derived } from "../../ledger/record.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { referralFields, referralTransitions } from "./referral-fields.ts";
import {
  checkReferral,
  deriveReferral,
  type ReferralRow,
  referralDuties,
  responsibilityForReferral,
} from "./referral-rules.ts";

const counted = (
  label: SumMetric["label"],
  datedBy: SumMetric["datedBy"],
  counts: (derived: Derived) => boolean,
): SumMetric => ({
  label,
  combine: "sum",
  unit: "count",
  datedBy,
  amount: (_, derived) => (counts(derived) ? 1 : 0),
});

export const referrals = defineLedger({
  id: "referrals",
  version: 1,
  title: { zh: "转介请示台账", en: "Referrals and enquiries" },
  fields: referralFields,
  businessDate: "askedAt",
  dimension: "kind",
  statuses: {
    referred: { label: { zh: "已转介待接手", en: "referred, not yet taken over" }, open: true },
    sentBack: { label: { zh: "对方退回", en: "sent back" }, open: true },
    asked: { label: { zh: "了解请示中", en: "being enquired" }, open: true },
    answered: { label: { zh: "已有答复待告知", en: "answered, to be told" }, open: true },
    takenOver: { label: { zh: "对方已接手", en: "taken over" }, open: false },
    told: { label: { zh: "已告知当事人", en: "resident told" }, open: false },
  },
  transitions: referralTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    unmask: ["centreAdmin", "inspector"],
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    erase: ["hallHead", "centreAdmin"],
    takeOver: HALL_STAFF,
    sendBack: HALL_STAFF,
    referAgain: HALL_STAFF,
    handOver: HALL_STAFF,
    answer: HALL_STAFF,
    tell: HALL_STAFF,
  },
  metrics: {
    registered: counted({ zh: "转介请示", en: "Registered" }, "business", () => true),
    enquiries: counted({ zh: "其中请示", en: "of which enquiries" }, "business", ({ marks }) =>
      marks.includes("enquiry"),
    ),
    settled: counted({ zh: "已落实", en: "Settled" }, "closing", () => true),
    settledOnTime: counted(
      { zh: "按期落实", en: "Settled in time" },
      "closing",
      ({ onTime }) => onTime === true,
    ),
  },
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveReferral,
  check: (row, _, facts) => checkReferral(row, facts),
  locked: ({ events }) => [
    "caseId",
    "caseReferral",
    ...(events.length > 0 ? (["kind", "firstAskedBy", "askedAt", "tellBy"] as const) : []),
  ],
  follows: referralOnCase,
  responsibility: responsibilityForReferral,
  links: ({ values }) =>
    values.caseId ? [{ ledger: "cases", id: values.caseId, label: { zh: "所涉办件", en: "Case" } }] : [],
  duties: referralDuties,
  handOver(row, { from, to, at, reason }) {
    const { holder, answerable } = responsibilityForReferral(row);
    return answerable && holder === from.name
      ? { action: "handOver", values: { at, to: to.name, reason } }
      : null;
  },
  recount: recountReferral,
});

/** The case that it was referred from hears that the other side took it, or that the referral was void. */
function referralOnCase(
  { action, event, before, row }: RowChange<ReferralRow>,
  facts: LedgerFacts,
): FollowingRow[] {
  const { caseId, caseReferral = 0 } = row.values;
  const [taken] = event ? stepsOf("takeOver", referralTransitions.takeOver, [event]) : [];
  if (!caseId || !before || (!taken && action !== "void")) return [];
  const values = { at: taken?.at ?? facts.now, number: caseReferral, ...(taken?.by ? { by: taken.by } : {}) };
  return [{ ledger: "cases", id: caseId, action: "settleReferral", values }];
}

/** The same, counted a second time from values and days. */
function recountReferral(
  { values }: ReferralRow,
  { closingDay, dueDate, businessDay }: Derived,
): Contribution[] {
  const dimension = values.kind ?? null;
  const amounts: Record<string, number> = { registered: 1 };
  if (values.kind === "enquiry") amounts.enquiries = 1;
  const parts: Contribution[] = [{ day: businessDay, dimension, amounts }];
  if (closingDay === null) return parts;
  const inTime = dueDate !== null && closingDay <= dueDate;
  return [
    ...parts,
    { day: closingDay, dimension, amounts: { settled: 1, ...(inTime ? { settledOnTime: 1 } : {}) } },
  ];
}
