// The function that renders reports: SQS names orders; each is built, frozen and rendered once.
import { join } from "node:path";
import { awsOfficeDependencies } from "./aws-office-dependencies.ts";
import { readConfig } from "./config.ts";
import { runQueuedReports } from "./reports/queued-reports.ts";

const config = readConfig(process.env);
const deps = awsOfficeDependencies(config);
// Deployed beside the bundle (`infra/report-parts.ts`): Lambda's machines have no fonts.
const pictureParts = {
  wasm: join(config.bundleFolder, "resvg.wasm"),
  font: join(config.bundleFolder, "chinese-font"),
};

export const handler = (event: unknown) => runQueuedReports(deps, pictureParts, event);
