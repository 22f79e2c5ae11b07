// Writes the halls' daily workflows into the demonstration: once a hall's three months stand, on their last evening.
import { findRowsOf } from "../../../../functions/use-cases/find-rows.ts";
import { factsOf } from "../../../../functions/use-cases/hall-facts.ts";
import { cases } from "../../../../shared/capabilities/cases/cases-ledger.ts";
import { dateTimeFromWall, instantOf } from "../../../../shared/kernel/date-time.ts";
import { parsePeriod } from "../../../../shared/kernel/period.ts";
import type { PlainDate } from "../../../../shared/kernel/plain-date.ts";
import { followingId } from "../../../../shared/ledger/following-id.ts";
import { type SeedPlace, writeMissing } from "../write-missing.ts";
import { cashLives } from "./cash-lives.ts";
import { DUTY_LIVES } from "./duty-lives.ts";
import { ORDER_LIVES } from "./order-lives.ts";
import { complaintLives, ratingLives, referralLives } from "./resident-lives.ts";
import type { WorkflowLife, WorkflowPlace } from "./workflow-life.ts";

export interface WorkflowSeeding extends SeedPlace {
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
    await writeMissing(seeding, "findings", rows, seeding.lastDay);
  }
  await write(seeding, [...cashLives(place, found, facts), ...ratingLives()], idOf);
  if (!whole) return;
  const order = [...ORDER_LIVES, complaintLives, referralLives].flatMap((lives) => lives(place));
  await write(seeding, [...DUTY_LIVES.openings(), ...order], idOf);
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
    await writeMissing(seeding, name, rows, seeding.lastDay);
  }
}

function endOf({ hall, lastDay }: WorkflowSeeding): number {
  return instantOf(dateTimeFromWall(lastDay, 17, 50, hall.timeZone));
}
