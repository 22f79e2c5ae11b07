// Writes the halls' daily workflows into the demonstration: once a hall's three months stand, on their last evening.
import { findRecords } from "../../../../functions/storage/record-store.ts";
import type { Table } from "../../../../functions/storage/table.ts";
import { findRowsOf } from "../../../../functions/use-cases/find-rows.ts";
import { factsOf } from "../../../../functions/use-cases/hall-facts.ts";
import { writeRows } from "../../../../functions/use-cases/write-rows.ts";
import { cases } from "../../../../shared/capabilities/cases/cases-ledger.ts";
import type { Centre } from "../../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../../shared/capabilities/organisation/hall.ts";
import { dateTimeFromWall, instantOf } from "../../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../../shared/kernel/period.ts";
import type { PlainDate } from "../../../../shared/kernel/plain-date.ts";
import type { IncomingRow } from "../../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../../shared/ledger/define-ledger.ts";
import { followingId } from "../../../../shared/ledger/following-id.ts";
import { findLedger, LEDGERS } from "../../../../shared/ledgers.ts";
import { cashLives } from "./cash-lives.ts";
import { DUTY_LIVES } from "./duty-lives.ts";
import { ORDER_LIVES } from "./order-lives.ts";
import type { WorkflowLife, WorkflowPlace } from "./workflow-life.ts";

export interface WorkflowSeeding {
  readonly table: Table;
  readonly hall: Hall;
  readonly centre: Centre;
  readonly lastDay: PlainDate;
  /** The first halls show everything; the others what a centre compares. */
  readonly whole: boolean;
}

export async function seedWorkflows(seeding: WorkflowSeeding): Promise<void> {
  const { table, hall, whole } = seeding;
  const month = parsePeriod("2026-11");
  if (!month) throw new Error("there is no such month");
  const found = await findRowsOf(table, hall, cases, {
    period: month,
    figure: undefined,
  });
  const sampled = found.find(({ derived, voided }) => !voided && derived.businessDay <= "2026-11-05");
  if (!sampled) throw new Error(`hall ${hall.id} has no case to sample`);
  const idOf = (ledger: string, key: string) => followingId(`${hall.id}/${ledger}`, key);
  const place: WorkflowPlace = {
    person: (name) => `demo-${name}.${hall.id}`,
    idOf,
    sampled: sampled.serial,
  };
  const facts = await factsOf(table, seeding, cases, endOf(seeding));
  await write(seeding, [...DUTY_LIVES.rosters(), ...DUTY_LIVES.leaves(), ...DUTY_LIVES.checks(place)], idOf);
  for (const { id, steps } of DUTY_LIVES.findings(place)) {
    const rows = (steps ?? []).map(([action, values], at) => ({ id, baseVersion: at + 1, action, values }));
    await writeMissing(seeding, getLedger("findings"), rows);
  }
  await write(seeding, cashLives(place, found, facts), idOf);
  if (!whole) return;
  await write(seeding, [...DUTY_LIVES.openings(), ...ORDER_LIVES.flatMap((lives) => lives(place))], idOf);
}

async function write(
  seeding: WorkflowSeeding,
  lives: readonly WorkflowLife[],
  idOf: WorkflowPlace["idOf"],
): Promise<void> {
  for (const name of new Set(lives.map(({ ledger }) => ledger))) {
    const rows = lives
      .filter(({ ledger }) => ledger === name)
      .flatMap(({ key, values, steps = [] }) => {
        const id = idOf(name, key);
        return [
          { id, baseVersion: 0, action: "upsert", values },
          ...steps.map(([action, given], at) => ({ id, baseVersion: at + 1, action, values: given })),
        ];
      });
    await writeMissing(seeding, getLedger(name), rows);
  }
}

/** What an interrupted seeding has written already is not written again. */
async function writeMissing(
  seeding: WorkflowSeeding,
  ledger: Ledger,
  rows: readonly IncomingRow[],
): Promise<void> {
  const { table, hall } = seeding;
  const stored = await findRecords(table, [...new Set(rows.map(({ id }) => id))]);
  const missing = rows.filter(({ id, baseVersion }) => (stored.get(id)?.version ?? 0) <= baseVersion);
  const outcomes = await writeRows(missing, {
    table,
    hall,
    ledger,
    ledgers: LEDGERS,
    facts: await factsOf(table, seeding, ledger, endOf(seeding)),
    actor: `demo-head.${hall.id}`,
    batchId: `seed-${ledger.id}`,
    enteredBy: "演示",
    roles: null,
    may: () => true,
  });
  const wrong = outcomes.findIndex(({ decision }) => decision.status !== "accepted");
  if (wrong >= 0) {
    const story = JSON.stringify({ row: missing[wrong], decision: outcomes[wrong]?.decision });
    throw new Error(`the demonstration data is wrong: ${hall.id} ${ledger.id} ${story}`);
  }
}

function endOf({ hall, lastDay }: WorkflowSeeding): number {
  return instantOf(dateTimeFromWall(lastDay, 17, 50, hall.timeZone));
}

function getLedger(id: string): Ledger {
  const found = findLedger(id);
  if (!found) throw new Error(`no ledger ${id}`);
  return found;
}
