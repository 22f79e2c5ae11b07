// What keeps a row from being changed, before its ledger's rules are asked: locked fields, and who takes the step.
import type { Problem } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { DecideContext } from "./decide-row.ts";
import type { Ledger } from "./define-ledger.ts";
import type { RowState } from "./record.ts";
import { rowProblems } from "./row-problems.ts";

export function labelOf(ledger: Ledger, id: string): Text {
  return ledger.fields[id]?.label ?? { zh: id, en: id };
}

export function lockedProblems(ledger: Ledger, row: RowState, ids: readonly string[]): Problem[] {
  const locked = ledger.locked(row);
  return ids
    .filter((id) => locked.includes(id))
    .map((id) => rowProblems.field_locked({ field: id, label: labelOf(ledger, id) }));
}

/** What speaks against this actor's taking the step on this very row. */
export function forbiddenTo(
  { ledger, facts, actor, roles }: DecideContext,
  action: string,
  row: RowState | null,
): readonly Problem[] {
  return roles === null ? [] : ledger.permits(action, row, { id: actor, roles }, facts);
}
