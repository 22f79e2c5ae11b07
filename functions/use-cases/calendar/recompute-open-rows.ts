// Judges every open row of a centre by the calendar in force, as long as there is time; repeating it does no harm.

import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { CalendarChange } from "../../storage/calendar-change-store.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { findBegun } from "../../storage/record-store.ts";
import { hallsOf } from "../roll-ups.ts";
import { moveRow, movesIn } from "./calendar-moves.ts";

export interface Recomputed {
  readonly moved: number;
  /** False when time ran out before every row was looked at. */
  readonly complete: boolean;
}

export async function recomputeOpenRows(
  { table, ledgers, now }: Pick<Dependencies, "table" | "ledgers" | "now">,
  centre: Centre,
  change: Pick<CalendarChange, "id" | "appliedBy">,
  budgetMs: number,
): Promise<Recomputed> {
  const started = performance.now();
  let moved = 0;
  for (const hall of hallsOf(await listHalls(table), centre.id, now())) {
    const counted = ledgers.filter(({ written }) => written !== "verbs");
    for (const ledger of await findBegun(table, hall.id, counted)) {
      const { moved: rows } = await movesIn(table, hall, ledger, centre, now());
      for (const row of rows) {
        if (performance.now() - started > budgetMs) return { moved, complete: false };
        const by = { id: change.id, actor: change.appliedBy };
        if (await moveRow(table, row, hall, ledger, centre, by, now())) moved++;
      }
    }
  }
  return { moved, complete: true };
}
