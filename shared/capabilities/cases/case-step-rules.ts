// What makes a step of a case wrong: each has to fit the steps before it, in the round in force.
import { compareDateTimes, type DateTime, dateOf, instantOf, showDateTime } from "../../kernel/date-time.ts";
import { addDays, isPlainDate } from "../../kernel/plain-date.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { LedgerFacts, MatterFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import type { RowEvent } from "../../ledger/record.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import {
  type CaseRow,
  clockOf,
  closesWithoutMaterials,
  isAwaitingCorrection,
  untoldExtension,
} from "./case-clock.ts";
import { FLOW_NAMES, isCaseFlow, isStepOf } from "./case-flows.ts";
import { caseProblems } from "./case-problems.ts";
import { currentRound } from "./case-rounds.ts";
import { caseTransitions } from "./case-transitions.ts";
import { lacksConsent } from "./consent.ts";
import { responsibilityOf } from "./responsibility.ts";

const DAY_MS = 86_400_000;
/** No procedure of a hall goes on for longer than ten years. */
const LONGEST_DAYS = 3650;

interface Step {
  /** The row with the step, and without it. */
  readonly row: CaseRow;
  readonly before: CaseRow;
  readonly event: RowEvent;
  readonly matter: MatterFacts;
  readonly facts: LedgerFacts;
}

type StepRule = (step: Step) => Problem[];

const STEP_RULES: Partial<Record<keyof typeof caseTransitions, StepRule>> = {
  forward: checkForwarding,
  extend: checkExtension,
  tellExtension: checkTelling,
  beginSpecialProcedure: checkBeginning,
  endSpecialProcedure: checkEnding,
  handOver: checkHandover,
  refer: checkReferral,
  rate: checkRating,
  noteRating: checkRating,
  reopen: checkReopening,
};

/** Steps happen in their order, and not in the future. */
export function checkStepTimes(row: CaseRow, facts: LedgerFacts): Problem[] {
  const event = row.events.at(-1);
  if (!event) return [];
  const future = timesOf(event).filter(({ time }) => isFuture(time, facts));
  return [
    ...future.map(({ field, label }) => caseProblems.in_the_future({ field, label })),
    ...checkDays(event, facts),
    ...(future.length > 0 ? [] : checkOrder(row)),
  ];
}

/** The step taken last has to fit the steps before it. */
export function checkLastStep(row: CaseRow, matter: MatterFacts, facts: LedgerFacts): Problem[] {
  const problems = checkClosing(row, facts);
  const event = row.events.at(-1);
  if (!event) return problems;
  if (!isStepOf(matter.flow, event.action)) return [...problems, stepNotInFlow(matter, event.action)];
  const before: CaseRow = { ...row, events: row.events.slice(0, -1) };
  const rule = isCaseAction(event.action) ? STEP_RULES[event.action] : undefined;
  return [...problems, ...(rule?.({ row, before, event, matter, facts }) ?? [])];
}

/** D1 三5 “根据申办人申办事项的类别，建立规范的 … 工作流程”. */
function stepNotInFlow({ name, flow }: MatterFacts, action: string): Problem {
  const kind = isCaseFlow(flow) ? FLOW_NAMES[flow] : { zh: flow, en: flow };
  const label = isCaseAction(action) ? caseTransitions[action].label : { zh: action, en: action };
  return caseProblems.step_not_in_flow({ field: "matter", matter: name, flow: kind, action: label });
}

export function isBefore(a: DateTime, b: DateTime): boolean {
  return compareDateTimes(a, b) < 0;
}

/** What is recorded as done has been done; clocks of people and machines differ by less than a day. */
export function isFuture(at: DateTime, { now }: LedgerFacts): boolean {
  return instantOf(at) > instantOf(now) + DAY_MS;
}

function isCaseAction(action: string): action is keyof typeof caseTransitions {
  return Object.hasOwn(caseTransitions, action);
}

function checkClosing(row: CaseRow, facts: LedgerFacts): Problem[] {
  const { completedAt, outcome } = row.values;
  if (!completedAt || closesWithoutMaterials(outcome)) return [];
  return isAwaitingCorrection(currentRound(withOpen(row)), facts)
    ? [caseProblems.materials_not_complete({ field: "completedAt" })]
    : [];
}

/** D1 三5 “自愿”: nobody's matter goes on in their name before they agreed. */
function checkForwarding({ row, matter }: Step): Problem[] {
  if (!matter.upstream) return [caseProblems.not_forwardable({ field: "agency", matter: matter.name })];
  return lacksConsent(row, matter) ? [caseProblems.consent_missing({ field: "consent" })] : [];
}

/** 行政许可法 42: an extension is granted before the limit runs out, with a reason that the applicant is told. */
function checkExtension({ before, event, facts }: Step): Problem[] {
  if (!isValuesOf(caseTransitions.extend.fields, event.data)) return [];
  const { askedAt, at, toldAt } = event.data;
  const problems: Problem[] = [];
  const { dueDate } = clockOf(currentRound(withOpen(before)), facts);
  if (dueDate === null) problems.push(caseProblems.nothing_to_extend({ field: "workingDays" }));
  else if (askedAt && dateOf(askedAt) > dueDate) {
    problems.push(caseProblems.extension_after_expiry({ field: "askedAt", dueDate }));
  }
  if (at && askedAt && isBefore(at, askedAt)) {
    problems.push(caseProblems.approved_before_asked({ field: "at" }));
  }
  if (at && toldAt && isBefore(toldAt, at)) {
    problems.push(caseProblems.told_before_granted({ field: "toldAt" }));
  }
  return problems;
}

function checkTelling({ before, event }: Step): Problem[] {
  const granted = untoldExtension(currentRound(before));
  if (!granted) return [caseProblems.no_extension_to_tell({ field: "toldAt" })];
  const { fields } = caseTransitions.tellExtension;
  const told = isValuesOf(fields, event.data) ? event.data.toldAt : undefined;
  return told && isBefore(told, granted) ? [caseProblems.told_before_granted({ field: "toldAt" })] : [];
}

function checkBeginning({ row, event }: Step): Problem[] {
  if (!isValuesOf(caseTransitions.beginSpecialProcedure.fields, event.data)) return [];
  const { startsOn, endsOn } = event.data;
  const { receivedAt } = currentRound(row).values;
  if (!startsOn) return [];
  const problems: Problem[] = [];
  if (receivedAt && startsOn < dateOf(receivedAt)) {
    problems.push(caseProblems.procedure_before_receipt({ field: "startsOn", received: dateOf(receivedAt) }));
  }
  if (endsOn && endsOn < startsOn) {
    problems.push(caseProblems.ends_before_it_begins({ field: "endsOn", begins: startsOn }));
  }
  return problems;
}

function checkEnding({ before, event }: Step): Problem[] {
  const { endSpecialProcedure, beginSpecialProcedure } = caseTransitions;
  const endsOn = isValuesOf(endSpecialProcedure.fields, event.data) ? event.data.endsOn : undefined;
  for (const { action, data } of currentRound(before).events) {
    if (action !== "beginSpecialProcedure" || !isValuesOf(beginSpecialProcedure.fields, data)) continue;
    const { startsOn } = data;
    if (endsOn && startsOn && !data.endsOn && endsOn < startsOn) {
      return [caseProblems.ends_before_it_begins({ field: "endsOn", begins: startsOn })];
    }
  }
  return [];
}

function checkHandover({ before, event }: Step): Problem[] {
  if (!isValuesOf(caseTransitions.handOver.fields, event.data)) return [];
  const { holder, department } = responsibilityOf(before);
  const stays = event.data.to === holder && (event.data.department ?? null) === department;
  return stays ? [caseProblems.handed_to_holder({ field: "to", holder })] : [];
}

/** Annex cl. 2: "要明确告知他人应找哪个部门或哪位同志办理". */
function checkReferral({ event }: Step): Problem[] {
  const [referral] = stepsOf("refer", caseTransitions.refer, [event]);
  return referral?.to || referral?.department ? [] : [caseProblems.refers_to_nobody({ field: "department" })];
}

/** D1 二 "提高居民满意度": one rating for each closing, whatever anybody would like better afterwards. */
function checkRating({ before }: Step): Problem[] {
  return currentRound(before).events.some(({ action }) => action === "rate" || action === "noteRating")
    ? [caseProblems.rated_already({ field: "grade" })]
    : [];
}

/** A round that was closed cannot be reopened before that. */
function checkReopening({ row, event }: Step): Problem[] {
  const at = isValuesOf(caseTransitions.reopen.fields, event.data) ? event.data.at : undefined;
  const closed = row.values.rounds?.at(-1);
  const end = closed?.feedbackAt ?? closed?.completedAt;
  return at && end && isBefore(at, end)
    ? [caseProblems.reopened_before_closed({ field: "at", closed: showDateTime(end) })]
    : [];
}

/** Days of a procedure may lie ahead, but not beyond all reason. */
function checkDays({ data }: RowEvent, { today }: LedgerFacts): Problem[] {
  const latest = addDays(today, LONGEST_DAYS);
  return DAYS.flatMap(({ field, label }) => {
    const day = data[field];
    const isDay = typeof day === "string" && isPlainDate(day);
    return isDay && day > latest ? [caseProblems.too_far_ahead({ field, label, latest })] : [];
  });
}

const DAYS = [
  { field: "startsOn", label: { zh: "开始日期", en: "Starts on" } },
  { field: "endsOn", label: { zh: "结束日期", en: "Ends on" } },
] as const;

/** What still happens after the completion: the resident has to be told, and may be asked how it was. */
const GOES_ON: ReadonlySet<string> = new Set(["handOver", "refer", "settleReferral", "rate", "noteRating"]);

/** A step does not lie before the receipt, nor before the step that it follows; the completion ends them all. */
function checkOrder(row: CaseRow): Problem[] {
  let earlier = row.values.receivedAt;
  let worked = earlier;
  for (const event of row.events) {
    const at = timesOf(event).find(({ field }) => field === "at" || field === "toldAt");
    // When the other side took a referral is their time, and judged there.
    if (!at || event.action === "settleReferral") continue;
    if (earlier && isBefore(at.time, earlier)) return [outOfOrder(at.field, earlier)];
    earlier = at.time;
    if (!GOES_ON.has(event.action)) worked = at.time;
  }
  const { completedAt } = row.values;
  return completedAt && worked && isBefore(completedAt, worked) ? [outOfOrder("completedAt", worked)] : [];
}

function outOfOrder(field: string, earlier: DateTime): Problem {
  return caseProblems.event_out_of_order({
    field,
    label: { zh: "时间", en: "The time" },
    earlier: showDateTime(earlier),
  });
}

const MOMENTS = [
  { field: "at", label: { zh: "时间", en: "The time" } },
  { field: "toldAt", label: { zh: "告知时间", en: "Told at" } },
  { field: "askedAt", label: { zh: "申请延期时间", en: "Asked at" } },
] as const;

function timesOf({ data }: RowEvent) {
  const { at } = caseTransitions.completeMaterials.fields;
  return MOMENTS.flatMap((moment) => {
    const parsed = at.schema.safeParse(data[moment.field]);
    return parsed.success ? [{ ...moment, time: parsed.data }] : [];
  });
}

/** The row as it was while it was open. */
function withOpen(row: CaseRow): CaseRow {
  const { completedAt: _completedAt, outcome: _outcome, ...open } = row.values;
  return { ...row, values: open };
}
