// What makes a case row wrong, across its fields; each refusal names the field and the remedy.
import { dateOf, showDateTime } from "../../kernel/date-time.ts";
import { addDays, yearOf } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { LedgerFacts, MatterFacts } from "../../ledger/facts.ts";
import type { ValuesOf } from "../../ledger/field.ts";
import { type CaseRow, matterOf } from "./case-clock.ts";
import { ANONYMOUS, type caseFields } from "./case-fields.ts";
import { caseProblems } from "./case-problems.ts";
import { checkLastStep, checkStepTimes, isBefore, isFuture } from "./case-step-rules.ts";

/** No case of a hall is due later than ten years after its receipt. */
const LONGEST_DAYS = 3650;

export function checkCase(
  row: CaseRow,
  personal: ValuesOf<typeof caseFields>,
  facts: LedgerFacts,
): Problem[] {
  const { values } = row;
  const matter = matterOf(row, facts);
  if (!matter) return [caseProblems.unknown_matter({ field: "matter", matter: values.matter ?? "" })];
  const problems = [
    ...checkMatter(row, matter, facts),
    ...checkTimes(row, facts),
    ...checkVisitor(row, personal, matter),
    ...checkFee(row, matter),
    ...checkStepTimes(row, facts),
  ];
  // The clock is only asked about times that can be.
  return problems.length > 0 ? problems : checkLastStep(row, matter, facts);
}

function checkMatter({ values }: CaseRow, matter: MatterFacts, facts: LedgerFacts): Problem[] {
  const problems: Problem[] = [];
  const received = values.receivedAt ? dateOf(values.receivedAt) : facts.today;
  if (matter.retiredFrom && received >= matter.retiredFrom) {
    problems.push(
      caseProblems.matter_retired({ field: "matter", matter: matter.name, date: matter.retiredFrom }),
    );
  }
  if (!values.givenDueDate) {
    if (matter.timeLimit === null && matter.flow !== "routineTask") {
      problems.push(caseProblems.matter_without_limit({ field: "matter", matter: matter.name }));
    } else if (matter.timeLimit !== null && yearOf(received) < facts.calendar.firstYear) {
      problems.push(caseProblems.before_calendar({ field: "givenDueDate", year: facts.calendar.firstYear }));
    }
  } else if (values.givenDueDate < received) {
    problems.push(caseProblems.due_before_received({ field: "givenDueDate" }));
  } else if (values.givenDueDate > addDays(received, LONGEST_DAYS)) {
    const latest = addDays(received, LONGEST_DAYS);
    problems.push(
      caseProblems.too_far_ahead({
        field: "givenDueDate",
        label: { zh: "给定到期日", en: "Given due date" },
        latest,
      }),
    );
  }
  if (values.subtype && !matter.subtypes.some(({ id }) => id === values.subtype)) {
    problems.push(
      caseProblems.unknown_subtype({ field: "subtype", matter: matter.name, subtype: values.subtype }),
    );
  }
  return problems;
}

function checkTimes({ values }: CaseRow, facts: LedgerFacts): Problem[] {
  const { receivedAt, acceptedAt, completedAt, outcome, feedbackAt, feedbackChannel } = values;
  const problems: Problem[] = [];
  for (const [field, at, label] of [
    ["receivedAt", receivedAt, { zh: "收件时间", en: "Received at" }],
    ["acceptedAt", acceptedAt, { zh: "受理时间", en: "Accepted at" }],
    ["completedAt", completedAt, { zh: "办结时间", en: "Completed at" }],
    ["feedbackAt", feedbackAt, { zh: "反馈时间", en: "Fed back at" }],
  ] as const) {
    if (at && isFuture(at, facts)) problems.push(caseProblems.in_the_future({ field, label }));
  }
  if (acceptedAt && receivedAt && isBefore(acceptedAt, receivedAt)) {
    problems.push(caseProblems.accepted_before_received({ field: "acceptedAt" }));
  }
  const accepted = acceptedAt ?? receivedAt;
  if (completedAt && accepted && isBefore(completedAt, accepted)) {
    problems.push(
      caseProblems.completed_before_accepted({
        field: "completedAt",
        completed: showDateTime(completedAt),
        accepted: showDateTime(accepted),
      }),
    );
  }
  if (completedAt && !outcome) problems.push(caseProblems.outcome_missing({ field: "outcome" }));
  if (outcome && !completedAt) problems.push(caseProblems.completion_time_missing({ field: "completedAt" }));
  const feedback = feedbackAt || feedbackChannel;
  if (feedback && !(feedbackAt && feedbackChannel && completedAt && !isBefore(feedbackAt, completedAt))) {
    problems.push(caseProblems.feedback_incomplete({ field: feedbackAt ? "feedbackChannel" : "feedbackAt" }));
  }
  return problems;
}

function checkVisitor(row: CaseRow, personal: ValuesOf<typeof caseFields>, matter: MatterFacts): Problem[] {
  const named = personal.visitor !== undefined && personal.visitor !== ANONYMOUS;
  if (matter.anonymous) {
    return named || personal.phoneTail || personal.content
      ? [caseProblems.no_names_for_matter({ field: "visitor", matter: matter.name })]
      : [];
  }
  // Old ledgers may come without names; a consultation may be asked in passing.
  const mayBeAnonymous = matter.flow === "consultation" || row.values.legacyNumber !== undefined;
  return personal.visitor === ANONYMOUS && !mayBeAnonymous
    ? [caseProblems.visitor_name_missing({ field: "visitor", matter: matter.name })]
    : [];
}

function checkFee({ values }: CaseRow, matter: MatterFacts): Problem[] {
  const { feeInFen, receiptNumber } = values;
  if (feeInFen === undefined && receiptNumber === undefined) return [];
  if (!matter.fee) return [caseProblems.fee_not_due({ field: "feeInFen", matter: matter.name })];
  const complete = (feeInFen ?? 0) === 0 ? receiptNumber === undefined : receiptNumber !== undefined;
  return complete ? [] : [caseProblems.receipt_missing({ field: feeInFen ? "receiptNumber" : "feeInFen" })];
}
