// Items reckoned from the case ledger: in time, one list of corrections, told, six fields. D1 三5, 三6, annex cl. 2.
import { isOverdue } from "../../../kernel/deadline.ts";
import {
  type InspectedRow,
  type InspectionFacts,
  isLate,
  isWithin,
  judgedUntil,
  type Predicate,
  recordRow,
} from "../predicate.ts";

const LEDGER = "cases";

function receivedIn(facts: InspectionFacts): InspectedRow[] {
  return facts.rowsOf(LEDGER, "current").filter(({ derived }) => isWithin(derived.businessDay, facts));
}

function closedIn(facts: InspectionFacts): InspectedRow[] {
  return facts.rowsOf(LEDGER, "current").filter(({ derived }) => isWithin(derived.closingDay, facts));
}

/** Past its due date on the last day that is judged, and not done by then: "open past its due date is late now". */
function wasOpenPastDue({ derived }: InspectedRow, facts: InspectionFacts): boolean {
  const day = judgedUntil(facts);
  const { dueDate, endedOn } = derived;
  if (derived.open && endedOn === null) return isOverdue(derived, day);
  return dueDate !== null && dueDate < day && endedOn !== null && endedOn > facts.last;
}

/** D1 三5 "保证受理事项及时办理": closed on time / (closed + open past due), the hall's own clock, current due date. */
export const onTime: Predicate = {
  id: "on-time",
  asks: [{ ledger: LEDGER, span: "current" }],
  reckon: (facts) => [
    ...closedIn(facts)
      .filter(({ derived }) => derived.onTime !== null)
      .map((row) => recordRow(row, 1, row.derived.onTime ? 1 : 0, isLate(row, facts))),
    ...facts
      .rowsOf(LEDGER, "current")
      .filter((row) => !isWithin(row.derived.closingDay, facts) && wasOpenPastDue(row, facts))
      .map((row) => recordRow(row, 1, 0, isLate(row, facts))),
  ],
};

/** D1 附二 "应一次性书面告知其所需补正的手续和资料": one complete list, and no second one that could have been named at first. */
export const oneTimeNotice: Predicate = {
  id: "one-time-notice",
  asks: [{ ledger: LEDGER, span: "current" }],
  reckon: (facts) =>
    receivedIn(facts)
      .filter(({ derived }) => derived.marks.includes("correctionNotice"))
      .map((row) => recordRow(row, 1, row.derived.marks.includes("breach") ? 0 : 1, isLate(row, facts))),
};

/** D1 附五 "能一次性告知清楚而未明确告知,致使服务对象跑二趟": cases with a notice, and of them the breaches. */
export const noticeBreaches: Predicate = {
  id: "notice-breaches",
  asks: [{ ledger: LEDGER, span: "current" }],
  reckon: (facts) =>
    receivedIn(facts)
      .filter(({ derived }) => derived.marks.includes("correctionNotice"))
      .map((row) => recordRow(row, 1, row.derived.marks.includes("breach") ? 1 : 0, isLate(row, facts))),
};

/** D1 三5 "及时…反馈": within one working day after the result; what is not yet due is not asked. */
export const feedback: Predicate = {
  id: "feedback",
  asks: [{ ledger: LEDGER, span: "current" }],
  reckon: (facts) =>
    closedIn(facts).flatMap((row) => {
      const duty = row.duties.find(({ id }) => id === "feedback");
      if (!duty || (duty.doneOn === null && duty.dueOn >= judgedUntil(facts))) return [];
      const told = duty.doneOn !== null && duty.doneOn <= duty.dueOn;
      return [recordRow(row, 1, told ? 1 : 0, isLate(row, facts))];
    }),
};

/** D1 三6 "明确受理时间,服务事项、来访人员、受理人员、办理结果、办结时间": the last two only of what is closed. */
export function hasSixFields({ values, personalFields, derived }: InspectedRow): boolean {
  const given = (field: string) =>
    values[field] !== undefined && values[field] !== null && values[field] !== "";
  const registered =
    given("receivedAt") && given("matter") && given("acceptedBy") && personalFields.includes("visitor");
  return registered && (derived.closingDay === null || (given("outcome") && given("completedAt")));
}

/** Rows complete and entered on time / rows. */
export const sixFields: Predicate = {
  id: "six-fields",
  asks: [{ ledger: LEDGER, span: "current" }],
  reckon: (facts) =>
    receivedIn(facts).map((row) => {
      const late = isLate(row, facts);
      return recordRow(row, 1, hasSixFields(row) && !late ? 1 : 0, late);
    }),
};
