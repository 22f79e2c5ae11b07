// Hundreds of rows in one call: the bad ones are answered in their places, all others go through.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findRecords } from "../../../functions/storage/record-store.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";
import { expectSound, type WholeProblem } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const MATTERS = ["senior-card", "permit-intake", "no-limit", "retired", "nowhere"];

/** Every tenth row is bad, each in another way; the others lie on many days and matters. */
function mixedRow(at: number): unknown {
  const day = String((at % 18) + 1).padStart(2, "0");
  const receivedAt = `2026-${at % 3 === 0 ? "10" : "11"}-${day}T09:05:00+08:00`;
  const matter = MATTERS[at % 2] ?? "";
  if (at % 10 !== 3) return caseRow({ receivedAt, matter });
  const bad = [
    caseRow({ receivedAt: "2026-02-30 09:00" }),
    caseRow({ matter: MATTERS[2] }),
    caseRow({ matter: MATTERS[3] }),
    caseRow({ matter: MATTERS[4] }),
    caseRow({ visitor: "=HYPERLINK(1)" }),
    { ...caseRow(), extra: true },
    { ...caseRow(), id: "not-a-uuid" },
    caseRow({}, { action: "fly" }),
    caseRow({}, { baseVersion: 7 }),
    null,
  ];
  return bad[Math.floor(at / 10) % bad.length];
}

test("500 rows with 50 bad ones: 450 are written, each bad one has its own problem", async () => {
  const rows = Array.from({ length: 500 }, (_, at) => mixedRow(at));
  const { status, body } = await world.post<SyncAnswer>(SYNC, batch(rows, { cursor: 0 }));
  expect(status).toBe(200);
  expect(body.results).toHaveLength(500);
  expect(body.receipt.byStatus).toEqual({ accepted: 450, refused: 50 });
  body.results.forEach((result, at) => {
    expect(result.status).toBe(at % 10 === 3 ? "refused" : "accepted");
    expect(result.problems.length > 0).toBe(at % 10 === 3);
    for (const { code, message } of result.problems) {
      expect(code).toMatch(/^[a-z_]+$/);
      expect(message.zh).not.toBe(message.en);
    }
  });
  const codes = body.results.flatMap(({ problems }) => problems.map(({ code }) => code));
  expect([...new Set(codes)].sort()).toEqual([
    "formula",
    "invalid_date_time",
    "matter_retired",
    "matter_without_limit",
    "unknown_action",
    "unknown_matter",
    "unknown_record",
    "wrong_shape",
  ]);
  expect(body.cursor).toBe(450);
  // The rows just answered are not sent a second time as changes.
  expect(body.changes).toEqual([]);
  const ids = body.results.flatMap(({ id, status: one }) => (id && one === "accepted" ? [id] : []));
  const records = [...(await findRecords(world.deps.table, ids)).values()];
  expect(records).toHaveLength(450);
  await expectSound(world);
});

test("501 rows are refused as a whole", async () => {
  const rows = Array.from({ length: 501 }, () => ({ id: randomUUID() }));
  const { status, body } = await world.post<WholeProblem>(SYNC, batch(rows));
  expect(status).toBe(413);
  expect(body).toMatchObject({ code: "too_many_rows", status: 413 });
  expect(body.message.en).toContain("500");
});

test("what others changed comes down in parts, until nothing is left", async () => {
  const known: string[] = [];
  let cursor = 0;
  let more = true;
  for (let calls = 0; more; calls++) {
    expect(calls).toBeLessThan(5);
    const { body } = await world.post<SyncAnswer>(SYNC, batch([], { cursor }), "head");
    known.push(...body.changes.map(({ id }) => id));
    more = body.more;
    cursor = body.cursor ?? 0;
  }
  expect(new Set(known).size).toBe(450);
  expect(cursor).toBe(450);
});

test("large rows come down in answers that Lambda can give, until nothing is left", async () => {
  const steps = Array.from({ length: 200 }, (_, at) => ({
    at: "2026-11-02T10:00:00+08:00",
    name: `${at}${"步".repeat(190)}`,
  }));
  const path = "/v1/halls/west/ledgers/cases/sync";
  const sent: string[] = [];
  for (let call = 0; call < 5; call++) {
    const rows = Array.from({ length: 7 }, () => caseRow({ steps }));
    sent.push(...rows.map(({ id }) => id));
    const { body } = await world.post<SyncAnswer>(path, batch(rows), "west");
    expect(body.receipt.byStatus).toEqual({ accepted: 7 });
  }
  const known: string[] = [];
  let page: SyncAnswer | undefined;
  for (let calls = 0; page === undefined || page.more; calls++) {
    expect(calls).toBeLessThan(10);
    page = (await world.post<SyncAnswer>(path, batch([], { cursor: page?.cursor ?? 0 }), "west")).body;
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(4_000_000);
    known.push(...page.changes.map(({ id }) => id));
  }
  expect(known).toEqual(sent);
});
