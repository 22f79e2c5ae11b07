// Stocks at closing come out the same whether the job runs each evening, days late, twice at once, or is killed.
import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { moveCursor, putStock, readCursor } from "../../../functions/storage/stock-store.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { batch, caseRow } from "../../support/world.ts";
import { killAtEveryPoint } from "../support/killed-table.ts";
import { BY_HAND, DAYS, liveWeek, openWeek, stampsOf, type Week } from "./week.ts";

const weeks: Week[] = [];
afterAll(() => Promise.all(weeks.map((week) => week.close())));
async function newWeek(): Promise<Week> {
  const week = await openWeek();
  weeks.push(week);
  return week;
}
const onFirstEvening = (week: Week) => async (day: string) =>
  day === "2026-11-13" ? week.run(["closingStamps"]) : undefined;

/** Every hall has written in two ledgers, so that each is asked for both. */
async function writeEverywhere({ world }: Week): Promise<void> {
  const heads = { east: "head", west: "west", amsterdam: "amsterdam" };
  const handedOut = { handedOutOn: "2026-11-13", kind: "rules", quantity: 1 };
  for (const [hall, who] of Object.entries(heads)) {
    const rows = {
      "documents-handed-out": { id: randomUUID(), baseVersion: 0, action: "upsert", values: handedOut },
      ...(hall === "east" ? {} : { cases: caseRow({ receivedAt: "2026-11-13T09:00:00+08:00" }) }),
    };
    for (const [ledger, row] of Object.entries(rows)) {
      const path = `/v1/halls/${hall}/ledgers/${ledger}/sync`;
      const { body } = await world.post<SyncAnswer>(path, batch([row]), who);
      expect(body.results).toMatchObject([{ status: "accepted" }]);
    }
  }
}

describe("stamps equal those counted by hand", () => {
  test("run each evening", async () => {
    const week = await newWeek();
    await liveWeek(week, () => week.run(["closingStamps"]));
    expect(await stampsOf(week)).toEqual(BY_HAND);
  });

  test("not run for three days, then once", async () => {
    const week = await newWeek();
    await liveWeek(week, onFirstEvening(week));
    await week.run(["closingStamps"]);
    expect(await stampsOf(week)).toEqual(BY_HAND);
  });

  test("run four times at once", async () => {
    const week = await newWeek();
    await liveWeek(week, onFirstEvening(week));
    const runs = await Promise.all(Array.from({ length: 4 }, () => week.run(["closingStamps"])));
    expect(runs.flat().map(({ state }) => state)).toEqual(runs.flat().map(() => "done"));
    await week.run(["closingStamps"]);
    expect(await stampsOf(week)).toEqual(BY_HAND);
  });

  test("killed after any call and repeated", async () => {
    const week = await newWeek();
    week.at("2026-11-13 16:00");
    await writeEverywhere(week);
    await liveWeek(week, onFirstEvening(week));
    const deaths = await killAtEveryPoint(week.world.deps.table, async (table) => {
      const runs = await week.run(["closingStamps"], table);
      expect(runs).toHaveLength(1);
    });
    expect(deaths).toBeGreaterThan(20);
    expect(await stampsOf(week)).toEqual(BY_HAND);
  });
});

test("a clock that runs backwards leaves the stamps as they are", async () => {
  const week = await newWeek();
  await liveWeek(week, () => week.run(["closingStamps"]));
  week.at("2026-11-10 18:30");
  expect(await week.run(["closingStamps"])).toMatchObject([{ state: "done", changed: { stamped: 0 } }]);
  week.at("2026-11-19 18:40");
  await week.run(["closingStamps"]);
  expect(await stampsOf(week)).toEqual(BY_HAND);
});

test("a day that has not ended has no stamp", async () => {
  const week = await newWeek();
  week.at("2026-11-16 17:30");
  await week.run(["closingStamps"]);
  expect((await readCursor(week.world.deps.table, "east"))?.day).toBe("2026-11-15");
  expect((await stampsOf(week))[DAYS[0]]).toBeUndefined();
});

test("stamps are shown for a period as those of its last closing, never added up", async () => {
  const week = await newWeek();
  await liveWeek(week, () => week.run(["closingStamps"]));
  const { body } = await week.world.get<{ halls: { hall: string; day: string; ledgers: unknown }[] }>(
    "/v1/centre/stocks?period=2026-11",
    "director",
  );
  expect(body.halls.find(({ hall }) => hall === "east")).toMatchObject({
    hall: "east",
    day: "2026-11-19",
    ledgers: { cases: { open: 2, overdue: 0 } },
  });
});

test("a stamp is set once, and a cursor moves on only from where it was read", async () => {
  const { table } = (await newWeek()).world.deps;
  const day = plainDate("2026-11-16");
  const stock = { hall: "h", day, ledgers: {} };
  expect(await putStock(table, "c", stock)).toBe(true);
  expect(await putStock(table, "c", { ...stock, ledgers: { cases: { open: 9, overdue: 9 } } })).toBe(false);
  expect(await moveCursor(table, "h", undefined, { day, seqs: {} })).toBe(true);
  expect(await moveCursor(table, "h", undefined, { day: plainDate("2026-11-17"), seqs: {} })).toBe(false);
});
