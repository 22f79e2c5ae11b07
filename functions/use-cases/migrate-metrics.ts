// Moves rows whose contributions were made by an older version of the metrics to the present one.

import { dimensionOf } from "../../shared/ledger/define-ledger.ts";
import { contributionsOf } from "../../shared/ledger/metric.ts";
import { rowOf } from "../../shared/ledger/row-values.ts";
import type { Table } from "../storage/table.ts";
import type { PlanContext } from "./plan-row.ts";
import { allRecords } from "./recount.ts";
import { rewriteRecord } from "./rewrite-record.ts";

/** How many rows were moved. Each move is one transaction with the summaries, so it may be stopped and repeated. */
export async function migrateMetrics(table: Table, context: PlanContext): Promise<number> {
  const { hall, ledger } = context;
  const records = await allRecords(table, hall.id, ledger.id);
  let moved = 0;
  for (const { id, metricsVersion } of records) {
    if (metricsVersion === ledger.metricsVersion) continue;
    const done = await rewriteRecord(table, id, context, (stored) => {
      if (stored.metricsVersion === ledger.metricsVersion) return null;
      const row = rowOf(stored);
      const dimension = dimensionOf(ledger.dimension, row.values);
      return {
        changes: {
          contributions: stored.voided ? [] : contributionsOf(ledger.metrics, row, stored.derived, dimension),
          metricsVersion: ledger.metricsVersion,
        },
        personal: "keep",
        revision: { action: "recount", personalChanged: [], data: null },
      };
    });
    if (done) moved++;
  }
  return moved;
}
