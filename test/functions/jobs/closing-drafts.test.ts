// What waits to be signed at closing: the same rows however often, late or seldom the job runs.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { putHall } from "../../../functions/storage/directory-store.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { testHall } from "../../support/world.ts";
import { done } from "../periods/period-calls.ts";
import { killAtEveryPoint } from "../support/killed-table.ts";
import { openWeek, type Week } from "./week.ts";

const weeks: Week[] = [];
/** A hall that opened on Friday 13 November, so that what is owed can be counted by hand; the others are not open yet. */
async function newWeek(): Promise<Week> {
  const week = await openWeek();
  weeks.push(week);
  const { table } = week.world.deps;
  await putHall(table, { ...testHall("east"), opensOn: plainDate("2026-11-13") });
  for (const id of ["west", "amsterdam"])
    await putHall(table, { ...testHall(id), opensOn: plainDate("2026-12-01") });
  return week;
}
afterAll(() => Promise.all(weeks.map((week) => week.close())));

interface Row {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly values: { readonly period: string };
  readonly syncedBy: string;
}

async function rowsOf({ world }: Week, ledger: string): Promise<Row[]> {
  const path = `/v1/halls/east/ledgers/${ledger}/records?period=2026-11`;
  return (await world.get<{ rows: Row[] }>(path, "head")).body.rows;
}

async function stateOf(week: Week) {
  const rows = [...(await rowsOf(week, "daily-summaries")), ...(await rowsOf(week, "weekly-supervisions"))];
  return rows
    .map(({ id, status, version, values, syncedBy }) => ({ id, status, version, ...values, syncedBy }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Opened on a Friday; the weekend owes nothing; Monday's summary may be signed from half past five on. */
const BY_FRIDAY = {
  "daily-summaries": ["2026-11-13", "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"],
  "weekly-supervisions": ["2026-W46", "2026-W47"],
};

let punctual: Week;
let expected: Awaited<ReturnType<typeof stateOf>>;
beforeAll(async () => {
  punctual = await newWeek();
  for (const day of ["13", "14", "15", "16", "17", "18", "19", "20"]) {
    punctual.at(`2026-11-${day} 18:30`);
    await punctual.run(["closingDrafts"]);
  }
  expected = await stateOf(punctual);
}, 60_000);

test("every day and week that is over has its draft, nil days too, and weekends have none", async () => {
  for (const [ledger, periods] of Object.entries(BY_FRIDAY)) {
    const rows = await rowsOf(punctual, ledger);
    expect(rows.map(({ values }) => values.period)).toEqual(periods);
    expect(new Set(rows.map(({ status, version, syncedBy }) => `${status} ${version} ${syncedBy}`))).toEqual(
      new Set(["drafted 1 system"]),
    );
  }
});

test("a day is drafted at closing and not before, a week on the morning of its last working day", async () => {
  const week = await newWeek();
  week.at("2026-11-13 17:29");
  const [early] = await week.run(["closingDrafts"]);
  expect(early?.changed).toEqual({ drafted: 1 });
  expect((await rowsOf(week, "weekly-supervisions")).map(({ values }) => values.period)).toEqual([
    "2026-W46",
  ]);
  week.at("2026-11-13 17:30");
  expect((await week.run(["closingDrafts"]))[0]?.changed).toEqual({ drafted: 1 });
  expect((await rowsOf(week, "daily-summaries")).map(({ values }) => values.period)).toEqual(["2026-11-13"]);
});

test("a week's draft comes with the days that were not signed, and says that nobody checked the windows", async () => {
  punctual.at("2026-11-20 18:30");
  const path = "/v1/halls/east/periods/weekly-supervision/2026-W47";
  const { body } = await punctual.world.get<{ findings: { key: string }[] }>(path, "head");
  expect(body.findings.map(({ key }) => key)).toEqual([
    "noFullCheck/2026-W47",
    "unsigned/2026-11-16",
    "unsigned/2026-11-17",
    "unsigned/2026-11-18",
    "unsigned/2026-11-19",
  ]);
});

describe("the same state in the end", () => {
  test("when it did not run for three days, or ran late", async () => {
    const week = await newWeek();
    week.at("2026-11-16 18:30");
    await week.run(["closingDrafts"]);
    week.at("2026-11-20 23:50");
    expect((await week.run(["closingDrafts"]))[0]?.changed).toEqual({ drafted: 5 });
    expect(await stateOf(week)).toEqual(expected);
  });

  test("when it runs several times at once, and again", async () => {
    const week = await newWeek();
    week.at("2026-11-20 18:30");
    const runs = (await Promise.all(Array.from({ length: 3 }, () => week.run(["closingDrafts"])))).flat();
    expect(runs.map(({ state }) => state)).toEqual(["done", "done", "done"]);
    const made = runs.reduce((sum, { changed }) => sum + (changed.drafted ?? 0), 0);
    expect(made).toBe(expected.length);
    expect((await week.run(["closingDrafts"]))[0]?.changed).toEqual({ drafted: 0 });
    expect(await stateOf(week)).toEqual(expected);
  });

  test("when it is killed at any point and repeated", async () => {
    const week = await newWeek();
    week.at("2026-11-20 18:30");
    const deaths = await killAtEveryPoint(week.world.deps.table, (table) =>
      week.run(["closingDrafts"], table),
    );
    expect(deaths).toBeGreaterThan(10);
    expect(await stateOf(week)).toEqual(expected);
  });
});

test("what somebody signed before the job came stays signed, and is signed again over the draft", async () => {
  const week = await newWeek();
  week.at("2026-11-16 18:00");
  await done(week.world, "sign", "daily-summary", ["2026-11-16"]);
  week.at("2026-11-16 18:30");
  await week.run(["closingDrafts"]);
  await done(week.world, "sign", "daily-summary", ["2026-11-13"]);
  const rows = await rowsOf(week, "daily-summaries");
  expect(rows.map(({ values, status }) => `${values.period} ${status}`).sort()).toEqual([
    "2026-11-13 signed",
    "2026-11-16 signed",
  ]);
});
