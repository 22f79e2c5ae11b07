// The generated cases have the shape that they claim, come out the same each time, and add up by the product's recount.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSums, readHallSummaries } from "../../../functions/storage/summary-store.ts";
import { factsFor } from "../../../functions/use-cases/hall-facts.ts";
import { recount } from "../../../functions/use-cases/recount.ts";
import { writeRows } from "../../../functions/use-cases/write-rows.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { createWorld, testHall, type World } from "../../support/world.ts";
import { BENCH_CALENDAR, BENCH_CENTRE, BENCH_MATTERS, FIRST_DAY, LAST_DAY } from "../bench-world.ts";
import { DEALT_MONTH, dealCases, foldCases } from "../dealt-cases.ts";
import { hallCases } from "./hall-cases.ts";

const options = {
  seed: 5,
  zone: "Asia/Shanghai",
  calendar: BENCH_CALENDAR,
  matters: BENCH_MATTERS,
  first: FIRST_DAY,
  last: LAST_DAY,
  cases: 3_000,
};

describe("three thousand cases of eight weeks", () => {
  const all = [...hallCases(options)].map(({ steps }) => ({
    receivedAt: String(steps[0]?.values.receivedAt),
    enteredOn: steps[0]?.day ?? "",
    matter: String(steps[0]?.values.matter),
  }));
  const countBy = (of: (one: (typeof all)[number]) => string) => {
    const counts = new Map<string, number>();
    for (const one of all) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return counts;
  };

  test("are exactly so many, in the order of their arrival, on days of work only", () => {
    expect(all).toHaveLength(3_000);
    const days = all.map(({ receivedAt }) => receivedAt.slice(0, 10));
    expect(days).toEqual([...days].sort());
    expect(days.filter((day) => day > "2026-09-30" && day < "2026-10-08")).toEqual([]);
    // A Saturday that is worked for the holiday.
    expect(countBy(({ receivedAt }) => receivedAt.slice(0, 10)).get("2026-10-10")).toBeGreaterThan(20);
  });

  test("crowd on Mondays, after the holiday and in the middle of the morning", () => {
    const days = countBy(({ receivedAt }) => receivedAt.slice(0, 10));
    const on = (day: string) => days.get(day) ?? 0;
    expect(on("2026-11-09")).toBeGreaterThan(on("2026-11-13") * 1.3);
    expect(on("2026-10-08")).toBeGreaterThan(on("2026-10-15") * 1.3);
    const hours = countBy(({ receivedAt }) => receivedAt.slice(11, 13));
    expect(hours.get("10") ?? 0).toBeGreaterThan((hours.get("12") ?? 0) * 3);
  });

  test("are mostly everyday matters, and some are entered in bulk days later", () => {
    const matters = [...countBy(({ matter }) => matter).values()].sort((a, b) => b - a);
    expect(matters[0] ?? 0).toBeGreaterThan((matters[9] ?? 0) * 5);
    const late = all.filter(({ receivedAt, enteredOn }) => enteredOn > receivedAt.slice(0, 10));
    expect(late.length).toBeGreaterThan(30);
    expect(late.length).toBeLessThan(600);
  });

  test("come out the same for the same seed, and not for another", () => {
    const first = (seed: number) => JSON.stringify(hallCases({ ...options, seed }).next().value);
    expect(first(5)).toBe(first(5));
    expect(first(5)).not.toBe(first(6));
  });
});

describe("summaries that are made along with the cases", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  test("are those that the product itself arrives at, case by case", async () => {
    const lives = foldCases(9, 15, () => {});
    const amounts = [...dealCases(lives, [{ hall: "east", cases: 15 }])].flatMap(({ record }) =>
      record.contributions
        .filter(({ day }) => day.startsWith(DEALT_MONTH))
        .map(({ amounts: own }) =>
          Object.fromEntries(Object.entries(own).map(([id, one]) => [`cases.${id}`, one])),
        ),
    );
    const { table } = world.deps;
    const hall = testHall("east");
    for (const one of hallCases({ ...options, seed: 9, first: day("01"), last: day("31"), cases: 15 })) {
      for (const [baseVersion, { day: on, action, values }] of one.steps.entries()) {
        if (baseVersion > 0 && on > LAST_DAY) break;
        const evening = Date.parse(`${on > LAST_DAY ? LAST_DAY : on}T17:25:00+08:00`);
        const context = {
          table,
          hall,
          ledger: cases,
          ledgers: LEDGERS,
          roles: null,
          may: () => true,
          enteredBy: null,
        };
        const facts = factsFor(hall, BENCH_CENTRE, evening);
        const row = { id: one.id, baseVersion, action, values };
        const [outcome] = await writeRows([row], { ...context, facts, actor: "p-bench", batchId: "bench" });
        if (outcome?.decision.status !== "accepted") break;
      }
    }
    const place = { centre: "test-centre", period: DEALT_MONTH };
    const [stored] = await readHallSummaries(table, "east", [place], ["cases"], true);
    const made = Object.entries(addSums(amounts)).filter(([, amount]) => amount !== 0);
    expect(Object.fromEntries(made)).toEqual(stored);
    expect(await recount(table, hall, cases)).toEqual([]);
  });
});

const day = (of: string) => plainDate(`${DEALT_MONTH}-${of}`);
