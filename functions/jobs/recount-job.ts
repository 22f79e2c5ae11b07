// The proof of the summaries: counts halls' rows anew, and raises an alarm where the sums differ.
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import type { Dependencies } from "../dependencies.ts";
import { findBegun } from "../storage/record-store.ts";
import { findTurn, putTurn } from "../storage/turn-store.ts";
import { type Difference, recount } from "../use-cases/recount.ts";
import type { Job } from "./job.ts";

const NAME = "recount";

/** Counting reads every row of a hall: where a night is too short for all halls, the next one goes on. */
export const recountJob: Job = {
  label: { zh: "复核汇总", en: "Recount the figures" },
  everyMinutes: 1440,
  async run({ deps, centre, halls, isTimeUp }) {
    const changed = { ledgers: 0, differences: 0, halls: 0, hallsWaiting: halls.length };
    for (const hall of inTurn(halls, await findTurn(deps.table, centre.id, NAME))) {
      // One at least, however slow: so that every hall has its turn.
      if (changed.halls > 0 && isTimeUp()) break;
      const { ledgers, differences } = await recountHall(deps, hall);
      changed.ledgers += ledgers;
      changed.differences += differences;
      changed.halls++;
      changed.hallsWaiting--;
      await putTurn(deps.table, centre.id, NAME, hall.id);
    }
    return changed;
  },
};

/** By id, beginning after the hall that was last. */
function inTurn(halls: readonly Hall[], last: string | undefined): Hall[] {
  const sorted = [...halls].sort((a, b) => (a.id < b.id ? -1 : 1));
  const later = sorted.filter(({ id }) => last !== undefined && id > last);
  return [...later, ...sorted.filter((hall) => !later.includes(hall))];
}

async function recountHall(deps: Dependencies, hall: Hall) {
  let differences = 0;
  const begun = await findBegun(deps.table, hall.id, deps.ledgers);
  for (const ledger of begun) {
    const first = await recount(deps.table, hall, ledger);
    // A row written while it was counted looks like a difference once, and not twice.
    const found = first.length === 0 ? [] : same(first, await recount(deps.table, hall, ledger));
    differences += found.length;
    for (const { place, counter, stored, counted } of found.slice(0, 20)) {
      deps.log("RECOUNT_DIFFERS", { hall: hall.id, ledger: ledger.id, place, counter, stored, counted });
    }
  }
  return { ledgers: begun.length, differences };
}

function same(a: readonly Difference[], b: readonly Difference[]): Difference[] {
  const names = new Set(a.map((one) => JSON.stringify(one)));
  return b.filter((one) => names.has(JSON.stringify(one)));
}
