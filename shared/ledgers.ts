// THE registry: one line per ledger. Sheets, forms, routes, storage, exports and figures follow from it.
import { assessments } from "./capabilities/assessments/assessments-ledger.ts";
import { attendance } from "./capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "./capabilities/attendance/leave-requests-ledger.ts";
import { outings } from "./capabilities/attendance/outings-ledger.ts";
import { budgetPlans } from "./capabilities/budget/budget-plans-ledger.ts";
import { budgetSpending } from "./capabilities/budget/budget-spending-ledger.ts";
import { fundsFollowTask } from "./capabilities/budget/funds-follow-task-ledger.ts";
import { cases } from "./capabilities/cases/cases-ledger.ts";
import { boxOpenings } from "./capabilities/complaint-box/box-openings-ledger.ts";
import { centreComplaints, complaints } from "./capabilities/complaints/complaints-ledger.ts";
import { conductObservations } from "./capabilities/conduct/conduct-observations-ledger.ts";
import { conductRecords } from "./capabilities/conduct/conduct-records-ledger.ts";
import { dailyCash } from "./capabilities/daily-cash/daily-cash-ledger.ts";
import { backupLogs } from "./capabilities/data-security/backup-logs-ledger.ts";
import { mediaApprovals } from "./capabilities/data-security/media-approvals-ledger.ts";
import { demands } from "./capabilities/demands/demands-ledger.ts";
import { unmetRequests } from "./capabilities/demands/unmet-requests-ledger.ts";
import { documentRegister } from "./capabilities/document-register/document-register-ledger.ts";
import { documentsHandedOut } from "./capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { dutyLeaves } from "./capabilities/duty-checks/duty-leaves-ledger.ts";
import { weeklyChecks } from "./capabilities/duty-checks/weekly-checks-ledger.ts";
import { weeklyDuty } from "./capabilities/duty-checks/weekly-duty-ledger.ts";
import { entryChecks } from "./capabilities/entry-checks/entry-checks-ledger.ts";
import { facilityChecks } from "./capabilities/facilities/facility-checks-ledger.ts";
import { repairTickets } from "./capabilities/facilities/repair-tickets-ledger.ts";
import { findings } from "./capabilities/findings/findings-ledger.ts";
import { householdFiles } from "./capabilities/household-files/household-files-ledger.ts";
import { counterExceptions } from "./capabilities/incidents/counter-exceptions-ledger.ts";
import { dutyHandovers } from "./capabilities/incidents/duty-handovers-ledger.ts";
import { incidents } from "./capabilities/incidents/incidents-ledger.ts";
import { travelCompensations } from "./capabilities/one-time-notices/compensations-ledger.ts";
import { oneTimeNotices } from "./capabilities/one-time-notices/notices-ledger.ts";
import { openingsAndClosings } from "./capabilities/openings-and-closings/openings-and-closings-ledger.ts";
import { dailySummaries } from "./capabilities/periods/daily-summaries-ledger.ts";
import { reports } from "./capabilities/periods/reports-ledger.ts";
import { weeklySupervisions } from "./capabilities/periods/weekly-supervisions-ledger.ts";
import { permits } from "./capabilities/permits/permits-ledger.ts";
import { departmentTasks } from "./capabilities/programme/department-tasks-ledger.ts";
import { goodPractices } from "./capabilities/programme/good-practices-ledger.ts";
import { programmeActions } from "./capabilities/programme/programme-actions-ledger.ts";
import { programmeEvents } from "./capabilities/programme/programme-events-ledger.ts";
import { programmeProgress } from "./capabilities/programme/programme-progress-ledger.ts";
import { programmeSubmissions } from "./capabilities/programme-submissions/programme-submissions-ledger.ts";
import { serviceRatings } from "./capabilities/ratings/ratings-ledger.ts";
import { referrals } from "./capabilities/referrals/referrals-ledger.ts";
import { postedSystems } from "./capabilities/service-systems/posted-systems-ledger.ts";
import { serviceSystems } from "./capabilities/service-systems/service-systems-ledger.ts";
import { signsAndZones } from "./capabilities/service-systems/signs-and-zones-ledger.ts";
import { consumableIssues } from "./capabilities/supplies/consumable-issues-ledger.ts";
import { custodyAssets } from "./capabilities/supplies/custody-assets-ledger.ts";
import { damageDecisions } from "./capabilities/supplies/damage-decisions-ledger.ts";
import { uniformIssues } from "./capabilities/supplies/uniform-issues-ledger.ts";
import { tasks } from "./capabilities/tasks/tasks-ledger.ts";
import { healthCertificates } from "./capabilities/training/health-certificates-ledger.ts";
import { studyHours } from "./capabilities/training/study-hours-ledger.ts";
import { trainingCompletions } from "./capabilities/training/training-completions-ledger.ts";
import { trainingCourses } from "./capabilities/training/training-courses-ledger.ts";
import { trainingPlans } from "./capabilities/training/training-plans-ledger.ts";
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
  trainingPlans,
  trainingCourses,
  trainingCompletions,
  healthCertificates,
  studyHours,
  budgetPlans,
  budgetSpending,
  fundsFollowTask,
  custodyAssets,
  consumableIssues,
  damageDecisions,
  uniformIssues,
  facilityChecks,
  repairTickets,
  mediaApprovals,
  backupLogs,
  serviceSystems,
  postedSystems,
  signsAndZones,
  householdFiles,
  permits,
  documentRegister,
  tasks,
  unmetRequests,
  demands,
  programmeActions,
  programmeProgress,
  goodPractices,
  programmeEvents,
  departmentTasks,
];

export function findLedger(id: string, ledgers: readonly Ledger[] = LEDGERS): Ledger | undefined {
  return ledgers.find((ledger) => ledger.id === id);
}
