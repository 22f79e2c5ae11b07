// Renders reports in this process, one after the other, while requests go on being answered: for one's own machine.
import type { Dependencies } from "../dependencies.ts";
import { installedParts } from "./charts/installed-parts.ts";
import { runReport } from "./run-report.ts";

export interface InProcessReports {
  readonly startReport: (id: string) => Promise<void>;
  /** Once everything that was ordered so far is done or has failed. */
  idle(): Promise<void>;
}

/** @param deps asked when a report begins, because they hold `startReport` themselves */
export function inProcessReports(deps: () => Dependencies): InProcessReports {
  let last: Promise<void> = Promise.resolve();
  return {
    async startReport(id) {
      // What fails is on record with its report; the next one begins all the same.
      last = last.then(() => runReport(deps(), installedParts(), id)).catch(() => {});
    },
    idle: () => last,
  };
}
