// THE registry: one line per ledger. Sheets, forms, routes, storage, exports and figures follow from it.
import { cases } from "./capabilities/cases/cases-ledger.ts";
import type { Ledger } from "./ledger/define-ledger.ts";

export const LEDGERS: readonly Ledger[] = [cases];

export function findLedger(id: string, ledgers: readonly Ledger[] = LEDGERS): Ledger | undefined {
  return ledgers.find((ledger) => ledger.id === id);
}
