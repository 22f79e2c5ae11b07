// What makes an outing wrong, who may take its steps, and what they set.
import { compareDateTimes, type DateTime, dateOf, showDateTime } from "../../kernel/date-time.ts";
import type { Role } from "../../kernel/permissions.ts";
import type { Problem } from "../../kernel/problem.ts";
import { approversFor } from "../../ledger/approval.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf, type Values } from "../../ledger/field.ts";
import type { RowEvent } from "../../ledger/record.ts";
import { absencesIn, LEAVE_LEDGER, leaveAbsences, OUTING_LEDGER, overlapping } from "./away.ts";
import { checkAtHome, checkConsenter, checkCover, checkNotCovering, checkOfThisHall } from "./cover-rules.ts";
import { showSpan } from "./half-days.ts";
import { APPROVERS, leaveProblems } from "./leave-fields.ts";
import {
  LIVE_OUTING,
  type OutingRow,
  type OutingValues,
  outingFields,
  outingProblems,
  outingSpan,
  outingTimes,
  outingTransitions,
} from "./outing-fields.ts";

type Rule = (row: OutingRow, facts: LedgerFacts) => Problem[];

const WHEN_WRITTEN: readonly Rule[] = [checkPeople, checkWhereabouts, checkFree, checkCoverOf, checkHead];

const WHEN_STEPPED: Readonly<Record<string, readonly Rule[]>> = {
  consent: [checkCoverOf],
  replaceCover: [checkCoverOf],
  approve: [checkFree, checkCoverOf],
  goOut: [checkSameDay],
  comeBack: [checkSameDay, checkReturn],
};

export function checkOuting(row: OutingRow, facts: LedgerFacts): Problem[] {
  const times = checkTimes(row, facts);
  if (times.length > 0) return times;
  const step = row.events.at(-1);
  if (!step) return WHEN_WRITTEN.flatMap((rule) => rule(row, facts));
  const at = timeOf(step);
  if (at && compareDateTimes(at, facts.now) > 0) {
    return [leaveProblems.in_the_future({ field: "at", label: outingTransitions.goOut.fields.at.label })];
  }
  return (WHEN_STEPPED[step.action] ?? []).flatMap((rule) => rule(row, facts));
}

function timeOf({ data }: RowEvent): DateTime | null {
  const parsed = outingTransitions.goOut.fields.at.schema.safeParse(data.at);
  return parsed.success ? parsed.data : null;
}

/** A short outing (D3 一1 "短时外出") begins and ends on one day, within the hall's hours. */
function checkTimes({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  const { leavesAt, backBy } = values;
  if (!leavesAt || !backBy) return [];
  if (compareDateTimes(backBy, leavesAt) <= 0) {
    return [outingProblems.back_before_leaving({ field: "backBy" })];
  }
  if (dateOf(leavesAt) !== dateOf(backBy)) return [outingProblems.not_within_a_day({ field: "backBy" })];
  const { wentOutAt: _went, cameBackAt: _came, ...planned } = values;
  return facts.isServiceDay(dateOf(leavesAt)) && outingSpan(planned, facts)
    ? []
    : [outingProblems.outside_hours({ field: "leavesAt" })];
}

function checkPeople({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  return checkAtHome("person", values.person, facts, outingFields.person.label);
}

/** D2 一(六): "外出的工作人员,要向同窗口工作人员说明行踪,并且保持通讯工具畅通". */
function checkWhereabouts({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  const { told, person, phoneReachable } = values;
  const silent = phoneReachable === true ? [] : [outingProblems.not_reachable({ field: "phoneReachable" })];
  if (told === undefined) return [...silent, outingProblems.nobody_told({ field: "told" })];
  if (told === person) return [...silent, outingProblems.told_oneself({ field: "told" })];
  return [...silent, ...checkOfThisHall("told", told, facts, outingFields.told.label)];
}

/** Nobody is in two places: no other outing then, no leave, and no promise to cover for somebody else. */
function checkFree({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  const span = outingSpan(values, facts);
  const times = outingTimes(values);
  const { person, cover } = values;
  if (!span || !times || !person || !cover) return [];
  const leaves = leaveAbsences(facts.rowsOf(LEAVE_LEDGER));
  const leave = overlapping(leaves, span).find((one) => one.person === person);
  if (leave) {
    return [
      outingProblems.on_leave_then({ field: "leavesAt", slip: leave.serial, span: showSpan(leave.span) }),
    ];
  }
  for (const row of facts.rowsOf(OUTING_LEDGER)) {
    if (!LIVE_OUTING.has(row.status) || !isValuesOf(outingFields, row.values)) continue;
    const other = outingTimes(row.values);
    if (row.values.person !== person || !other) continue;
    if (compareDateTimes(times.from, other.to) >= 0 || compareDateTimes(other.from, times.to) >= 0) continue;
    return [
      outingProblems.outing_overlaps({
        field: "leavesAt",
        number: row.serial,
        times: `${showDateTime(other.from)} – ${showDateTime(other.to).slice(11)}`,
      }),
    ];
  }
  return checkNotCovering({ person, cover, span }, absencesIn(facts), facts);
}

function checkCoverOf({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  const span = outingSpan(values, facts);
  const { person, cover } = values;
  return span && person && cover ? checkCover({ person, cover, span }, absencesIn(facts), facts) : [];
}

/** Where outings are approved, there is somebody who can. */
function checkHead({ values }: OutingRow, facts: LedgerFacts): Problem[] {
  if (!values.person || !facts.findPerson(values.person)) return [];
  return approversOfOuting(values, facts) === null
    ? [outingProblems.no_outing_rule({ field: "person" })]
    : [];
}

function checkSameDay({ values: { leavesAt, wentOutAt, cameBackAt } }: OutingRow): Problem[] {
  const real = cameBackAt ?? wentOutAt;
  return real && leavesAt && dateOf(real) !== dateOf(leavesAt)
    ? [outingProblems.not_within_a_day({ field: "at" })]
    : [];
}

function checkReturn(row: OutingRow): Problem[] {
  const { wentOutAt, cameBackAt } = row.values;
  const { label } = outingFields.cameBackAt;
  return wentOutAt && cameBackAt && compareDateTimes(cameBackAt, wentOutAt) < 0
    ? [outingProblems.not_yet({ field: "at", label })]
    : [];
}

/**
 * D3 一1: "短时外出,必须向大厅负责人请假"; D2 一(六) asks only that colleagues know. The centre's switch says which; with
 * notice only the list is empty. Null: nobody is above the person.
 */
export function approversOfOuting(values: OutingValues, facts: LedgerFacts): readonly Role[] | null {
  const { leavesAt, person } = values;
  if (!leavesAt || !person) return null;
  const policy = facts.policyOn(dateOf(leavesAt));
  if (!policy.outingNeedsApproval) return [];
  return approversFor(policy.outingTiers, 1, facts.findPerson(person)?.roles ?? []);
}

const HEADS: readonly Role[] = ["windowHead", "hallHead", "supervisingLeader"];

export function permitsOuting(action: string, row: OutingRow | null, actor: Actor): Problem[] {
  if (!row) return [];
  const { person, cover, nextApprover } = row.values;
  switch (action) {
    case "consent":
    case "declineCover":
      return checkConsenter(cover, actor);
    case "approve":
    case "refuse": {
      const approver = APPROVERS[nextApprover ?? "hallHead"];
      if (actor.id === person) return [outingProblems.own_outing({ approver })];
      return nextApprover && actor.roles.includes(nextApprover)
        ? []
        : [leaveProblems.not_your_turn({ approver, clause: "D3 一1" })];
    }
    case "withdraw":
    case "replaceCover":
    case "goOut":
      return actor.id === person || actor.roles.some((role) => HEADS.includes(role))
        ? []
        : [leaveProblems.not_the_applicant({})];
    default:
      return [];
  }
}

export function outingEffects(action: string, event: RowEvent, row: OutingRow, facts: LedgerFacts): Values {
  const at = timeOf(event);
  switch (action) {
    case "consent": {
      if (row.values.approved) return {};
      const [next] = approversOfOuting(row.values, facts) ?? [];
      return next ? { nextApprover: next } : { approved: true };
    }
    case "replaceCover": {
      const { fields } = outingTransitions.replaceCover;
      return {
        cover: isValuesOf(fields, event.data) ? event.data.cover : undefined,
        nextApprover: null,
      };
    }
    case "approve":
      return { approved: true, nextApprover: null };
    case "goOut":
      return { wentOutAt: at };
    case "comeBack":
      return { cameBackAt: at };
    case "declineCover":
    case "refuse":
    case "withdraw":
      return { nextApprover: null };
    default:
      return {};
  }
}
