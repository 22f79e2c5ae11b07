// Who may take a step on a request for leave: the cover person consents, the tier approves, nobody for themselves.
import type { Role } from "../../kernel/permissions.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import { checkConsenter } from "./cover-rules.ts";
import { APPROVERS, type LeaveRow, leaveFields, leaveProblems } from "./leave-fields.ts";
import { approversOfLeave } from "./leave-size.ts";
import { leaveType } from "./leave-types.ts";

const HEADS: readonly Role[] = ["windowHead", "hallHead", "supervisingLeader", "director"];

export function permitsLeave(
  action: string,
  row: LeaveRow | null,
  actor: Actor,
  facts: LedgerFacts,
): Problem[] {
  if (!row) return [];
  switch (action) {
    case "consent":
    case "declineCover":
      return checkConsenter(row.values.cover, actor);
    case "approve":
    case "refuse":
      return checkApprover(row, actor, facts);
    case "withdraw":
    case "replaceCover":
      return actor.id === row.values.person || actor.roles.some((role) => HEADS.includes(role))
        ? []
        : [leaveProblems.not_the_applicant({})];
    default:
      return [];
  }
}

/** D2 一(二), D3 一2: each tier's own approver; one's own leave goes to the next tier. */
function checkApprover({ values }: LeaveRow, actor: Actor, facts: LedgerFacts): Problem[] {
  const wanted = values.nextApprover ?? approversOfLeave(values, facts)?.[0];
  const approver = wanted && isApprover(wanted) ? APPROVERS[wanted] : APPROVERS.centreAdmin;
  if (actor.id === values.person) return [leaveProblems.own_leave({ approver })];
  if (wanted && actor.roles.includes(wanted)) return [];
  const statutory = values.type !== undefined && leaveType(values.type).statutory;
  return [leaveProblems.not_your_turn({ approver, clause: statutory ? "D2 一(三)" : "D2 一(二)、D3 一2" })];
}

function isApprover(role: Role): role is keyof typeof APPROVERS {
  return Object.hasOwn(APPROVERS, role) && leaveFields.nextApprover.schema.safeParse(role).success;
}
