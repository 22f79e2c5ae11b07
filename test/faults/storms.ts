// The storms that `npm run faults` goes through, each with what it is about.

import { runQueueStorm } from "./queue-storm.ts";
import { runSheetStorm } from "./sheet-storm.ts";
import { runStorm, type StormOutcome } from "./storm.ts";

export interface Storm {
  readonly name: string;
  readonly what: string;
  /** @param endpoint a database in memory, for storms that do not kill theirs */
  run(seed: number, endpoint: string): Promise<StormOutcome>;
}

const HOUR = 3_600_000;
const SHEET = { cutBefore: 10, cutAfter: 15, delay: 20, duplicate: 15, busy: 5 } as const;
const DATABASE = { cutBefore: 4, cutAfter: 5, delay: 12, duplicate: 6, serverError: 3 } as const;
const THROTTLING = { throttled: 8, outOfCapacity: 8, conflict: 15 } as const;

export const STORMS: readonly Storm[] = [
  {
    name: "sheet",
    what: "calls between sheet and backend are cut, lost on the way back, delayed past later ones, sent twice",
    run: (seed, endpoint) => runStorm({ seed, endpoint, sheet: SHEET, rounds: 12 }),
  },
  {
    name: "database",
    what: "the same between backend and database",
    run: (seed, endpoint) => runStorm({ seed, endpoint, database: DATABASE, rounds: 12 }),
  },
  {
    name: "throttling",
    what: "AWS throttles, is out of capacity, cancels transactions for a conflict",
    run: (seed, endpoint) => runStorm({ seed, endpoint, database: THROTTLING, rounds: 10 }),
  },
  {
    name: "kills",
    what: "app and database (on disk) are killed with SIGKILL under load, three times each",
    run: (seed) =>
      runStorm({
        seed,
        sheet: { delay: 10 },
        database: { delay: 10 },
        rounds: 14,
        clients: 6,
        kills: [1, 3, 5, 7, 9, 11].map((after, at) => ({ after, what: at % 2 === 0 ? "app" : "database" })),
      }),
  },
  {
    name: "clock",
    what: "the halls' clock is turned forward and back, tokens expire in mid-run",
    run: (seed, endpoint) =>
      runStorm({
        seed,
        endpoint,
        sheet: { delay: 20, cutAfter: 10 },
        rounds: 12,
        turns: [
          { after: 2, halls: 30 * HOUR, tokens: 2 * HOUR },
          { after: 5, halls: -20 * HOUR, tokens: 2 * HOUR },
          { after: 8, halls: 40 * 24 * HOUR, tokens: 2 * HOUR },
        ],
      }),
  },
  {
    name: "queue",
    what: "each message is named several times, out of order, to senders at once; senders die before and after sending",
    run: (seed, endpoint) => runQueueStorm({ seed, endpoint, messages: 30 }),
  },
  {
    name: "add-on",
    what: "the add-on's own bundle in the workbook host: rows are typed and edited while both its neighbours fail",
    run: (seed, endpoint) => runSheetStorm({ seed, endpoint, rounds: 5 }),
  },
  {
    name: "everything",
    what: "all of it at once, app and database killed as well",
    run: (seed) =>
      runStorm({
        seed,
        sheet: SHEET,
        database: { ...DATABASE, throttled: 2, outOfCapacity: 2, conflict: 4 },
        rounds: 10,
        clients: 5,
        kills: [
          { after: 2, what: "app" },
          { after: 4, what: "database" },
          { after: 7, what: "app" },
        ],
        turns: [{ after: 5, halls: 30 * HOUR, tokens: 2 * HOUR }],
      }),
  },
];
