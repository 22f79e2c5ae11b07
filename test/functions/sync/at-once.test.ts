// Clients at once on one row, one head, one summary: every acknowledged row is there once, and readers miss nothing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findRecords } from "../../../functions/storage/record-store.ts";
import { readSummaries } from "../../../functions/storage/summary-store.ts";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, caseRow, createWorld, SYNC, type Who, type World } from "../../support/world.ts";
import { accepted, edit, expectSound, sendOne } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ids: string[] = [];

test("ten calls at once on one head and one day's figures, with readers in between", async () => {
  const reader = { known: new Map<string, RowView>(), cursor: 0, calls: 0 };
  const readOn = async () => {
    const { status, body } = await world.post<SyncAnswer>(SYNC, batch([], { cursor: reader.cursor }), "head");
    expect(status).toBe(200);
    for (const row of body.changes) reader.known.set(row.id, row);
    expect(body.cursor).toBeGreaterThanOrEqual(reader.cursor);
    reader.cursor = body.cursor ?? 0;
    reader.calls++;
  };
  let writing = true;
  const reading = (async () => {
    while (writing) await readOn();
  })();
  const calls = Array.from({ length: 10 }, async (_, at) => {
    const who: Who = at % 2 === 0 ? "clerk" : "clerk2";
    const answer = await world.post<SyncAnswer>(SYNC, batch([caseRow(), caseRow(), caseRow()]), who);
    expect(answer.status).toBe(200);
    return answer.body.results.map(({ id, status, version }) => ({ id, status, version }));
  });
  const results = (await Promise.all(calls)).flat();
  writing = false;
  await reading;
  await readOn();
  expect(results.every(({ status, version }) => status === "accepted" && version === 1)).toBe(true);
  ids.push(...results.flatMap(({ id }) => id ?? []));
  expect([...reader.known.keys()].sort()).toEqual([...ids].sort());
  expect(reader.calls).toBeGreaterThan(2);
  await expectSound(world);
  const [east] = await readSummaries(world.deps.table, "test-centre", "2026-11-02", ["cases"]);
  expect(east?.sums["cases.received"]).toBe(30);
});

test("clients at once on one row and one field: one is taken, all others are told", async () => {
  const id = await accepted(world);
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, at) => sendOne(world, edit(id, 1, { window: `${at}号` }))),
  );
  expect(results.map(({ status }) => status).sort()).toEqual([
    "accepted",
    ...Array.from({ length: 5 }, () => "conflict"),
  ]);
  const record = (await findRecords(world.deps.table, [id])).get(id);
  const won = results.findIndex(({ status }) => status === "accepted");
  expect(record).toMatchObject({ version: 2, values: { window: `${won}号` } });
});

test("clients at once on one row and different fields, personal ones too: every change stands", async () => {
  const id = await accepted(world);
  const changes = { window: "1号", channel: "phone", acceptedBy: "王五", visitor: "张四", content: "换证" };
  const results = await Promise.all(
    Object.entries(changes).map(([field, value]) => sendOne(world, edit(id, 1, { [field]: value }))),
  );
  for (const { status } of results) expect(["accepted", "merged"]).toContain(status);
  const { body } = await world.get<RowView>(`/v1/halls/east/ledgers/cases/records/${id}`);
  expect(body).toMatchObject({ version: 6, values: { ...changes, phoneTail: "1234" } });
});

test("rows moved out of one day's figures by many at once leave the figures right", async () => {
  const moved = ids.slice(0, 8);
  await Promise.all(
    moved.map((id, at) => sendOne(world, edit(id, 1, { receivedAt: `2026-11-0${(at % 2) + 3} 10:00` }))),
  );
  const records = [...(await findRecords(world.deps.table, ids)).values()];
  expect(records.filter(({ derived }) => derived.businessDay !== "2026-11-02")).toHaveLength(8);
  await expectSound(world);
});
