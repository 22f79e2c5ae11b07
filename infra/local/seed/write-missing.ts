// Writes invented rows of one ledger as they would have been entered on an evening; what stands already stays.
import { findRecords } from "../../../functions/storage/record-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { factsOf } from "../../../functions/use-cases/hall-facts.ts";
import { writeRows } from "../../../functions/use-cases/write-rows.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { dateTimeFromWall, instantOf } from "../../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import { findLedger, LEDGERS } from "../../../shared/ledgers.ts";

export interface SeedPlace {
  readonly table: Table;
  /** A hall, or for the centre's own ledgers its office. */
  readonly hall: Hall;
  readonly centre: Centre;
}

/** @throws when the rules refuse a row: the demonstration is wrong then */
export async function writeMissing(
  { table, hall, centre }: SeedPlace,
  ledgerId: string,
  rows: readonly IncomingRow[],
  evening: PlainDate,
): Promise<void> {
  const ledger = findLedger(ledgerId);
  if (!ledger) throw new Error(`no ledger ${ledgerId}`);
  const stored = await findRecords(table, [...new Set(rows.map(({ id }) => id))]);
  const missing = rows.filter(({ id, baseVersion }) => (stored.get(id)?.version ?? 0) <= baseVersion);
  if (missing.length === 0) return;
  const now = instantOf(dateTimeFromWall(evening, 17, 50, hall.timeZone));
  const outcomes = await writeRows(missing, {
    table,
    hall,
    ledger,
    ledgers: LEDGERS,
    facts: await factsOf(table, { hall, centre }, ledger, now),
    actor: `demo-head.${hall.id}`,
    batchId: `seed-${ledger.id}`,
    enteredBy: "演示",
    roles: null,
    may: () => true,
  });
  // A step on a row of a month that the centre has accepted by then, as happens: with its reason.
  const left = missing.filter((row, at) => {
    const decision = outcomes[at]?.decision;
    const locked =
      decision?.status === "refused" && decision.problems.some(({ code }) => code === "month_locked");
    return locked && row.reason === undefined;
  });
  if (left.length > 0) {
    const rest = missing.filter((_, at) => outcomes[at]?.decision.status !== "accepted");
    const corrected = rest.map((row) => ({ ...row, reason: "补登(演示)" }));
    return writeMissing({ table, hall, centre }, ledgerId, corrected, evening);
  }
  const wrong = outcomes.findIndex(({ decision }) => decision.status !== "accepted");
  if (wrong >= 0) {
    const story = JSON.stringify({ row: missing[wrong], decision: outcomes[wrong]?.decision });
    throw new Error(`the demonstration data is wrong: ${hall.id} ${ledger.id} ${story}`);
  }
}
