// Sends one row of a form the way a sheet would; what speaks against it comes back, nothing when it was taken.
import { randomUUID } from "node:crypto";
import type { Principal } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { syncRows } from "../../use-cases/sync-rows.ts";

export async function sendRow(
  deps: Dependencies,
  principal: Principal,
  at: HallPlace,
  ledger: Ledger,
  row: IncomingRow,
): Promise<readonly Problem[]> {
  const { results } = await syncRows(deps, principal, at, ledger, {
    batchId: randomUUID(),
    definitionVersion: ledger.version,
    cursor: null,
    enteredBy: null,
    rows: [row],
  });
  return results.flatMap(({ problems }) => problems);
}
