// The demonstration's attendance goes the way of everybody's: every row of it is accepted by the rules.
import { afterAll, beforeAll, expect, test } from "vitest";
import { invitePerson, putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import { findRowsOf } from "../../../functions/use-cases/find-rows.ts";
import { DEMO_CENTRES, DEMO_HALLS, DEMO_PEOPLE } from "../../../infra/local/seed/demonstration-centre.ts";
import { seedAttendance } from "../../../infra/local/seed/seed-attendance.ts";
import { attendance } from "../../../shared/capabilities/attendance/attendance-ledger.ts";
import { leaveRequests } from "../../../shared/capabilities/attendance/leave-requests-ledger.ts";
import { outings } from "../../../shared/capabilities/attendance/outings-ledger.ts";
import { parsePeriod } from "../../../shared/kernel/period.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import type { Ledger } from "../../../shared/ledger/define-ledger.ts";
import { createWorld, type World } from "../../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a leave with cover, an outing under way, lines that are confirmed but for the last day", async () => {
  const [centre] = DEMO_CENTRES;
  const [hall] = DEMO_HALLS;
  const november = parsePeriod("2026-11");
  if (!centre || !hall || !november) throw new Error("the demonstration lost its first hall");
  const { table } = world.deps;
  await putCentre(table, centre);
  await putHall(table, hall);
  for (const person of DEMO_PEOPLE) {
    if (person.grants.some((grant) => grant.hall === hall.id)) await invitePerson(table, person);
  }
  for (const day of ["2026-11-11", "2026-11-12", "2026-11-20"]) {
    await seedAttendance({ table, hall, centre, number: 0 }, plainDate(day));
  }
  const statuses = async (ledger: Ledger) =>
    (await findRowsOf(table, hall, ledger, { period: november })).map(({ derived }) => derived.status);
  expect(await statuses(leaveRequests)).toEqual(["approved"]);
  expect(await statuses(outings)).toEqual(["out"]);
  const lines = await findRowsOf(table, hall, attendance, { period: november });
  const on = (day: string) => lines.filter(({ values }) => values.day === day);
  expect(on("2026-11-12").filter(({ values }) => values.morning === "leave")).toHaveLength(1);
  expect(on("2026-11-12").filter(({ derived }) => derived.status === "unconfirmed")).toEqual([]);
  expect(new Set(on("2026-11-20").map(({ derived }) => derived.status))).toEqual(new Set(["unconfirmed"]));
});
