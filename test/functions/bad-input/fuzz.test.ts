// Hostile requests made at random (always the same ones): nothing ends in 500, nothing shows the inside.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Facts, LogCode } from "../../../functions/logging/log.ts";
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { batch, caseRow, createWorld, SYNC, type Who, type World } from "../../support/world.ts";
import { accepted, expectSound } from "../support/rows.ts";

let world: World;
let known: string;
const inside: string[] = [];
beforeAll(async () => {
  world = await createWorld(() => ({
    log: (code: LogCode, facts: Facts) => {
      if (code === "UNEXPECTED") inside.push(`${facts.error} ${facts.stack}`);
    },
  }));
  known = await accepted(world);
});
afterAll(() => world.close());

const SEED = { seed: 20_261_120 };

async function expectCivil(response: Response): Promise<void> {
  const text = await response.text();
  expect([response.status, inside]).toEqual([response.status, []]);
  expect(response.status).toBeLessThan(500);
  expect(text).not.toMatch(/node_modules|\.ts:\d|at async|TypeError|ValidationException|\bundefined\b/);
  expect(() => JSON.parse(text)).not.toThrow();
  if (response.status >= 400) {
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(JSON.parse(text)).toMatchObject({
      status: response.status,
      code: expect.stringMatching(/^[a-z_]+$/),
    });
  }
}

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    "toString",
    "NaN",
    "Infinity",
    "-0",
    "1e999",
    "null",
    "=1+1",
    "",
  ),
  fc.constantFrom<unknown>(
    "2026-02-30",
    "2026-11-02 24:00",
    "2026-11-02T09:00:00+99:99",
    "0000-00-00",
    "9999-12-31",
  ),
  fc.constantFrom<unknown>(
    "2199-12-31 23:59",
    "1900-01-01 00:00",
    "2026-11-02 09:05",
    "@anonymous",
    "\ud800",
    "a\u0000",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.double(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 4 }),
);

const fieldNames = [
  ...Object.keys(cases.fields),
  "at",
  "askedAt",
  "items",
  "reason",
  "startsOn",
  "endsOn",
  "toldAt",
];
const values = fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), fc.string({ maxLength: 12 })), nasty, {
  maxKeys: 12,
});
/** A sound row with some values replaced: reaches the rules behind the fields. */
const nearlySound = values.map((some) => caseRow(some));
const actions = fc.constantFrom("upsert", "void", ...Object.keys(cases.transitions), "fly");
const changeOfKnown = fc.record({ action: actions, values, baseVersion: fc.nat({ max: 3 }) });
const rows = fc.array(
  fc.oneof(
    nasty,
    nearlySound,
    changeOfKnown.map((change) => ({ ...change, id: known })),
    fc.record({ id: nasty, baseVersion: nasty, action: nasty, values: nasty }),
  ),
  { maxLength: 8 },
);

test("bodies of a sync", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom<Who>("clerk", "head"), async (some, who) => {
      const response = await world.app.request(SYNC, {
        method: "POST",
        body: JSON.stringify(batch(some)),
        headers: { authorization: `Bearer ${await world.token(who)}` },
      });
      await expectCivil(response);
      expect(response.status).toBe(200);
    }),
    { ...SEED, numRuns: 60 },
  );
  await expectSound(world);
});

test("whole bodies", async () => {
  const body = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json({ maxDepth: 6 }),
    fc
      .record({ batchId: nasty, definitionVersion: nasty, cursor: nasty, rows: nasty })
      .map((made) => JSON.stringify(made)),
  );
  const paths = fc.constantFrom(SYNC, `/v1/halls/east/ledgers/cases/records/${known}/erase`);
  await fc.assert(
    fc.asyncProperty(body, paths, async (text, path) => {
      const headers = { authorization: `Bearer ${await world.token("clerk")}` };
      await expectCivil(await world.app.request(path, { method: "POST", body: text, headers }));
    }),
    { ...SEED, numRuns: 60 },
  );
});

test("addresses and their parameters", async () => {
  const word = fc.oneof(
    fc.constantFrom(
      "east",
      "west",
      "cases",
      "..",
      "__proto__",
      "constructor",
      "2026-11",
      "%",
      "%00",
      "%ff",
      "%F0%9F",
    ),
    fc
      .string({ unit: "binary", maxLength: 20 })
      .map((text) => encodeURIComponent(Buffer.from(text).toString())),
    fc.constant("long".repeat(600)),
  );
  const places = ["me", "halls", "ledgers", "halls/*/reference", "ledgers/*", "halls/*/ledgers/*/records"];
  const more = [
    "halls/*/ledgers/*/records/*",
    "deadlines/explain",
    "centre/roll-ups",
    "centre/overdue",
    "*",
    "*/*",
  ];
  const names = [
    "period",
    "figure",
    "matter",
    "hall",
    "centre",
    "policy",
    "receivedAt",
    "workingDays",
    "since",
    "unmask",
  ];
  const address = fc
    .record({
      place: fc.constantFrom(...places, ...more),
      words: fc.array(word, { minLength: 3, maxLength: 3 }),
      query: fc.dictionary(fc.constantFrom(...names), word, { maxKeys: 4 }),
    })
    .map(({ place, words, query }) => {
      let at = 0;
      const path = place.replace(/\*/g, () => words[at++] ?? "");
      return `/v1/${path}?${Object.entries(query)
        .map(([name, value]) => `${name}=${value}`)
        .join("&")}`;
    });
  await fc.assert(
    fc.asyncProperty(address, fc.constantFrom<Who>("clerk", "director", "nobody"), async (path, who) => {
      // Dots may lead out of the interface, to pages.
      fc.pre(new URL(path, "http://localhost").pathname.startsWith("/v1/"));
      const headers = { authorization: `Bearer ${await world.token(who)}` };
      await expectCivil(await world.app.request(path, { headers }));
    }),
    { ...SEED, numRuns: 150 },
  );
});

test("headers", async () => {
  const header = fc.string({ maxLength: 60 }).filter((text) => /^[\x20-\x7e]*$/.test(text));
  await fc.assert(
    fc.asyncProperty(header, header, async (authorization, type) => {
      const headers = { authorization, "content-type": type };
      await expectCivil(await world.app.request(SYNC, { method: "POST", body: "{}", headers }));
    }),
    { ...SEED, numRuns: 40 },
  );
});
