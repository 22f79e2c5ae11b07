// THE registry: one line per ledger. Sheets, forms, routes, storage, exports and figures follow from it.
import { cases } from "./capabilities/cases/cases-ledger.ts";
import { documentsHandedOut } from "./capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { findings } from "./capabilities/findings/findings-ledger.ts";
import { dailySummaries } from "./capabilities/periods/daily-summaries-ledger.ts";
import { reports } from "./capabilities/periods/reports-ledger.ts";
import { weeklySupervisions } from "./capabilities/periods/weekly-supervisions-ledger.ts";
import { programmeSubmissions } from "./capabilities/programme-submissions/programme-submissions-ledger.ts";
import type { Ledger } from "./ledger/define-ledger.ts";

export const LEDGERS: readonly Ledger[] = [
  cases,
  documentsHandedOut,
  findings,
  dailySummaries,
  weeklySupervisions,
  reports,
  programmeSubmissions,
];

export function findLedger(id: string, ledgers: readonly Ledger[] = LEDGERS): Ledger | undefined {
  return ledgers.find((ledger) => ledger.id === id);
}
