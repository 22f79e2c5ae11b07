// The registers in the demonstration: each row is entered once, by the end of its month, and seeding again adds nothing.
import { randomUUID } from "node:crypto";
import { afterAll, expect, inject, test } from "vitest";
import { invitePerson, putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import { allRecords } from "../../../functions/use-cases/recount.ts";
import { localClient, openLocalTable } from "../../../infra/local/local-table.ts";
import { DEMO_CENTRES, DEMO_HALLS, DEMO_PEOPLE } from "../../../infra/local/seed/demonstration-centre.ts";
import { REGISTER_ROWS } from "../../../infra/local/seed/registers/all-registers.ts";
import { seedRegisters } from "../../../infra/local/seed/registers/seed-registers.ts";
import {
  complaintLives,
  ratingLives,
  referralLives,
} from "../../../infra/local/seed/workflows/resident-lives.ts";
import { writeMissing } from "../../../infra/local/seed/write-missing.ts";
import { datesBetween, plainDate } from "../../../shared/kernel/plain-date.ts";
import { followingId } from "../../../shared/ledger/following-id.ts";
import { findLedger } from "../../../shared/ledgers.ts";

const client = localClient(inject("databaseEndpoint"));
afterAll(() => client.destroy());

test("the first hall shows every register whole, in the months in which its rows happened", async () => {
  const table = await openLocalTable(client, `test-${randomUUID()}`);
  const [hall, centre] = [DEMO_HALLS[0], DEMO_CENTRES[0]];
  if (!hall || !centre) throw new Error("there is no demonstration");
  await putCentre(table, centre);
  await putHall(table, hall);
  const own = DEMO_PEOPLE.filter(({ grants }) => grants.some((grant) => grant.hall === hall.id));
  for (const person of own) await invitePerson(table, person);
  const seeding = { table, hall, centre, scope: "hall", whole: true } as const;
  const days = datesBetween(plainDate("2026-08-24"), plainDate("2026-11-20"));
  for (const day of days) await seedRegisters(seeding, day);
  const versions = async () => {
    const counts: Record<string, number> = {};
    for (const id of Object.keys(REGISTER_ROWS)) {
      if (findLedger(id)?.scope !== "hall") continue;
      const records = await allRecords(table, hall.id, id);
      counts[id] = records.reduce((sum, { version }) => sum + version, 0);
      // Entered in its own month, before that month was reported; what lies ahead, at the end.
      for (const { enteredAt, derived } of records) {
        const { businessDay } = derived;
        expect([id, enteredAt.slice(0, 7)]).toEqual([
          id,
          businessDay > "2026-11-20" ? "2026-11" : businessDay.slice(0, 7),
        ]);
      }
    }
    return counts;
  };
  const place = { prefix: "", person: () => "" };
  const expected = Object.fromEntries(
    Object.entries(REGISTER_ROWS)
      .filter(([id]) => findLedger(id)?.scope === "hall")
      .map(([id, rows]) => [id, rows(place).reduce((sum, { steps = [] }) => sum + 1 + steps.length, 0)]),
  );
  const first = await versions();
  expect(first).toEqual(expected);
  await seedRegisters(seeding, plainDate("2026-11-20"));
  // What residents say is taken by the rules as well.
  const idOf = (ledger: string, key: string) => followingId(`${hall.id}/${ledger}`, key);
  const where = { person: (name: string) => `demo-${name}.${hall.id}`, idOf, sampled: "2026-00001" };
  const said = [...complaintLives(where), ...ratingLives(), ...referralLives()];
  for (const { ledger, key, values, steps = [] } of said) {
    const id = idOf(ledger, key);
    const rows = [
      { id, baseVersion: 0, action: "upsert", values },
      ...steps.map(([action, given], at) => ({ id, baseVersion: at + 1, action, values: given })),
    ];
    await writeMissing(seeding, ledger, rows, plainDate("2026-11-20"));
  }
  expect(await versions()).toEqual(first);
});
