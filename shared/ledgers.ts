// THE registry: one line per ledger. Sheets, forms, routes, storage, exports and figures follow from it.
import { assessments } from "./capabilities/assessments/assessments-ledger.ts";
import { attendance } from "./capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "./capabilities/attendance/leave-requests-ledger.ts";
import { outings } from "./capabilities/attendance/outings-ledger.ts";
import { cases } from "./capabilities/cases/cases-ledger.ts";
import { boxOpenings } from "./capabilities/complaint-box/box-openings-ledger.ts";
import { centreComplaints, complaints } from "./capabilities/complaints/complaints-ledger.ts";
import { conductObservations } from "./capabilities/conduct/conduct-observations-ledger.ts";
import { conductRecords } from "./capabilities/conduct/conduct-records-ledger.ts";
import { dailyCash } from "./capabilities/daily-cash/daily-cash-ledger.ts";
import { documentsHandedOut } from "./capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { dutyLeaves } from "./capabilities/duty-checks/duty-leaves-ledger.ts";
import { weeklyChecks } from "./capabilities/duty-checks/weekly-checks-ledger.ts";
import { weeklyDuty } from "./capabilities/duty-checks/weekly-duty-ledger.ts";
import { entryChecks } from "./capabilities/entry-checks/entry-checks-ledger.ts";
import { findings } from "./capabilities/findings/findings-ledger.ts";
import { counterExceptions } from "./capabilities/incidents/counter-exceptions-ledger.ts";
import { dutyHandovers } from "./capabilities/incidents/duty-handovers-ledger.ts";
import { incidents } from "./capabilities/incidents/incidents-ledger.ts";
import { travelCompensations } from "./capabilities/one-time-notices/compensations-ledger.ts";
import { oneTimeNotices } from "./capabilities/one-time-notices/notices-ledger.ts";
import { openingsAndClosings } from "./capabilities/openings-and-closings/openings-and-closings-ledger.ts";
import { dailySummaries } from "./capabilities/periods/daily-summaries-ledger.ts";
import { reports } from "./capabilities/periods/reports-ledger.ts";
import { weeklySupervisions } from "./capabilities/periods/weekly-supervisions-ledger.ts";
import { programmeSubmissions } from "./capabilities/programme-submissions/programme-submissions-ledger.ts";
import { serviceRatings } from "./capabilities/ratings/ratings-ledger.ts";
import { referrals } from "./capabilities/referrals/referrals-ledger.ts";
import type { Ledger } from "./ledger/define-ledger.ts";

export const LEDGERS: readonly Ledger[] = [
  cases,
  documentsHandedOut,
  findings,
  attendance,
  leaveRequests,
  outings,
  oneTimeNotices,
  travelCompensations,
  referrals,
  complaints,
  centreComplaints,
  serviceRatings,
  dailySummaries,
  weeklySupervisions,
  reports,
  programmeSubmissions,
  weeklyDuty,
  dutyLeaves,
  weeklyChecks,
  openingsAndClosings,
  dutyHandovers,
  counterExceptions,
  incidents,
  conductObservations,
  conductRecords,
  entryChecks,
  boxOpenings,
  assessments,
  dailyCash,
];

export function findLedger(id: string, ledgers: readonly Ledger[] = LEDGERS): Ledger | undefined {
  return ledgers.find((ledger) => ledger.id === id);
}
