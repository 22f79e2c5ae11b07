// The case ledger (办件台账): every matter that a resident brings, D1 三6 "每件一登记".
import { dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Derived } from "../../ledger/record.ts";
import { type CaseRow, clockEventsOf, clockOf, receivedOn, statusOf } from "./case-clock.ts";
import { caseFields } from "./case-fields.ts";
import { caseMetrics } from "./case-metrics.ts";
import { checkCase } from "./case-rules.ts";
import { caseStatuses, caseTransitions } from "./case-transitions.ts";
import { recountCase } from "./recount-case.ts";

export const cases = defineLedger({
  id: "cases",
  version: 1,
  title: { zh: "办件台账", en: "Case ledger" },
  fields: caseFields,
  businessDate: "receivedAt",
  dimension: "matter",
  statuses: caseStatuses,
  transitions: caseTransitions,
  access: {
    read: [...HALL_STAFF, ...CENTRE_READERS],
    readPersonal: HALL_STAFF,
    upsert: HALL_STAFF,
    void: HALL_LEADERS,
    unmask: ["centreAdmin", "inspector"],
    erase: ["hallHead", "centreAdmin"],
    giveCorrectionNotice: HALL_STAFF,
    completeMaterials: HALL_STAFF,
    beginSpecialProcedure: HALL_LEADERS,
    endSpecialProcedure: HALL_STAFF,
    extend: ["hallHead"],
    forward: HALL_STAFF,
    recordUpstreamResult: HALL_STAFF,
    complete: HALL_STAFF,
    feedBack: HALL_STAFF,
  },
  metrics: caseMetrics,
  metricsVersion: 1,
  retentionYears: 5,
  derive: deriveCase,
  check: checkCase,
  effects: (action, event) => (action === "complete" || action === "feedBack" ? event.data : {}),
  trace: (row, facts) => clockOf(row, facts).trace,
  recount: recountCase,
});

function deriveCase(row: CaseRow, facts: LedgerFacts): Derived {
  const clock = clockOf(row, facts);
  const status = statusOf(row, clock, facts);
  const { completedAt } = row.values;
  const businessDay = receivedOn(row);
  return {
    status,
    open: caseStatuses[status].open,
    businessDay,
    closingDay: completedAt ? dateOf(completedAt) : null,
    dueDate: clock.dueDate,
    originalDueDate: clock.originalDueDate,
    // A case that has left the hall is nobody's to hurry here.
    endedOn: clock.endedOn,
    provisional: clock.provisional,
    onTime: clock.onTime,
    onTimeOriginal: clock.onTimeOriginal,
    marks: marksOf(row, businessDay, facts),
  };
}

/** What a row is remembered for in the figures. */
function marksOf(row: CaseRow, businessDay: Derived["businessDay"], facts: LedgerFacts): string[] {
  const marks: string[] = [];
  const matter = row.values.matter ? facts.findMatter(row.values.matter) : undefined;
  if (matter?.flow === "consultation") marks.push("consultation");
  const notices = clockEventsOf(row).filter((event) => event.type === "correctionNotice");
  if (notices.length > 0) marks.push("correctionNotice");
  if (notices.some((notice) => notice.type === "correctionNotice" && notice.breach)) marks.push("breach");
  // Old ledgers are entered late by nature.
  const isOld = row.values.legacyNumber !== undefined || yearOf(businessDay) < facts.calendar.firstYear;
  const lastDay = addWorkingDays(facts.calendar, businessDay, facts.policyOn(businessDay).lateEntryAfter);
  if (!isOld && dateOf(row.enteredAt) > lastDay) marks.push("lateEntry");
  return marks;
}
