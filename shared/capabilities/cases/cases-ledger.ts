// The case ledger (办件台账): every matter that a resident brings, D1 三6 "每件一登记".
import { dateOf } from "../../kernel/date-time.ts";
import { CENTRE_READERS, HALL_LEADERS, HALL_STAFF } from "../../kernel/permissions.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import { defineLedger } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Values } from "../../ledger/field.ts";
import type { Derived, RowEvent } from "../../ledger/record.ts";
import { breachFindings } from "./breach-findings.ts";
import {
  type CaseRow,
  clockEventsOf,
  clockOf,
  matterOf,
  receivedOn,
  statusOf,
  untoldExtension,
} from "./case-clock.ts";
import { caseDuties } from "./case-duties.ts";
import { caseFields } from "./case-fields.ts";
import { caseFollows, caseLinks } from "./case-follows.ts";
import { caseBoards, caseMetrics } from "./case-metrics.ts";
import { currentRound, reopeningEffects, roundsOf } from "./case-rounds.ts";
import { checkCase } from "./case-rules.ts";
import { caseStatuses, caseTransitions } from "./case-transitions.ts";
import { lacksConsent } from "./consent.ts";
import { recountCase } from "./recount-case.ts";
import { firstAskedByOf, responsibilityOf } from "./responsibility.ts";

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
    tellExtension: HALL_STAFF,
    forward: HALL_STAFF,
    recordUpstreamResult: HALL_STAFF,
    complete: HALL_STAFF,
    feedBack: HALL_STAFF,
    handOver: HALL_STAFF,
    refer: HALL_STAFF,
    rate: HALL_STAFF,
    reopen: HALL_LEADERS,
  },
  metrics: caseMetrics,
  boards: caseBoards,
  metricsVersion: 3,
  retentionYears: 5,
  derive: deriveCase,
  check: checkCase,
  effects: caseEffects,
  locked: ({ events }) => [
    "rounds",
    // Handing over does not move the answer, and nobody edits themselves out of it.
    ...(events.some(({ action }) => action === "handOver") ? (["firstAskedBy"] as const) : []),
  ],
  follows: caseFollows,
  links: caseLinks,
  responsibility: responsibilityOf,
  trace: (row, facts) => clockOf(currentRound(row), facts).trace,
  duties: (row, _, facts) => caseDuties(row, facts),
  draftFindings: breachFindings,
  handOver(row, { from, to, at, reason }) {
    const { holder, answerable } = responsibilityOf(row);
    return holder === from.name && answerable
      ? { action: "handOver", values: { at, to: to.name, reason } }
      : null;
  },
  recount: recountCase,
});

function caseEffects(action: string, event: RowEvent, row: CaseRow, judged: Derived): Values {
  switch (action) {
    case "complete":
    case "feedBack":
      return event.data;
    // What the case says already stays.
    case "forward":
      return event.data.consent === undefined ? {} : { consent: event.data.consent };
    case "handOver":
      return { firstAskedBy: firstAskedByOf(row) };
    case "reopen":
      return reopeningEffects(row, judged);
    default:
      return {};
  }
}

function deriveCase(row: CaseRow, facts: LedgerFacts): Derived {
  const round = currentRound(row);
  const clock = clockOf(round, facts);
  const status = statusOf(round, clock, facts);
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
    calendar: facts.calendar.version,
  };
}

/** What a row is remembered for in the figures. */
function marksOf(row: CaseRow, businessDay: Derived["businessDay"], facts: LedgerFacts): string[] {
  const marks: string[] = [];
  const matter = matterOf(row, facts);
  if (matter?.flow === "consultation") marks.push("consultation");
  const rounds = roundsOf(row);
  const notices = rounds.flatMap(clockEventsOf).filter((event) => event.type === "correctionNotice");
  if (notices.length > 0) marks.push("correctionNotice");
  if (notices.some((notice) => notice.type === "correctionNotice" && notice.breach)) marks.push("breach");
  if (row.values.completedAt && lacksConsent(row, matter)) marks.push("withoutConsent");
  if (rounds.length > 1) marks.push("reopened");
  if (rounds.some(untoldExtension)) marks.push("extensionUntold");
  // Old ledgers are entered late by nature.
  const isOld = row.values.legacyNumber !== undefined || yearOf(businessDay) < facts.calendar.firstYear;
  const lastDay = addWorkingDays(facts.calendar, businessDay, facts.policyOn(businessDay).lateEntryAfter);
  if (!isOld && dateOf(row.enteredAt) > lastDay) marks.push("lateEntry");
  return marks;
}
