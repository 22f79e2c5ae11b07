// Rows that wait for somebody's decision: open, and with a step that is theirs to take and not everybody's.
import { can, type Principal } from "../../../shared/kernel/permissions.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { LedgerRecord } from "../../../shared/ledger/record.ts";
import type { HallPlace } from "../../http/require-principal.ts";
import { findBegun } from "../../storage/record-store.ts";
import type { Table } from "../../storage/table.ts";
import { allowedSteps } from "../allowed-steps.ts";
import { findOpenRows } from "../find-rows.ts";
import { factsFor } from "../hall-facts.ts";

export interface Decision {
  readonly ledger: Ledger;
  readonly record: LedgerRecord;
  /** Transitions of the ledger. */
  readonly steps: readonly string[];
}

/** A list that people read; what is decided makes room for the rest. */
const MOST_OF_A_LEDGER = 50;

/**
 * Only ledgers that judge who takes a step have decisions. What everybody who enters rows may do as well is none, and
 * nobody waits for themselves.
 */
export async function readDecisions(
  deps: { readonly table: Table; readonly ledgers: readonly Ledger[]; now(): number },
  principal: Principal,
  at: HallPlace,
): Promise<Decision[]> {
  const { today } = factsFor(at.hall, at.centre, deps.now());
  const judging = deps.ledgers.filter(
    (ledger) =>
      ledger.judgesActors && ledger.scope !== "centre" && can(principal, at.place, ledger.access, "read"),
  );
  const begun = await findBegun(deps.table, at.hall.id, judging);
  const found = await Promise.all(
    begun.map(async (ledger) => {
      const rows = await findOpenRows(deps.table, at.hall, ledger, today, false);
      const others = rows.filter(({ syncedBy }) => syncedBy !== principal.id).slice(0, MOST_OF_A_LEDGER);
      return Promise.all(
        others.map(async (record): Promise<Decision> => {
          const steps = await allowedSteps(deps, principal, at, ledger, record);
          return { ledger, record, steps: steps.filter((step) => isReserved(ledger, step)) };
        }),
      );
    }),
  );
  return found.flat().filter(({ steps }) => steps.length > 0);
}

/** True for a transition that not everybody may take who enters rows. */
function isReserved({ access, transitions }: Ledger, step: string): boolean {
  const takers = access[step] ?? [];
  return Object.hasOwn(transitions, step) && !(access.upsert ?? []).every((role) => takers.includes(role));
}
