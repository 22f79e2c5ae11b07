// What keeps a row from being changed before its ledger's rules are asked: locked fields, who takes the step.
import type { Problem } from "../kernel/problem.ts";
import type { Text } from "../kernel/text.ts";
import type { DecideContext } from "./decide-row.ts";
import type { Ledger } from "./define-ledger.ts";
import type { RowState } from "./record.ts";
import { rowProblems } from "./row-problems.ts";

export function labelOf(ledger: Ledger, id: string): Text {
  return ledger.fields[id]?.label ?? { zh: id, en: id };
}

/** What follows from another ledger's step is the system's to write: nothing is locked for it. */
export function lockedProblems(
  { ledger, roles }: Pick<DecideContext, "ledger" | "roles">,
  row: RowState,
  ids: readonly string[],
): Problem[] {
  const locked = roles === null ? [] : ledger.locked(row);
  return ids
    .filter((id) => locked.includes(id))
    .map((id) => rowProblems.field_locked({ field: id, label: labelOf(ledger, id) }));
}

/** What speaks against this actor's taking the step on this very row. */
export function forbiddenTo(
  { ledger, facts, actor, roles, departments = [] }: DecideContext,
  action: string,
  row: RowState | null,
): readonly Problem[] {
  return roles === null ? [] : ledger.permits(action, row, { id: actor, roles, departments }, facts);
}

/** Fields that already have a problem of their own need not be called missing as well. */
export function without(ledger: Ledger, problems: readonly Problem[]): Ledger["fields"] {
  const named = new Set(problems.map(({ field }) => field));
  return Object.fromEntries(Object.entries(ledger.fields).filter(([id]) => !named.has(id)));
}

/** One problem for each field, the first. */
export function dedupe(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem, at) => problems.findIndex(({ field }) => field === problem.field) === at);
}
