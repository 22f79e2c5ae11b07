// The function that renders reports: SQS names orders; each is built, frozen and rendered once.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig } from "./config.ts";
import { runQueuedReports } from "./reports/queued-reports.ts";

const config = readConfig(process.env);
const deps = awsOfficeDependencies(config);
// Lambda's machines have no fonts; those with Chinese letters are deployed beside the bundle (`infra/report-parts.ts`).
const fonts = join(config.bundleFolder, "fonts");
const fontFiles = readdirSync(fonts).map((name) => join(fonts, name));

export const handler = (event: unknown) => runQueuedReports(deps, fontFiles, event);
