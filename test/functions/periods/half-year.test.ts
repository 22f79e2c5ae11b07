// A movable clock drives the demonstration centre from June to November; its matrix equals a table that was written by hand.
import { afterAll, beforeAll, expect, test } from "vitest";
import { putCentre, putHall } from "../../../functions/storage/directory-store.ts";
import {
  DEMO_CENTRE_ID,
  DEMO_CENTRES,
  DEMO_HALLS,
  DEMO_PEOPLE,
  PRACTICE_CENTRE_ID,
  PRACTICE_HALL,
} from "../../../infra/local/seed/demonstration-centre.ts";
import { type Act, acts, type Entry, entries } from "../../fixtures/obligations/half-year-acts.ts";
import { readHandTable } from "../../fixtures/obligations/read-hand-table.ts";
import { createWorld, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
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

const table = readHandTable();
const MOMENTS = [...table.moments.keys()];
const CENTRES: readonly (readonly [centre: string, who: string])[] = [
  [DEMO_CENTRE_ID, "admin-of-demo"],
  [PRACTICE_CENTRE_ID, "admin.practice"],
];

let world: World;
let admin: PageBrowser;
let formToken = "";
/** By moment: `hall/duty` and its letter. */
const seen = new Map<string, Map<string, string>>();

interface Happening {
  readonly at: number;
  run(): Promise<void>;
}

beforeAll(async () => {
  // `admin` is the name of a person of the usual test centre.
  const nameOf = (id: string) => (id === "demo-admin" ? "admin-of-demo" : id.replace(/^demo-/, ""));
  const acting = DEMO_PEOPLE.filter(({ id }) => /^demo-(admin|head|director)/.test(id));
  const people = Object.fromEntries(acting.map(({ id, grants }) => [nameOf(id), { grants }]));
  world = await createWorld(() => ({ realNow: Date.now }), people);
  for (const centre of DEMO_CENTRES) await putCentre(world.deps.table, centre);
  for (const hall of [...DEMO_HALLS, PRACTICE_HALL]) await putHall(world.deps.table, hall);
  admin = new PageBrowser(world);
  world.setNow(at("2026-05-29 09:00"));
  await admin.signIn("admin-of-demo");
  await setProgramme();
  const happenings: Happening[] = [
    ...entries(DEMO_HALLS.map(({ id }) => id)).map(entering),
    ...acts(table).map(doing),
    ...MOMENTS.map(looking),
  ];
  for (const { at: when, run } of happenings.sort((a, b) => a.at - b.at)) {
    world.setNow(when);
    await run();
  }
}, 120_000);
afterAll(() => world.close());

async function send(path: string, to: string, fields: Readonly<Record<string, string>>): Promise<void> {
  // The form's token is the session's: one page tells it for all forms.
  formToken ||= formTokenIn((await admin.open(path)).html);
  const { status, at: ended, html } = await admin.post(to, { form_token: formToken, ...fields });
  expect([status, /data-problem="(\w+)"/.exec(html)?.[1]], ended).toEqual([200, undefined]);
}

/** D1 四(一): the programme of this test asks for its papers by 15 July; the demonstration's own by December. */
function setProgramme(): Promise<void> {
  return send("/centre/programme", "/centre/programme", {
    year: "2026",
    zh: "服务大厅规范化建设(演示)",
    en: "Standardisation of halls (demonstration)",
    submissionsDueOn: "2026-07-15",
    "first-from": "2026-06-01",
    "first-to": "2026-06-30",
    "second-from": "2026-07-01",
    "second-to": "2026-10-31",
    "third-from": "2026-11-01",
    "third-to": "2026-11-30",
  });
}

function entering({ at: when, hall, form }: Entry): Happening {
  const page = `/centre/halls/${hall}`;
  return { at: at(when), run: () => send(page, `${page}/service`, form) };
}

function doing({ at: when, hall, verb, rule, periods, more = {} }: Act): Happening {
  const judges = verb === "accept" || verb === "return" || verb === "unlock";
  const who = judges ? "admin-of-demo" : `head.${hall}`;
  return {
    at: at(when),
    async run() {
      const isConfirmed = verb === "confirm";
      const ruled = () => (UNSIGNED.has(hall) ? dismissals(hall, periods[0] ?? "") : periods.map(unchecked));
      const findings = isConfirmed ? { findings: await ruled() } : {};
      const { status, body } = await post(world, verb, rule, { periods, ...more, ...findings }, who, hall);
      expect([when, hall, status], JSON.stringify(body)).toEqual([when, hall, 200]);
      expect(body.results.map((result) => result.status)).toEqual(periods.map(() => "accepted"));
    },
  };
}

/** Nobody checks the windows in this story: each week its supervision has to say why. */
const unchecked = (week: string) => ({ key: `noFullCheck/${week}`, dismissed: "值周检查记在纸上(演示)" });

/** Halls whose weeks come with days that the story leaves unsigned as well. */
const UNSIGNED: ReadonlySet<string> = new Set(["xishan", "liulin"]);

/** What a week comes pre-filled with is ruled on: here it is always the days that the story leaves unsigned, and the check that nobody made. */
async function dismissals(hall: string, week: string) {
  const path = `/v1/halls/${hall}/periods/weekly-supervision/${week}`;
  const { body } = await world.get<{ findings: { key: string }[] }>(path, `head.${hall}`);
  return body.findings.map(({ key }) => ({ key, dismissed: "已说明(演示)" }));
}

function looking(moment: string): Happening {
  return {
    at: at(moment),
    async run() {
      const found = new Map<string, string>();
      for (const { month } of table.calendar) {
        for (const [centre, who] of CENTRES) {
          const path = `/v1/centre/obligations?period=${month}&centre=${centre}`;
          const { status, body } = await world.get<Matrix>(path, who);
          expect(status).toBe(200);
          for (const { hall, obligations } of body.halls) {
            for (const one of obligations) found.set(`${hall.id}/${one.id}`, LETTERS[one.status] ?? "?");
          }
        }
      }
      seen.set(moment, found);
    },
  };
}

test("the table speaks of all twelve halls and the practice hall, five times, and of every period", () => {
  expect(MOMENTS).toHaveLength(5);
  // Counted by hand: 126 days, 26 weeks, 6 months, 2 quarters and 2 papers of a hall that is there all the time.
  for (const moment of MOMENTS) {
    const duties = [...(table.moments.get(moment) ?? new Map()).keys()].filter((key) =>
      key.startsWith("yunxi/"),
    );
    expect(duties).toHaveLength(126 + 26 + 6 + 2 + 2);
  }
});

test.each(MOMENTS)("at %s the matrix of halls and periods is the one that was written by hand", (moment) => {
  const differing = new Map<string, string>();
  const [expected, found] = [table.moments.get(moment) ?? new Map(), seen.get(moment) ?? new Map()];
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const [written, shown] = [expected.get(key) ?? "·", found.get(key) ?? "·"];
    if (written !== shown) differing.set(key, `${written} by hand, ${shown} shown`);
  }
  expect(Object.fromEntries(differing)).toEqual({});
});
