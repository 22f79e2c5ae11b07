// How a rating stands in its loop, what makes one wrong, and who may audit.
import { dateOf } from "../../kernel/date-time.ts";
import { addDays, type PlainDate, yearOf } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { addWorkingDays } from "../../kernel/working-calendar.ts";
import type { Actor, TypedRow } from "../../ledger/define-ledger.ts";
import { derivedRow } from "../../ledger/derived-row.ts";
import type { RowDuty } from "../../ledger/duty.ts";
import type { AskedRow, LedgerFacts, RowsAsked } from "../../ledger/facts.ts";
import { isBad } from "../../ledger/rating-words.ts";
import type { Derived } from "../../ledger/record.ts";
import { checkStepOrder } from "../../ledger/step-order.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import type { RatingFields } from "./rating-fields.ts";
import { type RatingStatus, ratingStatuses, ratingTransitions } from "./rating-transitions.ts";

export type RatingRow = TypedRow<RatingFields>;

const problems = defineProblems({
  case_missing: {
    status: 422,
    zh: "评价是一件一评(意见二“居民满意度”):请打开那一件办件,用“登记评价”登记,或填写办件编号;只有投诉(评议)箱和评议表里没写编号的可以不填。",
    en: "A rating belongs to its case: register it there with the step “rating”, or give the case's number; only what came by box or paper form without a number may go without.",
  },
  unknown_case: {
    status: 422,
    zh: "评价之前 {days} 天内没有编号为“{case}”的办件;请核对编号,或在办件上用“登记评价”登记。",
    en: "No case “{case}” came within {days} days before the rating; check the number, or register the rating on its case.",
  },
  other_case: {
    status: 422,
    zh: "“{label}”与所评办件不一致;请在办件上用“登记评价”登记。",
    en: "{label} is not that of the case rated; please register the rating on its case.",
  },
  audited_by_claimant: {
    status: 403,
    zh: "申请认定的人不能自己审核;请由另一位有权限的同事审核。",
    en: "Whoever claimed it may not audit it; please have another colleague do so.",
  },
});

interface Loop {
  readonly status: RatingStatus;
  /** When the hall's part was done: rectified, or found invalid or impossible. */
  readonly settledOn: PlainDate | null;
}

/** peers.md's loop, row by row: what an audit turns down goes back to where it was. */
export function loopOf(row: RatingRow): Loop {
  if (!isBad(row.values.grade)) return { status: "recorded", settledOn: null };
  const { audit, callBack, claim } = ratingTransitions;
  let loop: Loop = { status: "toRectify", settledOn: null };
  let before: RatingStatus = "toRectify";
  let claimed: "invalid" | "cannotRectify" = "invalid";
  for (const event of row.events) {
    const day = dayOf(event.data.at);
    if (event.action === "beginRectifying") loop = { status: "rectifying", settledOn: null };
    if (event.action === "finishRectifying") loop = { status: "rectified", settledOn: day };
    if (event.action === "claim") {
      before = loop.status;
      claimed = stepsOf("claim", claim, [event])[0]?.kind ?? claimed;
      loop = { status: "underAudit", settledOn: null };
    }
    if (event.action === "audit") {
      const upheld = stepsOf("audit", audit, [event])[0]?.upheld === true;
      loop = upheld ? { status: claimed, settledOn: day } : { status: before, settledOn: null };
    }
    if (event.action === "callBack") {
      const { content } = stepsOf("callBack", callBack, [event])[0] ?? {};
      if (content === "notContent" && loop.status === "rectified") {
        loop = { status: "rectifying", settledOn: null };
      } else if (content === "content") loop = { ...loop, status: "confirmed" };
    }
  }
  return loop;
}

/** A bad rating is rectified within 5 working days [P]; any other rating owes nothing. */
export function deriveRating(row: RatingRow, facts: LedgerFacts): Derived {
  const { status, settledOn } = loopOf(row);
  const businessDay = ratedOn(row);
  const bad = isBad(row.values.grade);
  const assessable = bad && yearOf(businessDay) >= facts.calendar.firstYear;
  const within = facts.policyOn(businessDay).badRatingRectifiedWithin;
  const dueDate = assessable ? addWorkingDays(facts.calendar, businessDay, within) : null;
  return derivedRow({
    status,
    open: ratingStatuses[status].open,
    businessDay,
    closingDay: bad ? settledOn : businessDay,
    dueDate,
    endedOn: settledOn,
    provisional: dueDate !== null && yearOf(dueDate) > facts.calendar.lastYear,
    marks: [...(bad ? ["bad"] : []), ...(status === "invalid" ? ["invalid"] : [])],
    calendar: facts.calendar.version,
  });
}

export function ratingDuties(_: RatingRow, derived: Derived): RowDuty[] {
  return derived.dueDate === null
    ? []
    : [
        {
          id: "rectifyRating",
          label: { zh: "差评整改", en: "Rectify a bad rating" },
          dueOn: derived.dueDate,
          doneOn: derived.endedOn,
          mustAct: "hallHead",
          source: "D1 二 “居民满意度”",
        },
      ];
}

/** How long before the rating its case may have come, in days [P]. */
const LOOK_BACK_DAYS = 92;

/** D1 二 "提高居民满意度": one rating for each case, of the case's own matter. */
export function checkRating(row: RatingRow, facts: LedgerFacts): Problem[] {
  const { ratedAt } = row.values;
  return [
    ...checkCase(row, facts),
    ...(ratedAt ? checkStepOrder({ field: "ratedAt", at: ratedAt }, row.events, facts) : []),
  ];
}

export function caseOfRating(row: RatingRow): readonly RowsAsked[] {
  const { caseId, caseNumber } = row.values;
  // Once the loop has begun, the case was looked at.
  if (row.events.length > 0) return [];
  const to = ratedOn(row);
  if (caseId) return [{ ledger: "cases", ids: [caseId] }];
  return caseNumber ? [{ ledger: "cases", from: addDays(to, -LOOK_BACK_DAYS), to }] : [];
}

/** The case of a rating whose number was typed; null where the case itself made the rating. */
export function typedCase({ values }: RatingRow, facts: LedgerFacts): AskedRow | null {
  const { caseId, caseNumber } = values;
  if (caseId || !caseNumber) return null;
  return facts.rowsOf("cases").find(({ serial }) => serial === caseNumber) ?? null;
}

/** What comes in a box, or on paper, may name no case. */
const WITHOUT_NUMBER: ReadonlySet<string> = new Set(["box", "paper"]);

function checkCase({ values, events }: RatingRow, facts: LedgerFacts): Problem[] {
  if (events.length > 0) return [];
  const { caseId, matter, caseNumber, channel = "" } = values;
  if (!caseId && !caseNumber) {
    return WITHOUT_NUMBER.has(channel) ? [] : [problems.case_missing({ field: "caseNumber" })];
  }
  const rated = facts
    .rowsOf("cases")
    .find(({ id, serial }) => (caseId ? id === caseId : serial === caseNumber));
  if (!rated) {
    const named = caseNumber ?? "";
    return [problems.unknown_case({ field: "caseNumber", case: named, days: LOOK_BACK_DAYS })];
  }
  if (rated.values.matter !== matter) {
    return [problems.other_case({ field: "matter", label: { zh: "服务事项", en: "The service item" } })];
  }
  return rated.serial === caseNumber
    ? []
    : [problems.other_case({ field: "caseNumber", label: { zh: "办件编号", en: "The case number" } })];
}

/** "Audited": by somebody else than whoever claimed it. */
export function permitsOnRating(action: string, row: RatingRow | null, actor: Actor): Problem[] {
  const claimant = row?.events.findLast((event) => event.action === "claim")?.by;
  return action === "audit" && claimant === actor.id ? [problems.audited_by_claimant({})] : [];
}

function ratedOn({ values }: RatingRow): PlainDate {
  if (!values.ratedAt) throw new Error("a rating without its time was accepted");
  return dateOf(values.ratedAt);
}

function dayOf(at: unknown): PlainDate | null {
  const parsed = ratingTransitions.audit.fields.at.schema.safeParse(at);
  return parsed.success ? dateOf(parsed.data) : null;
}
