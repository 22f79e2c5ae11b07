// Every register that has demonstration rows, by the ledger's id.
import { budgetPlans, budgetSpending, fundsFollowTask } from "./budget.ts";
import {
  backupLogs,
  facilityChecks,
  mediaApprovals,
  postedSystems,
  repairTickets,
  serviceSystems,
  signsAndZones,
} from "./facilities.ts";
import {
  departmentTasks,
  goodPractices,
  programmeActions,
  programmeEvents,
  programmeProgress,
} from "./programme.ts";
import type { RegisterRows } from "./register-rows.ts";
import { demands, documentRegister, householdFiles, permits, tasks, unmetRequests } from "./residents.ts";
import { consumableIssues, custodyAssets, damageDecisions, uniformIssues } from "./supplies.ts";
import {
  healthCertificates,
  studyHours,
  trainingCompletions,
  trainingCourses,
  trainingPlans,
} from "./training.ts";

export const REGISTER_ROWS: Readonly<Record<string, RegisterRows>> = {
  "training-plans": trainingPlans,
  "training-courses": trainingCourses,
  "training-completions": trainingCompletions,
  "health-certificates": healthCertificates,
  "study-hours": studyHours,
  "budget-plans": budgetPlans,
  "budget-spending": budgetSpending,
  "funds-follow-task": fundsFollowTask,
  "custody-assets": custodyAssets,
  "consumable-issues": consumableIssues,
  "damage-decisions": damageDecisions,
  "uniform-issues": uniformIssues,
  "facility-checks": facilityChecks,
  "repair-tickets": repairTickets,
  "media-approvals": mediaApprovals,
  "backup-logs": backupLogs,
  "service-systems": serviceSystems,
  "posted-systems": postedSystems,
  "signs-and-zones": signsAndZones,
  "household-files": householdFiles,
  permits,
  "document-register": documentRegister,
  tasks,
  "unmet-requests": unmetRequests,
  demands,
  "programme-actions": programmeActions,
  "programme-progress": programmeProgress,
  "good-practices": goodPractices,
  "programme-events": programmeEvents,
  "department-tasks": departmentTasks,
};
