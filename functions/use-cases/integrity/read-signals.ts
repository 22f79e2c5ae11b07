// The integrity signals of a centre's halls in a period, each with the addresses of its rows.
import { findSignals } from "../../../shared/capabilities/integrity/find-signals.ts";
import { SIGNAL_KINDS } from "../../../shared/capabilities/integrity/signal-kinds.ts";
import { thresholdsOn } from "../../../shared/capabilities/integrity/thresholds.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Period } from "../../../shared/kernel/period.ts";
import type { Dependencies } from "../../dependencies.ts";
import { listHalls } from "../../storage/directory-store.ts";
import { factsFor } from "../hall-facts.ts";
import { hallsOf } from "../roll-ups.ts";
import { integrityRows } from "./integrity-rows.ts";

export async function readSignals(
  { table, now }: Pick<Dependencies, "table" | "now">,
  centre: Centre,
  period: Period,
) {
  const thresholds = thresholdsOn(period.first);
  const halls = hallsOf(await listHalls(table), centre.id, now());
  const signals = [];
  for (const hall of halls) {
    const facts = factsFor(hall, centre, now());
    const rows = await integrityRows(table, hall, facts, period, thresholds.sameTextLength);
    for (const { kind, rows: found, among } of findSignals(rows, thresholds, facts.calendar, period)) {
      signals.push({
        kind,
        ...SIGNAL_KINDS[kind],
        hall: { id: hall.id, name: hall.name },
        count: found.length,
        among,
        rows: found.map(({ id, serial }) => ({
          id,
          serial,
          record: `/v1/halls/${hall.id}/ledgers/cases/records/${id}`,
        })),
      });
    }
  }
  return { centre: centre.id, period: period.id, thresholds, signals };
}
