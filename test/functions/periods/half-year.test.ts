// A movable clock drives three halls from June to November; the matrix equals a table that was written by hand.
import { afterAll, beforeAll, expect, test } from "vitest";
import { putHall } from "../../../functions/storage/directory-store.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import {
  COUNTS,
  EAST_REPORTS,
  EXPECTED,
  MOMENTS,
  WEEKS,
  WEST_DOES,
  WORKED,
} from "../../fixtures/obligations/half-year-2026.ts";
import { createWorld, testHall, type Who, type World } from "../../support/world.ts";
import { at, type OwedPeriodView, post } from "./period-calls.ts";

interface Matrix {
  readonly halls: readonly {
    readonly hall: { readonly id: string };
    readonly obligations: readonly OwedPeriodView[];
  }[];
}

const LETTERS: Readonly<Record<string, string>> = {
  pending: "p",
  dueSoon: "s",
  overdue: "o",
  met: "M",
  metLate: "L",
  missed: "x",
  excused: "e",
};

let world: World;
/** By moment, hall and obligation. */
const seen = new Map<string, Map<string, string>>();
const last = new Map<string, number>();

beforeAll(async () => {
  world = await createWorld(() => ({ realNow: Date.now }));
  const { table } = world.deps;
  await putHall(table, {
    ...testHall("west"),
    opensOn: plainDate("2026-09-01"),
    suspensions: [{ from: plainDate("2026-10-12"), to: plainDate("2026-10-18"), reason: "装修" }],
  });
  await putHall(table, {
    ...testHall("amsterdam", "Europe/Amsterdam"),
    exemptions: [
      {
        rule: "monthly-report",
        from: plainDate("2026-09-01"),
        to: plainDate("2026-09-30"),
        reason: "试运行",
      },
    ],
  });
  for (const { at: when, run } of [...work(), ...looks()].sort((a, b) => a.at - b.at)) {
    world.setNow(when);
    await run();
  }
}, 300_000);
afterAll(() => world.close());

interface Happening {
  readonly at: number;
  run(): Promise<void>;
}

function step(
  when: string,
  verb: string,
  rule: string,
  periods: readonly string[],
  who: Who,
  hall: string,
): Happening {
  return {
    at: at(when),
    async run() {
      const { status, body } = await post(world, verb, rule, { periods }, who, hall);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body.results.map((result) => result.status)).toEqual(periods.map(() => "accepted"));
    },
  };
}

function work(): Happening[] {
  const days = WORKED.flatMap(([month, all]) => all.map((day) => `${month}-${String(day).padStart(2, "0")}`));
  return [
    ...days.map((day) => step(`${day} 18:00`, "sign", "daily-summary", [day], "head", "east")),
    ...WEEKS.map(([week, day]) =>
      step(`${day} 16:00`, "confirm", "weekly-supervision", [week], "head", "east"),
    ),
    ...EAST_REPORTS.map(([rule, period, when]) => step(when, "submit", rule, [period], "head", "east")),
    ...WEST_DOES.map(([when, verb, rule, periods]) => step(when, verb, rule, periods, "west", "west")),
  ];
}

function looks(): Happening[] {
  return MOMENTS.map((moment) => ({
    at: at(moment),
    run: async () => {
      const months = moment === MOMENTS.at(-1) ? WORKED.map(([month]) => month) : ["2026-09", "2026-10"];
      const statuses = new Map<string, string>();
      for (const month of months) {
        const { body } = await world.get<Matrix>(`/v1/centre/obligations?period=${month}`, "admin");
        for (const { hall, obligations } of body.halls) {
          last.set(`${hall.id}/${month}`, obligations.length);
          for (const { id, status } of obligations) statuses.set(`${hall.id}/${id}`, status);
        }
      }
      seen.set(moment, statuses);
    },
  }));
}

const rows = Object.entries(EXPECTED).flatMap(([hall, lines]) =>
  lines.map(([obligation, letters]) => [hall, obligation, letters] as const),
);

test.each(rows)("%s %s stands as the hand-written table says", (hall, obligation, letters) => {
  const found = MOMENTS.map((moment) => {
    const status = seen.get(moment)?.get(`${hall}/${obligation}`);
    return status === undefined ? "·" : (LETTERS[status] ?? "?");
  });
  expect(found.join("")).toBe(letters);
});

test("each month asks for what was counted by hand, of each hall", () => {
  for (const [hall, months] of Object.entries(COUNTS)) {
    for (const [month, count] of months)
      expect([hall, month, last.get(`${hall}/${month}`) ?? 0]).toEqual([hall, month, count]);
  }
});

test("in the end the east hall has met everything that it could: November is not over", () => {
  const statuses = [...(seen.get("2026-11-30 18:30") ?? [])].filter(([id]) => id.startsWith("east/"));
  expect(statuses.filter(([, status]) => status !== "met")).toEqual([
    ["east/monthly-report/2026-11", "pending"],
  ]);
  expect(statuses).toHaveLength(160);
});
