// The function that renders reports: SQS names orders; each is built, frozen and rendered once.
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig } from "./config.ts";
import { runQueuedReports } from "./reports/queued-reports.ts";

const config = readConfig(process.env);
const deps = awsOfficeDependencies(config);

export const handler = (event: unknown) => runQueuedReports(deps, config.reportFontFiles, event);
