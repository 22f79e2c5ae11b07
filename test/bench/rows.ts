// The rows of the table, in its order.
import type { BenchRow } from "./bench-row.ts";
import { addonCalls } from "./rows/addon-calls.ts";
import { capacity } from "./rows/capacity.ts";
import { centreMonth } from "./rows/centre-month.ts";
import { coldStart } from "./rows/cold-start.ts";
import { consolidate } from "./rows/consolidate.ts";
import { exportRows } from "./rows/export-rows.ts";
import { report } from "./rows/report.ts";
import { routes } from "./rows/routes.ts";
import { syncBare } from "./rows/sync-bare.ts";
import { syncExpress } from "./rows/sync-express.ts";
import { workbookHost } from "./rows/workbook-host.ts";

export const ROWS: readonly BenchRow[] = [
  syncBare,
  syncExpress,
  centreMonth,
  consolidate,
  exportRows,
  coldStart,
  routes,
  addonCalls,
  workbookHost,
  report,
  capacity,
];
