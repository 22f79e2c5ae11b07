// What clients send in a round of the sync contest: new cases of the generator, in batches, as JSON ready to go.
import { randomUUID } from "node:crypto";
import { BENCH_CALENDAR, BENCH_MATTERS, FIRST_DAY, hallId, LAST_DAY } from "./bench-world.ts";
import { hallCases } from "./generator/hall-cases.ts";

export interface LoadedBatch {
  readonly batchId: string;
  readonly rows: number;
  readonly body: string;
}

/** More than any contest takes from one hall. */
const CASES_PER_HALL = 40_000;

/** An endless supply of batches for each client, who writes for a hall of their own. */
export function batchSupply(seed: number) {
  const cases = new Map<number, ReturnType<typeof hallCases>>();
  const casesOf = (client: number) => {
    const found =
      cases.get(client) ??
      hallCases({
        seed: seed + client,
        zone: "Asia/Shanghai",
        calendar: BENCH_CALENDAR,
        matters: BENCH_MATTERS,
        first: FIRST_DAY,
        last: LAST_DAY,
        cases: CASES_PER_HALL,
      });
    cases.set(client, found);
    return found;
  };
  return {
    next(client: number, size: number): LoadedBatch {
      const supply = casesOf(client);
      const rows = Array.from({ length: size }, () => {
        const next = supply.next();
        if (next.done) throw new Error("the supply of cases ran out");
        const [opening] = next.value.steps;
        return { id: next.value.id, baseVersion: 0, action: "upsert", values: opening?.values ?? {} };
      });
      const batchId = randomUUID();
      return {
        batchId,
        rows: size,
        body: JSON.stringify({ batchId, definitionVersion: 1, cursor: null, rows }),
      };
    },
    path: (client: number) => `/v1/halls/${hallId(client)}/ledgers/cases/sync`,
  };
}
