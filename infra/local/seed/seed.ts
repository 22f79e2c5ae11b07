// Fills an empty table once: the demonstration centre, and with it three months of its halls' cases.
import type { BlobStore } from "../../../functions/blobs/blob-store.ts";
import { invitePerson, putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import type { Key } from "../../../functions/storage/keys.ts";
import { findRecords } from "../../../functions/storage/record-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { activeMatters, factsFor } from "../../../functions/use-cases/hall-facts.ts";
import { type RowOutcome, writeRows } from "../../../functions/use-cases/write-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../../shared/capabilities/organisation/centre-calendar.ts";
import { type Hall, officeOf } from "../../../shared/capabilities/organisation/hall.ts";
import { dateTimeFromWall, instantOf } from "../../../shared/kernel/date-time.ts";
import { datesBetween, type PlainDate, plainDate } from "../../../shared/kernel/plain-date.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { demonstrationCase, type LifeStep } from "./demonstration-case.ts";
import { DEMO_CENTRES, DEMO_HALLS, DEMO_PEOPLE, PRACTICE_HALL } from "./demonstration-centre.ts";
import { type Moment, planPeriods } from "./demonstration-periods.ts";
import { seedRegisters } from "./registers/seed-registers.ts";
import { seedAttendance } from "./seed-attendance.ts";
import { seedInspection } from "./seed-inspection.ts";
import { doPeriodActs } from "./seed-periods.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";
import { seedWorkflows } from "./workflows/seed-workflows.ts";
import { chineseWorkingDays } from "./working-days.ts";

export type Seed = "demo" | "empty";

/** The demonstration runs from the first to the last of these days, whatever today is. */
const FIRST_DAY = plainDate("2026-08-24");
const LAST_DAY = plainDate("2026-11-20");
/** So many halls, from the first on, show every status of every daily workflow, and a busy counter. */
const WHOLE_HALLS = 3;
const SEED_MARK: Key = { pk: "SEED", sk: "SEED" };

/** What a hall's rows of one day come to, per matter: everyday matters weigh more. */
const WEIGHTS: Readonly<Record<string, number>> = {
  "household-registration": 6,
  "senior-card": 6,
  "elderly-and-child-insurance": 5,
  "migrant-registration": 5,
  "minimum-living-allowance": 3,
  "legal-advice": 3,
  contraceptives: 2,
};

/** Does nothing when the table was seeded before; an interrupted seeding starts over on the rows still missing. */
export async function seedOnce(
  table: Table,
  blobs: BlobStore,
  seed: Seed,
  report: (done: number, all: number) => void,
): Promise<void> {
  const mark = await table.get(SEED_MARK);
  if (mark?.finished === true) return;
  await table.put({ ...SEED_MARK, seed, finished: false });
  for (const centre of DEMO_CENTRES) await putCentre(table, centre);
  for (const hall of [...DEMO_HALLS, PRACTICE_HALL]) await putHall(table, hall);
  await Promise.all(DEMO_PEOPLE.map((person) => invitePerson(table, person)));
  if (seed === "demo") await seedHalls(table, blobs, mark !== undefined, report);
  await table.put({ ...SEED_MARK, seed, finished: true });
}

const ISSUER_MARK: Key = { pk: "SEED", sk: "ISSUER" };

/**
 * The local issuer's name holds its port. Whoever starts on another port would find every invitation used up by
 * people of the old issuer; so the demonstration's people are invited anew under the new one.
 */
export async function inviteUnder(table: Table, issuer: string): Promise<void> {
  const mark = await table.get(ISSUER_MARK);
  if (mark?.issuer === issuer) return;
  if (mark !== undefined) await Promise.all(DEMO_PEOPLE.map((person) => invitePerson(table, person)));
  await table.put({ ...ISSUER_MARK, issuer });
}

async function seedHalls(
  table: Table,
  blobs: BlobStore,
  resumed: boolean,
  report: (done: number, all: number) => void,
): Promise<void> {
  const days = datesBetween(FIRST_DAY, LAST_DAY);
  const all = DEMO_HALLS.length * days.length;
  let done = 0;
  const seedHall = async (hall: Hall, number: number) => {
    const plan = planHall(hall, number);
    const centre = demonstrationCentre();
    const working = chineseWorkingDays(calendarOf(centre), FIRST_DAY, LAST_DAY);
    const acts = planPeriods(number, working, seededRandom(77_000 + number));
    const doActs = (day: PlainDate, moment: Moment) =>
      doPeriodActs({ table, blobs, hall, centre }, day, moment, acts.get(day) ?? []);
    for (const day of days) {
      const rows = plan.get(day);
      await doActs(day, "morning");
      if (rows) await writeDay(table, hall, day, resumed ? await stillMissing(table, rows) : rows);
      await seedAttendance({ table, hall, centre, number }, day);
      await seedRegisters({ table, hall, centre, scope: "hall", whole: number < WHOLE_HALLS }, day);
      await doActs(day, "afternoon");
      await doActs(day, "evening");
      done++;
      if (done % 24 === 0 || done === all) report(done, all);
    }
    await seedWorkflows({ table, hall, centre, lastDay: LAST_DAY, whole: number < WHOLE_HALLS });
  };
  const centre = demonstrationCentre();
  const office = { table, hall: officeOf(centre), centre, scope: "centre", whole: true } as const;
  for (const day of days) await seedRegisters(office, day);
  await Promise.all(DEMO_HALLS.map(seedHall));
  await seedInspection(table, blobs, demonstrationCentre());
}

/** Every row of a hall by the day on which it is entered. */
function planHall(hall: Hall, number: number): Map<PlainDate, IncomingRow[]> {
  const centre = demonstrationCentre();
  const random = seededRandom(20_260_824 + number);
  const calendar = calendarOf(centre);
  const matters = weighted(activeMatters(centre, LAST_DAY));
  // By name as in the directory, so that work is found in the hands of whoever goes on leave.
  const clerks = DEMO_PEOPLE.filter(({ grants }) =>
    grants.some((grant) => grant.hall === hall.id && grant.role === "clerk"),
  ).map(({ name }) => name);
  const plan = new Map<PlainDate, IncomingRow[]>();
  for (const day of datesBetween(FIRST_DAY, LAST_DAY)) {
    if (!calendar.day(day).working) continue;
    for (let count = random.between(1, casesADay(number)); count > 0; count--) {
      const life = demonstrationCase({
        matter: random.pick(matters),
        day,
        zone: hall.timeZone,
        calendar,
        clerk: random.pick(clerks),
        random,
      });
      addLife(plan, life, random);
    }
  }
  return plan;
}

/** The first halls, which people look at, are busy; the others bring what a centre adds up and compares. */
function casesADay(number: number): number {
  return number < WHOLE_HALLS ? 3 + number : 2;
}

function addLife(plan: Map<PlainDate, IncomingRow[]>, life: readonly LifeStep[], random: SeededRandom): void {
  const id = random.uuid();
  life.forEach(({ day, action, values }, version) => {
    const rows = plan.get(day) ?? [];
    plan.set(day, rows);
    rows.push({ id, baseVersion: version, action, values });
  });
}

/** What an interrupted seeding had not come to. */
async function stillMissing(table: Table, rows: readonly IncomingRow[]): Promise<IncomingRow[]> {
  const stored = await findRecords(table, [...new Set(rows.map(({ id }) => id))]);
  return rows.filter(({ id, baseVersion }) => (stored.get(id)?.version ?? 0) <= baseVersion);
}

function weighted(matters: readonly Matter[]): Matter[] {
  return matters.flatMap((matter) => Array.from({ length: WEIGHTS[matter.id] ?? 1 }, () => matter));
}

/** Why an accepted month is changed: somebody found a slip behind the counter. */
const CORRECTION = "漏登补录(演示)";

function isLocked(decision: RowOutcome["decision"]): boolean {
  return decision.status === "refused" && decision.problems.some(({ code }) => code === "month_locked");
}

async function writeDay(
  table: Table,
  hall: Hall,
  day: PlainDate,
  rows: readonly IncomingRow[],
): Promise<void> {
  const centre = demonstrationCentre();
  const evening = instantOf(dateTimeFromWall(day, 17, 25, hall.timeZone));
  const outcomes = await writeRows(rows, {
    table,
    hall,
    ledger: cases,
    facts: factsFor(hall, centre, evening),
    actor: `demo-head.${hall.id}`,
    batchId: `seed-${day}`,
    ledgers: LEDGERS,
    roles: null,
    enteredBy: "演示",
    may: () => true,
  });
  if (outcomes.some(({ decision }) => isLocked(decision))) {
    const left = rows.filter((_, at) => outcomes[at]?.decision.status !== "accepted");
    return writeDay(
      table,
      hall,
      day,
      left.map((row) => ({ ...row, reason: CORRECTION })),
    );
  }
  const wrong = outcomes.findIndex(({ decision }) => decision.status !== "accepted");
  if (wrong >= 0) {
    const facts = JSON.stringify({ row: rows[wrong], decision: outcomes[wrong]?.decision });
    throw new Error(`the demonstration data is wrong: ${hall.id} ${day} ${facts}`);
  }
}

function demonstrationCentre(): Centre {
  const [centre] = DEMO_CENTRES;
  if (!centre) throw new Error("there is no demonstration centre");
  return centre;
}
