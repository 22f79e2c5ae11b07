// The calendar job finishes what loading a notice began, also for a row that was written by the old calendar meanwhile.
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCalendarChanges } from "../../../functions/storage/calendar-change-store.ts";
import { findCentre } from "../../../functions/storage/directory-store.ts";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { applyCalendar } from "../../../functions/use-cases/calendar/apply-calendar.ts";
import { factsFor } from "../../../functions/use-cases/hall-facts.ts";
import { writeRows } from "../../../functions/use-cases/write-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { CHINA_CALENDAR_YEARS } from "../../../shared/kernel/china-calendar.ts";
import { caseRow, testHall } from "../../support/world.ts";
import { killedAfter } from "../support/killed-table.ts";
import { accepted } from "../support/rows.ts";
import { openWeek, type Week } from "./week.ts";

let week: Week;
beforeAll(async () => {
  week = await openWeek();
});
afterAll(() => week.close());

const shipped = CHINA_CALENDAR_YEARS.find(({ year }) => year === 2026);
if (!shipped) throw new Error("no 2026");
const changed = { ...shipped, version: 2, off: [...shipped.off, ["2026-11-19", "2026-11-19"]] as const };

test("killed when only the notice was stored, the job moves every row, and finishes once all is quiet", async () => {
  const { table, ledgers, now } = week.world.deps;
  week.at("2026-11-18 10:00");
  const id = await accepted(week.world, { receivedAt: "2026-11-18 09:00", matter: "permit-intake" });
  const before = await findCentre(table, "test-centre", true);
  if (!before) throw new Error("no centre");
  // Dies soon after the transaction that stores the notice.
  for (let after = 5; (await listCalendarChanges(table, "test-centre")).length === 0; after++) {
    const dying = killedAfter(table, after).table;
    await applyCalendar({ table: dying, ledgers, now }, before, changed, null, "p-admin").catch(() => {});
  }
  const due = async (row: string) => (await findRecords(table, [row])).get(row)?.derived.dueDate;
  expect(await due(id)).toBe("2026-12-02");
  // A call that had read the old calendar writes its row only now.
  const late = caseRow({ receivedAt: "2026-11-18 09:30", matter: "permit-intake" });
  const context = {
    table,
    hall: testHall("east"),
    ledger: cases,
    facts: factsFor(testHall("east"), before, now()),
  };
  await writeRows([late], {
    ...context,
    ledgers: [cases],
    actor: "p",
    roles: null,
    batchId: "b",
    enteredBy: null,
    may: () => true,
  });
  expect(await due(late.id)).toBe("2026-12-02");

  expect(await week.run(["calendar"])).toMatchObject([{ state: "done", changed: { moved: 2, finished: 0 } }]);
  expect([await due(id), await due(late.id)]).toEqual(["2026-12-03", "2026-12-03"]);
  expect(await week.run(["calendar"])).toMatchObject([{ changed: { moved: 0, finished: 0 } }]);
  week.at("2026-11-18 10:15");
  expect(await week.run(["calendar"])).toMatchObject([{ changed: { moved: 0, finished: 1 } }]);
  expect(await week.run(["calendar"])).toMatchObject([{ changed: { moved: 0, finished: 0 } }]);
  expect(await listCalendarChanges(table, "test-centre")).toMatchObject([
    { state: "finished", id: "2026v2" },
  ]);
});
