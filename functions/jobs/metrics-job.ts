// Moves rows whose figures were made by an older version of the metrics to the present one.
import { findBegun } from "../storage/record-store.ts";
import { factsFor } from "../use-cases/hall-facts.ts";
import { migrateMetrics } from "../use-cases/migrate-metrics.ts";
import type { Job } from "./job.ts";

export const metricsJob: Job = {
  label: { zh: "指标换版", en: "Move figures to the present metrics" },
  everyMinutes: 1440,
  async run({ deps, centre, halls, now }) {
    let moved = 0;
    for (const hall of halls) {
      for (const ledger of await findBegun(deps.table, hall.id, deps.ledgers)) {
        moved += await migrateMetrics(deps.table, {
          hall,
          ledger,
          facts: factsFor(hall, centre, now),
          actor: "system",
          batchId: `metrics-${ledger.id}-${ledger.metricsVersion}`,
          enteredBy: null,
        });
      }
    }
    return { moved };
  },
};
