// The proof of the summaries: counts every hall's rows anew, and raises an alarm where the sums differ.
import { findBegun } from "../storage/record-store.ts";
import { type Difference, recount } from "../use-cases/recount.ts";
import type { Job } from "./job.ts";

export const recountJob: Job = {
  label: { zh: "复核汇总", en: "Recount the figures" },
  everyMinutes: 1440,
  async run({ deps, halls }) {
    let differences = 0;
    let ledgers = 0;
    for (const hall of halls) {
      for (const ledger of await findBegun(deps.table, hall.id, deps.ledgers)) {
        ledgers++;
        const first = await recount(deps.table, hall, ledger);
        // A row written while it was counted looks like a difference once, and not twice.
        const found = first.length === 0 ? [] : same(first, await recount(deps.table, hall, ledger));
        differences += found.length;
        for (const { place, counter, stored, counted } of found.slice(0, 20)) {
          deps.log("RECOUNT_DIFFERS", { hall: hall.id, ledger: ledger.id, place, counter, stored, counted });
        }
      }
    }
    return { ledgers, differences };
  },
};

function same(a: readonly Difference[], b: readonly Difference[]): Difference[] {
  const names = new Set(a.map((one) => JSON.stringify(one)));
  return b.filter((one) => names.has(JSON.stringify(one)));
}
