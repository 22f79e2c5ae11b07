// The invented halls' attendance: lines drafted by the clock and confirmed by a clerk, a leave with cover, an outing.
import type { Table } from "../../../functions/storage/table.ts";
import { draftDay } from "../../../functions/use-cases/attendance/draft-day.ts";
import { findRowsOf } from "../../../functions/use-cases/find-rows.ts";
import { factsOf } from "../../../functions/use-cases/hall-facts.ts";
import { writeRows } from "../../../functions/use-cases/write-rows.ts";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import { outings } from "../../../shared/capabilities/attendance/outings-ledger.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type DateTime, dateTimeFromWall, instantOf } from "../../../shared/kernel/date-time.ts";
import type { PlainDate } from "../../../shared/kernel/plain-date.ts";
import type { IncomingRow } from "../../../shared/ledger/decide-row.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { type SeededRandom, seededRandom } from "./seeded-random.ts";

export interface AttendanceSeeding {
  readonly table: Table;
  readonly hall: Hall;
  readonly centre: Centre;
  /** The first hall keeps its sheet for two weeks, the others begin on the last day. */
  readonly number: number;
}

const FIRST_HALL_FROM = "2026-11-09";
const OTHERS_FROM = "2026-11-20";
/** The day of a leave, and of the outing, in the first hall. */
const LEAVE_DAY = "2026-11-12";
const ASKED_ON = "2026-11-11";
const LAST_DAY = "2026-11-20";

export async function seedAttendance(seeding: AttendanceSeeding, day: PlainDate): Promise<void> {
  const { number } = seeding;
  if (day < (number === 0 ? FIRST_HALL_FROM : OTHERS_FROM)) return;
  const random = seededRandom(Number(day.replaceAll("-", "")) + number);
  if (number === 0 && day === ASKED_ON) await seedLeave(seeding, day, random);
  if (number === 0 && day === LAST_DAY) await seedOuting(seeding, day, random);
  const { table, hall, centre } = seeding;
  const now = () => instantOf(timeOn(seeding, day, 9, 10));
  if ((await draftDay({ table, ledgers: LEDGERS, now }, { hall, centre }, day)) === 0) return;
  // The last day's sheet is left for whoever tries the product.
  if (number === 0 && day === LAST_DAY) return;
  await confirmDay(seeding, day, random);
}

async function confirmDay(seeding: AttendanceSeeding, day: PlainDate, random: SeededRandom): Promise<void> {
  const { table, hall } = seeding;
  const period = { id: day, kind: "day", first: day, last: day } as const;
  const lines = await findRowsOf(table, hall, attendance, { period });
  const rows: IncomingRow[] = [];
  for (const { id, version, values } of lines) {
    const late = values.morning === "present" && random.chance(0.08);
    if (late) {
      const arrivedAt = timeOn(seeding, day, 9, random.between(5, 40));
      rows.push({ id, baseVersion: version, action: "upsert", values: { arrivedAt } });
    }
    const at = timeOn(seeding, day, 17, 20);
    rows.push({ id, baseVersion: version + (late ? 1 : 0), action: "confirm", values: { at } });
  }
  await write(seeding, attendance, rows, `demo-clerk1.${hall.id}`, timeOn(seeding, day, 17, 25));
}

async function seedLeave(seeding: AttendanceSeeding, day: PlainDate, random: SeededRandom): Promise<void> {
  const { hall } = seeding;
  const [clerk, cover] = [`demo-clerk1.${hall.id}`, `demo-clerk2.${hall.id}`];
  const id = random.uuid();
  const at = timeOn(seeding, day, 10);
  const values = {
    ...{ appliedAt: timeOn(seeding, day, 9, 30), person: clerk, type: "personal", reason: "家中有事(演示)" },
    ...{ fromDay: LEAVE_DAY, toDay: LEAVE_DAY, cover },
  };
  const step = (version: number, action: string, more = {}): IncomingRow => ({
    ...{ id, baseVersion: version, action, values: { at, ...more } },
  });
  await write(seeding, leaveRequests, [{ id, baseVersion: 0, action: "upsert", values }], clerk, at);
  await write(seeding, leaveRequests, [step(1, "consent")], cover, at);
  const reason = { dueWorkReason: "已当面交接(演示)" };
  await write(seeding, leaveRequests, [step(2, "approve", reason)], "demo-leader", at);
}

async function seedOuting(seeding: AttendanceSeeding, day: PlainDate, random: SeededRandom): Promise<void> {
  const { hall } = seeding;
  const [clerk, cover] = [`demo-clerk2.${hall.id}`, `demo-clerk1.${hall.id}`];
  const id = random.uuid();
  const at = timeOn(seeding, day, 14, 10);
  const values = {
    ...{ leavesAt: timeOn(seeding, day, 14, 30), backBy: timeOn(seeding, day, 16), person: clerk, cover },
    ...{ told: cover, kind: "official", destination: "街道办事处(演示)", phoneReachable: true },
  };
  await write(seeding, outings, [{ id, baseVersion: 0, action: "upsert", values }], clerk, at);
  const step = (version: number, action: string, time: DateTime): IncomingRow => ({
    ...{ id, baseVersion: version, action, values: { at: time } },
  });
  await write(seeding, outings, [step(1, "consent", at)], cover, at);
  await write(seeding, outings, [step(2, "approve", at)], `demo-head.${hall.id}`, at);
  const out = timeOn(seeding, day, 14, 30);
  await write(seeding, outings, [step(3, "goOut", out)], clerk, out);
}

function timeOn({ hall }: AttendanceSeeding, day: PlainDate, hour: number, minute = 0): DateTime {
  return dateTimeFromWall(day, hour, minute, hall.timeZone);
}

/** An interrupted seeding that starts over finds its rows there, and leaves them. */
async function write(
  { table, hall, centre }: AttendanceSeeding,
  ledger: Ledger,
  rows: readonly IncomingRow[],
  actor: string,
  now: DateTime,
): Promise<void> {
  const facts = await factsOf(table, { hall, centre }, ledger, instantOf(now));
  await writeRows(rows, {
    ...{ table, ledgers: LEDGERS, hall, ledger, facts, actor, roles: null, may: () => true },
    ...{ batchId: `seed-${now.slice(0, 10)}`, enteredBy: "演示" },
  });
}
