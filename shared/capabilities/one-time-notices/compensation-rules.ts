// What makes a claim for a second trip wrong, how it stands, who decides. D1 annex cl. 5.
import { type DateTime, dateOf } from "../../kernel/date-time.ts";
import { type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { Actor, TypedRow } from "../../ledger/define-ledger.ts";
import { derivedRow } from "../../ledger/derived-row.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { Derived } from "../../ledger/record.ts";
import { checkStepOrder } from "../../ledger/step-order.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type CompensationFields, compensationTransitions } from "./compensation-fields.ts";

export type CompensationRow = TypedRow<CompensationFields>;

const problems = defineProblems({
  claim_without_cause: {
    status: 422,
    zh: "没有写明事由:制度五说的是“能一次性告知清楚而未明确告知,致使服务对象跑二趟”;请写明第一次没有告知什么。",
    en: "The claim names no cause; the rule speaks of what could have been told at once and was not. Please say what was not told the first time.",
  },
  trips_out_of_order: {
    status: 422,
    zh: "第二次来的日期不晚于第一次,或晚于提出时间;请核对。",
    en: "The second trip lies not after the first one, or after the claim; please check the dates.",
  },
  unknown_person: {
    status: 422,
    zh: "承办人“{person}”不在名册中;请从列表里选择(制度五:由“承办人”赔偿)。",
    en: "“{person}” is not on the list of staff; please choose the handler from the list.",
  },
  amount_missing: {
    status: 422,
    zh: "决定赔偿的,请填写赔偿金额:系统不替您计算。",
    en: "A decision to pay states the amount; the system computes none.",
  },
  amount_without_payment: {
    status: 422,
    zh: "决定不予赔偿的,不填金额;请清空。",
    en: "Where nothing is due there is no amount; please clear it.",
  },
  paid_otherwise: {
    status: 422,
    zh: "实付金额与决定的金额({decided} 元)不同;请核对,或重新作出决定。",
    en: "The amount paid differs from the one decided ({decided} yuan); please check.",
  },
  decides_own_case: {
    status: 403,
    zh: "承办人不能决定自己该不该赔偿;请由大厅负责人或中心决定。",
    en: "The handler does not decide on their own case; the hall's head or the centre does.",
  },
});

/** How many working days for the decision, and for the payment after it, is the centre's policy [P]. */
export function deriveCompensation(row: CompensationRow, facts: LedgerFacts): Derived {
  const businessDay = claimedOn(row);
  const { decidedOn, pays, paidOn } = stateOf(row);
  const policy = facts.policyOn(businessDay).notices;
  const from = decidedOn ?? businessDay;
  const within = decidedOn ? policy.compensationPaidWithin : policy.compensationDecidedWithin;
  const assessable = yearOf(businessDay) >= facts.calendar.firstYear;
  const dueDate = assessable ? addWorkingDays(facts.calendar, from, within) : null;
  const status = decidedOn === null ? "claimed" : !pays ? "refused" : paidOn === null ? "toPay" : "paid";
  const closingDay = status === "refused" ? decidedOn : paidOn;
  return derivedRow({
    status,
    open: closingDay === null,
    businessDay,
    closingDay,
    dueDate,
    endedOn: closingDay,
    provisional: dueDate !== null && yearOf(dueDate) > facts.calendar.lastYear,
    calendar: facts.calendar.version,
  });
}

function stateOf({ events }: CompensationRow) {
  const { decide, recordPayment } = compensationTransitions;
  const decided = stepsOf("decide", decide, events).at(-1);
  const paid = stepsOf("recordPayment", recordPayment, events).at(-1);
  return {
    decidedOn: dayOf(decided?.at),
    pays: decided?.decision === "pay",
    amountInFen: decided?.amountInFen,
    paidOn: dayOf(paid?.at),
    paidInFen: paid?.paidInFen,
  };
}

export function compensationDuties(row: CompensationRow, derived: Derived): RowDuty[] {
  if (derived.dueDate === null || derived.status === "refused") return [];
  const decided = stateOf(row).decidedOn !== null;
  return [
    {
      id: decided ? "pay" : "decide",
      label: decided
        ? { zh: "支付往返交通费", en: "Pay the return fare" }
        : { zh: "决定往返交通费赔偿", en: "Decide on the return fare" },
      dueOn: derived.dueDate,
      doneOn: derived.endedOn,
      mustAct: "hallHead",
      source: "D1 附 一次性告知制度 五",
    },
  ];
}

export function checkCompensation(row: CompensationRow, facts: LedgerFacts): Problem[] {
  const { claimedAt } = row.values;
  return [
    ...checkCause(row),
    ...checkTrips(row),
    ...checkPerson(row, facts),
    ...checkDecision(row),
    ...(claimedAt ? checkStepOrder({ field: "claimedAt", at: claimedAt }, row.events, facts) : []),
  ];
}

/** Annex cl. 5: "能一次性告知清楚而未明确告知,致使服务对象跑二趟". */
function checkCause({ values }: CompensationRow): Problem[] {
  return values.cause ? [] : [problems.claim_without_cause({ field: "cause" })];
}

/** Annex cl. 5 "跑二趟": a second trip is one after the first. */
function checkTrips(row: CompensationRow): Problem[] {
  const { firstTripOn, secondTripOn } = row.values;
  if (!secondTripOn) return [];
  const sound = (!firstTripOn || firstTripOn < secondTripOn) && secondTripOn <= claimedOn(row);
  return sound ? [] : [problems.trips_out_of_order({ field: "secondTripOn" })];
}

function checkPerson({ values }: CompensationRow, facts: LedgerFacts): Problem[] {
  const { handler = "" } = values;
  return facts.findPerson(handler) ? [] : [problems.unknown_person({ field: "handler", person: handler })];
}

/** Annex cl. 5 "承办人应赔偿服务对象的往返交通费": what was decided is recorded, and paid as it was decided. */
function checkDecision(row: CompensationRow): Problem[] {
  const { decidedOn, pays, amountInFen, paidInFen } = stateOf(row);
  if (decidedOn === null) return [];
  if (pays && amountInFen === undefined) return [problems.amount_missing({ field: "amountInFen" })];
  if (!pays && amountInFen !== undefined) return [problems.amount_without_payment({ field: "amountInFen" })];
  return paidInFen === undefined || amountInFen === undefined || paidInFen === amountInFen
    ? []
    : [problems.paid_otherwise({ field: "paidInFen", decided: (amountInFen / 100).toFixed(2) })];
}

/** Nobody decides whether they have to pay themselves. */
export function permitsOnCompensation(action: string, row: CompensationRow | null, actor: Actor): Problem[] {
  return action === "decide" && row?.values.handler === actor.id ? [problems.decides_own_case({})] : [];
}

function claimedOn({ values }: CompensationRow): PlainDate {
  if (!values.claimedAt) throw new Error("a claim without its time was accepted");
  return dateOf(values.claimedAt);
}

function dayOf(at: DateTime | undefined): PlainDate | null {
  return at ? dateOf(at) : null;
}
