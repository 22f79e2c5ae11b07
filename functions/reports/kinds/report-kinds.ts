// THE registry of reports: one line per kind.
import type { ReportKind } from "../report-kind.ts";
import { acceptanceKind } from "./acceptance-kind.ts";
import { annualReport } from "./annual-report.ts";
import { monthlyReport } from "./monthly-report.ts";
import { weeklyReport } from "./weekly-report.ts";

export const REPORT_KINDS: readonly ReportKind[] = [
  monthlyReport,
  weeklyReport,
  annualReport,
  acceptanceKind,
];
