// The case ledger with its metrics changed, and the context in which use-cases run outside a request.

import { factsFor } from "../../../functions/use-cases/hall-facts.ts";
import type { PlanContext } from "../../../functions/use-cases/plan-row.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import type { Metrics } from "../../../shared/ledger/metric.ts";
import type { Contribution } from "../../../shared/ledger/record.ts";
import { TEST_CENTRE, testHall, type World } from "../../support/world.ts";

/** The same ledger under another version of its metrics, and with other metrics where they are given. */
export function withMetricsVersion(
  metricsVersion: number,
  change: { metrics?: Metrics; recount?: (own: readonly Contribution[]) => readonly Contribution[] } = {},
): Ledger {
  const { metrics = cases.metrics, recount = (own) => own } = change;
  return {
    ...cases,
    metrics,
    metricsVersion,
    recount: (row, derived) => recount(cases.recount(row, derived)),
  };
}

export async function planContext(world: World, ledger: Ledger = cases): Promise<PlanContext> {
  const hall = testHall("east");
  return {
    hall,
    ledger,
    facts: factsFor(hall, Centre.parse(TEST_CENTRE), world.deps.now()),
    actor: "p-test",
    batchId: "test-batch",
    enteredBy: null,
  };
}
