// Which steps a person may take on a row as it stands: by its status, their role, and the ledger's own rules.
import { can, departmentsAt, type Principal, rolesAt } from "../../shared/kernel/permissions.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../shared/ledger/record.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { HallPlace } from "../http/require-principal.ts";
import type { Table } from "../storage/table.ts";
import { gatherRows } from "./gather-rows.ts";
import { factsOf } from "./hall-facts.ts";

/** `upsert` and `void` among them; nothing where the row is voided, or written by verbs of its own. */
export async function allowedSteps(
  { table, ledgers, now }: { readonly table: Table; readonly ledgers: readonly Ledger[]; now(): number },
  principal: Principal,
  at: HallPlace,
  ledger: Ledger,
  record: LedgerRecord,
): Promise<string[]> {
  if (record.voided || ledger.written === "verbs") return [];
  const row = rowOf(record);
  const locked = ledger.locked(row);
  const possible = [
    // What may be edited no longer is not offered to be edited.
    ...(Object.keys(ledger.fields).every((id) => locked.includes(id)) ? [] : ["upsert"]),
    ...Object.entries(ledger.transitions).flatMap(([action, { from }]) =>
      from.includes(record.derived.status) ? [action] : [],
    ),
    "void",
  ].filter((action) => can(principal, at.place, ledger.access, action));
  if (!ledger.judgesActors || possible.length === 0) return possible;
  const gathered = ledger.asksForRows
    ? await gatherRows(table, at.hall, ledgers, ledger.asks(row), record.id)
    : { rowsOf: () => [] };
  const facts = { ...(await factsOf(table, at, ledger, now())), rowsOf: gathered.rowsOf };
  const actor = {
    id: principal.id,
    roles: rolesAt(principal, at.place),
    departments: departmentsAt(principal, at.place),
  };
  return possible.filter((action) => ledger.permits(action, row, actor, facts).length === 0);
}
