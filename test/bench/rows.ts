// The rows of the table, in its order.
import type { BenchRow } from "./bench-row.ts";
import { syncBare } from "./rows/sync-bare.ts";
import { syncExpress } from "./rows/sync-express.ts";

export const ROWS: readonly BenchRow[] = [syncBare, syncExpress];
