// What makes a case row wrong, across its fields; each refusal names the field and the remedy.
import { compareDateTimes, type DateTime, dateOf, instantOf } from "../../kernel/date-time.ts";
import { deadline } from "../../kernel/deadline.ts";
import { yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import type { LedgerFacts, MatterFacts } from "../../ledger/facts.ts";
import { isValuesOf, type ValuesOf } from "../../ledger/field.ts";
import {
  type CaseRow,
  clockEventsOf,
  closesWithoutMaterials,
  isAwaitingCorrection,
  policyFor,
} from "./case-clock.ts";
import { ANONYMOUS, type caseFields } from "./case-fields.ts";
import { caseTransitions } from "./case-transitions.ts";

const DAY_MS = 86_400_000;

export const caseProblems = defineProblems({
  unknown_matter: {
    status: 422,
    zh: "服务事项“{matter}”不在目录中;请从目录里选择。",
    en: "Service item “{matter}” is not in the catalogue; please choose one that is.",
  },
  matter_retired: {
    status: 422,
    zh: "“{matter}”自 {date} 起已停办;请改选现行事项。",
    en: "“{matter}” has been retired since {date}; please choose a current service item.",
  },
  matter_without_limit: {
    status: 422,
    zh: "“{matter}”没有办理期限,尚不能受理;请让中心先定期限,或填写给定到期日。",
    en: "“{matter}” has no time limit yet; ask the centre to set one, or fill in the given due date.",
  },
  before_calendar: {
    status: 422,
    zh: "收件日期早于工作日历的第一年({year}),算不出到期日;请填写“给定到期日”。",
    en: "Received before the calendar's first year ({year}), so no due date can be computed; please fill in the given due date.",
  },
  unknown_subtype: {
    status: 422,
    zh: "“{matter}”没有类别“{subtype}”;请从列表里选择。",
    en: "“{matter}” has no kind “{subtype}”; please choose from the list.",
  },
  completed_before_accepted: {
    status: 422,
    zh: "办结时间({completed})早于受理时间({accepted});请核对这两个时间。",
    en: "Completed at {completed}, before it was accepted at {accepted}; please check both times.",
  },
  accepted_before_received: {
    status: 422,
    zh: "受理时间早于收件时间;请核对。",
    en: "Accepted before it was received; please check both times.",
  },
  in_the_future: {
    status: 422,
    zh: "“{label}”在将来;请核对日期。",
    en: "{label} lies in the future; please check the date.",
  },
  outcome_missing: {
    status: 422,
    zh: "填了办结时间,还要填“办理结果”。",
    en: "A time of completion needs an outcome; please choose one.",
  },
  completion_time_missing: {
    status: 422,
    zh: "填了办理结果,还要填“办结时间”。",
    en: "An outcome needs a time of completion; please fill it in.",
  },
  feedback_incomplete: {
    status: 422,
    zh: "反馈要在办结之后,并写明时间和方式;请补全。",
    en: "Feedback comes after completion and needs both time and channel; please complete it.",
  },
  visitor_name_missing: {
    status: 422,
    zh: "“{matter}”要登记来访人员姓名,不能填“匿名”。",
    en: "“{matter}” needs the visitor's name; “anonymous” is not enough.",
  },
  no_names_for_matter: {
    status: 422,
    zh: "“{matter}”只计数、不记名;来访人员请填“匿名”,电话和事由留空。",
    en: "“{matter}” is counted without names; enter “anonymous” and leave telephone and request empty.",
  },
  fee_not_due: {
    status: 422,
    zh: "“{matter}”不收费;请删去收费和收据号。",
    en: "“{matter}” takes no fee; please remove fee and receipt number.",
  },
  receipt_missing: {
    status: 422,
    zh: "收了费要填收据号;有收据号也要填收费。",
    en: "A fee needs a receipt number, and a receipt number a fee.",
  },
  due_before_received: {
    status: 422,
    zh: "给定到期日早于收件日期;请核对。",
    en: "The given due date lies before the day of receipt; please check it.",
  },
  event_out_of_order: {
    status: 422,
    zh: "“{label}”早于它之前的步骤({earlier});请核对时间。",
    en: "{label} comes before the step it follows ({earlier}); please check the time.",
  },
  materials_not_complete: {
    status: 422,
    zh: "还在等补正材料;请先登记“材料补齐”,或以撤回、不予受理、不予办理结案。",
    en: "Materials are still awaited; record them as complete first, or close as withdrawn, not accepted or refused.",
  },
  extension_after_expiry: {
    status: 422,
    zh: "延期须在到期日({dueDate})当天或之前申请;这次申请已过期。",
    en: "An extension has to be asked for by the due date ({dueDate}); this one came later.",
  },
  nothing_to_extend: {
    status: 422,
    zh: "本件没有可延长的期限。",
    en: "This case has no limit that could be extended.",
  },
  not_forwardable: {
    status: 422,
    zh: "“{matter}”不需上报外单位,由大厅办结。",
    en: "“{matter}” is finished by the hall itself and is not forwarded.",
  },
});

export function checkCase(
  row: CaseRow,
  personal: ValuesOf<typeof caseFields>,
  facts: LedgerFacts,
): Problem[] {
  const { values } = row;
  const matter = values.matter ? facts.findMatter(values.matter) : undefined;
  if (!matter) return [caseProblems.unknown_matter({ field: "matter", matter: values.matter ?? "" })];
  return [
    ...checkMatter(row, matter, facts),
    ...checkTimes(row, facts),
    ...checkVisitor(row, personal, matter),
    ...checkFee(row, matter),
    ...checkLastEvent(row, matter, facts),
  ];
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
  const latest = instantOf(facts.now) + DAY_MS;
  for (const [field, at, label] of [
    ["receivedAt", receivedAt, { zh: "收件时间", en: "Received at" }],
    ["acceptedAt", acceptedAt, { zh: "受理时间", en: "Accepted at" }],
    ["completedAt", completedAt, { zh: "办结时间", en: "Completed at" }],
    ["feedbackAt", feedbackAt, { zh: "反馈时间", en: "Fed back at" }],
  ] as const) {
    if (at && instantOf(at) > latest) problems.push(caseProblems.in_the_future({ field, label }));
  }
  if (acceptedAt && receivedAt && isBefore(acceptedAt, receivedAt)) {
    problems.push(caseProblems.accepted_before_received({ field: "acceptedAt" }));
  }
  const accepted = acceptedAt ?? receivedAt;
  if (completedAt && accepted && isBefore(completedAt, accepted)) {
    problems.push(
      caseProblems.completed_before_accepted({
        field: "completedAt",
        completed: showMinute(completedAt),
        accepted: showMinute(accepted),
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

/** The step taken last has to fit the steps before it. */
function checkLastEvent(row: CaseRow, matter: MatterFacts, facts: LedgerFacts): Problem[] {
  const before: CaseRow = { ...row, events: row.events.slice(0, -1) };
  const open: CaseRow = { ...row, values: withoutClosing(row.values) };
  const problems: Problem[] = [];
  const { completedAt, outcome } = row.values;
  if (completedAt && isAwaitingCorrection(open, facts) && !closesWithoutMaterials(outcome)) {
    problems.push(caseProblems.materials_not_complete({ field: "completedAt" }));
  }
  const last = row.events.at(-1);
  if (!last) return problems;
  if (last.action === "forward" && !matter.upstream) {
    problems.push(caseProblems.not_forwardable({ field: "agency", matter: matter.name }));
  }
  if (last.action === "extend" && isValuesOf(caseTransitions.extend.fields, last.data)) {
    const { dueDate } = deadline(clockEventsOf(withOpen(before)), policyFor(row, facts), facts.calendar);
    if (dueDate === null) problems.push(caseProblems.nothing_to_extend({ field: "workingDays" }));
    else if (last.data.askedAt && dateOf(last.data.askedAt) > dueDate) {
      problems.push(caseProblems.extension_after_expiry({ field: "askedAt", dueDate }));
    }
  }
  return [...problems, ...checkOrder(row)];
}

/** A step does not lie before the receipt, nor before the step that it follows. */
function checkOrder(row: CaseRow): Problem[] {
  let earlier = row.values.receivedAt;
  for (const event of row.events) {
    const at = timeOf(event.data);
    if (!at) continue;
    if (earlier && isBefore(at.time, earlier)) {
      return [
        caseProblems.event_out_of_order({
          field: at.field,
          label: { zh: "时间", en: "The time" },
          earlier: showMinute(earlier),
        }),
      ];
    }
    earlier = at.time;
  }
  return [];
}

function timeOf(data: Readonly<Record<string, unknown>>): { field: string; time: DateTime } | undefined {
  const { at } = caseTransitions.completeMaterials.fields;
  for (const field of ["at", "toldAt"]) {
    const parsed = at.schema.safeParse(data[field]);
    if (parsed.success) return { field, time: parsed.data };
  }
  return undefined;
}

function withoutClosing(values: CaseRow["values"]): CaseRow["values"] {
  const { completedAt: _completedAt, outcome: _outcome, ...open } = values;
  return open;
}

function withOpen(row: CaseRow): CaseRow {
  return { ...row, values: withoutClosing(row.values) };
}

function isBefore(a: DateTime, b: DateTime): boolean {
  return compareDateTimes(a, b) < 0;
}

function showMinute(at: DateTime): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}
