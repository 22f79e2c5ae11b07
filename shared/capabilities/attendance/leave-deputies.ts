// Who signs for a head on leave: the cover person, who has agreed, for the days of the leave and no longer.
import type { Role } from "../../kernel/permissions.ts";
import { later } from "../../kernel/plain-date.ts";
import type { Appointment } from "../../ledger/appointment.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { RowChange } from "../../ledger/follow.ts";
import { type LeaveRow, takenSpan } from "./leave-fields.ts";
import { leaveStateOf } from "./leave-state.ts";

/** The offices of a hall that sign and approve. */
const OFFICES: readonly Role[] = ["windowHead", "hallHead"];

/**
 * D2 一(五): "以保证窗口工作正常开展": what a head signs does not wait for the return. A deputy is dated, never without
 * consent, and passes nothing on: only offices that the person holds in their own right are deputised.
 */
export function leaveDeputies(change: RowChange<LeaveRow>, facts: LedgerFacts): Appointment[] {
  const { before, row, action, serial } = change;
  const was = before !== null && inForce(before);
  const is = action !== "void" && inForce(row);
  const changed = was && is && before.values.cover !== row.values.cover;
  return [
    ...(was && (!is || changed) ? appointments(before, serial, facts, true) : []),
    ...(is && (!was || changed) ? appointments(row, serial, facts, false) : []),
  ];
}

/** Approved, covered, and not over. */
function inForce(row: LeaveRow): boolean {
  const { status } = leaveStateOf(row);
  return status === "approved" || status === "handingOver";
}

function appointments(row: LeaveRow, serial: string, facts: LedgerFacts, ends: boolean): Appointment[] {
  const { person, cover } = row.values;
  const span = takenSpan(row.values);
  if (!person || !cover || !span) return [];
  const from = later(span.from, facts.today);
  if (!ends && from > span.to) return [];
  const own = facts.findPerson(person)?.ownRoles ?? facts.findPerson(person)?.roles ?? [];
  const held = facts.findPerson(cover)?.ownRoles ?? facts.findPerson(cover)?.roles ?? [];
  return OFFICES.filter((role) => own.includes(role) && !held.includes(role)).map((role) => ({
    ...{ role, deputyFor: person, deputy: cover, from, to: span.to, ends },
    reason: `请假期间顶岗(假条 ${serial})`,
  }));
}
