// When a complaint is to be acknowledged and answered, and how it stands.
import { type DateTime, dateOf } from "../../kernel/date-time.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { TypedRow } from "../../ledger/define-ledger.ts";
import { derivedRow } from "../../ledger/derived-row.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Derived } from "../../ledger/record.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type ComplaintFields, isOral } from "./complaint-fields.ts";
import { type ComplaintStatus, complaintStatuses, complaintTransitions } from "./complaint-transitions.ts";

export type ComplaintRow = TypedRow<ComplaintFields>;

const { acknowledge, assign, answer, followUp, withdraw } = complaintTransitions;

export interface ComplaintDays {
  readonly acknowledgeBy: PlainDate;
  readonly answerBy: PlainDate;
}

/**
 * D1 三4 投诉处理 states no figures: acknowledged in 1 working day, answered in 5, a major matter in 15 [P]. The
 * policy in force on the day of receipt holds. Null before the calendar's first year: not assessable.
 */
export function complaintDays(row: ComplaintRow, facts: LedgerFacts): ComplaintDays | null {
  const received = receivedOn(row);
  if (yearOf(received) < facts.calendar.firstYear) return null;
  const { acknowledgeWithin, answerWithin, answerMajorWithin } = facts.policyOn(received).complaints;
  return {
    acknowledgeBy: addWorkingDays(facts.calendar, received, acknowledgeWithin),
    answerBy: addWorkingDays(facts.calendar, received, row.values.major ? answerMajorWithin : answerWithin),
  };
}

/** Whoever leaves neither name nor contact. */
export function isAnonymous({ personalFields }: ComplaintRow): boolean {
  return !personalFields.includes("complainant") && !personalFields.includes("contact");
}

export function handlerOf({ events }: ComplaintRow): string | undefined {
  return stepsOf("assign", assign, events).at(-1)?.handler;
}

export function deriveComplaint(row: ComplaintRow, facts: LedgerFacts): Derived {
  const status = statusOf(row);
  const days = complaintDays(row, facts);
  const answered = dayOf(stepsOf("answer", answer, row.events).at(-1)?.at);
  const withdrawn = dayOf(stepsOf("withdraw", withdraw, row.events).at(-1)?.at);
  const dueDate = days?.answerBy ?? null;
  return derivedRow({
    status,
    open: complaintStatuses[status].open,
    businessDay: receivedOn(row),
    closingDay: answered ?? withdrawn,
    dueDate,
    // What was withdrawn was never answered: neither in time nor late.
    endedOn: answered,
    provisional: dueDate !== null && yearOf(dueDate) > facts.calendar.lastYear,
    marks: marksOf(row, days, facts),
    calendar: facts.calendar.version,
  });
}

/** What is owed about a complaint: to be taken on, and to be answered; each by its day. */
export function complaintDuties(row: ComplaintRow, derived: Derived, facts: LedgerFacts): RowDuty[] {
  const days = complaintDays(row, facts);
  if (!days || derived.status === "withdrawn") return [];
  return [
    {
      id: "acknowledge",
      label: { zh: "投诉受理告知", en: "Acknowledge a complaint" },
      dueOn: days.acknowledgeBy,
      doneOn: acknowledgedOn(row),
      mustAct: "hallHead",
      source: "D1 三4 投诉处理",
    },
    {
      id: "answer",
      label: row.values.major
        ? { zh: "答复重大投诉", en: "Answer a major complaint" }
        : { zh: "答复投诉", en: "Answer a complaint" },
      dueOn: days.answerBy,
      doneOn: derived.endedOn,
      mustAct: "hallHead",
      source: "D1 三4 投诉处理",
    },
  ];
}

function statusOf({ events }: ComplaintRow): ComplaintStatus {
  if (stepsOf("withdraw", withdraw, events).length > 0) return "withdrawn";
  if (stepsOf("followUp", followUp, events).length > 0) return "followedUp";
  if (stepsOf("answer", answer, events).length > 0) return "answered";
  return stepsOf("acknowledge", acknowledge, events).length > 0 ? "handling" : "received";
}

function marksOf(row: ComplaintRow, days: ComplaintDays | null, facts: LedgerFacts): string[] {
  const { events, personalFields, values } = row;
  const marks: string[] = [];
  if (isAnonymous(row)) marks.push("anonymous");
  if (values.major) marks.push("major");
  if (personalFields.includes("document") && !isOral(values.channel)) marks.push("inWriting");
  // "书面投诉尽可能附上相应的证据材料": a hint for whoever handles it, no refusal.
  if (!isOral(values.channel) && !personalFields.includes("evidence")) marks.push("withoutEvidence");
  const acknowledged = acknowledgedOn(row);
  if (days && acknowledged && acknowledged > days.acknowledgeBy) marks.push("acknowledgedLate");
  const finding = stepsOf("answer", answer, events).at(-1)?.finding;
  if (finding === "upheld" || finding === "partlyUpheld") marks.push("upheld");
  const content = stepsOf("followUp", followUp, events).at(-1)?.satisfaction;
  if (content === "satisfied" || content === "acceptable") marks.push("satisfied");
  if (content === "dissatisfied") marks.push("dissatisfied");
  const late = addWorkingDays(
    facts.calendar,
    receivedOn(row),
    facts.policyOn(receivedOn(row)).lateEntryAfter,
  );
  if (dateOf(row.enteredAt) > late) marks.push("lateEntry");
  return marks;
}

function acknowledgedOn({ events }: ComplaintRow): PlainDate | null {
  return dayOf(stepsOf("acknowledge", acknowledge, events).at(0)?.at);
}

export function receivedOn({ values }: ComplaintRow): PlainDate {
  if (!values.receivedAt) throw new Error("a complaint without a time of receipt was accepted");
  return dateOf(values.receivedAt);
}

function dayOf(at: DateTime | undefined): PlainDate | null {
  return at ? dateOf(at) : null;
}
