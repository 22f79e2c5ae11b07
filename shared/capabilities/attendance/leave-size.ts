// How large a leave is, and therefore whose approval it needs: the approvers of its tier, one after another.
import type { Role } from "../../kernel/permissions.ts";
import type { Text } from "../../kernel/text.ts";
import { approversFor } from "../../ledger/approval.ts";
import type { AskedRow, LedgerFacts } from "../../ledger/facts.ts";
import { isValuesOf } from "../../ledger/field.ts";
import { LEAVE_LEDGER } from "./away.ts";
import { type HalfDaySpan, workingHalves } from "./half-days.ts";
import { askedSpan, type LeaveValues, leaveFields, takenSpan } from "./leave-fields.ts";
import { LIVE_LEAVE } from "./leave-transitions.ts";
import { leaveType } from "./leave-types.ts";

/** The slip that a leave extends, of the same person and in force. */
export function extendedSlip(values: LeaveValues, facts: LedgerFacts): AskedRow | undefined {
  const { continues, person } = values;
  if (!continues) return undefined;
  return facts
    .rowsOf(LEAVE_LEDGER)
    .find((row) => row.serial === continues && row.values.person === person && LIVE_LEAVE.has(row.status));
}

/**
 * Half days that the tiers are asked for: days off cost nothing, and an extension counts with what it extends, so
 * that a long leave does not pass as several short ones.
 */
export function halfDaysAsked(values: LeaveValues, facts: LedgerFacts): number {
  const seen = new Set<string>();
  let total = halfDaysIn(askedSpan(values), facts);
  let before = extendedSlip(values, facts);
  while (before && !seen.has(before.id) && isValuesOf(leaveFields, before.values)) {
    seen.add(before.id);
    total += halfDaysIn(takenSpan(before.values), facts);
    before = extendedSlip(before.values, facts);
  }
  return total;
}

function halfDaysIn(span: HalfDaySpan | null, { calendar }: LedgerFacts): number {
  return span ? workingHalves(span, calendar).length : 0;
}

/**
 * D2 一(二): "请假1天以内(含半天)的,须经窗口负责人同意", "请假1天以上2天以内(含2天)的,由窗口负责人同意,分管领导批准";
 * D3 一2: "请假半天的由大厅负责人审批;请假一天的由分管领导审批,请假一天以上的,由核算中心主任审批". Statutory holidays
 * have tiers of their own (D2 一(三)). Null: no rule.
 */
export function approversOfLeave(values: LeaveValues, facts: LedgerFacts): readonly Role[] | null {
  const { fromDay, type, person } = values;
  if (!fromDay || !type || !person) return null;
  const policy = facts.policyOn(fromDay);
  const tiers = leaveType(type).statutory ? policy.statutoryLeaveTiers : policy.leaveTiers;
  return approversFor(tiers, halfDaysAsked(values, facts), facts.findPerson(person)?.roles ?? []);
}

/** `1.5 天`. */
export function showSize(halfDays: number): Text {
  const days = halfDays / 2;
  return { zh: `${days} 天`, en: days === 1 ? "1 day" : `${days} days` };
}
