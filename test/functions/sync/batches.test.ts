// A batch sent again is answered as before and counted once; a batch id is good for one content.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findRecords } from "../../../functions/storage/record-store.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";
import { accepted, codes, edit, expectSound, step, type WholeProblem } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const stored = async (...ids: string[]) => [...(await findRecords(world.deps.table, ids)).values()];

test("the same batch twice is answered as before", async () => {
  const good = caseRow();
  const bad = caseRow({ matter: "no-such-matter" });
  const sent = batch([good, bad, { nonsense: true }]);
  const first = await world.post(SYNC, sent);
  expect(first.body.results.map(({ status }) => status)).toEqual(["accepted", "refused", "refused"]);
  world.setNow(Date.parse("2026-11-21T10:00:00+08:00"));
  const again = await world.post(SYNC, sent);
  expect(again).toEqual(first);
  expect(await stored(good.id)).toHaveLength(1);
  await expectSound(world);
});

test("answered as before even where the row went on meanwhile, with the row as it stands now", async () => {
  const row = caseRow();
  const sent = batch([row]);
  const first = await world.post(SYNC, sent);
  await world.post(SYNC, batch([edit(row.id, 1, { window: "2号" })]));
  const again = await world.post(SYNC, sent);
  expect(again.body.results[0]).toMatchObject({ status: "accepted", version: 1, current: { version: 2 } });
  expect(again.body.receipt).toEqual(first.body.receipt);
});

test("the same batch id with other content is refused as a whole", async () => {
  const sent = batch([caseRow()]);
  await world.post(SYNC, sent);
  const other = { ...sent, rows: [caseRow()] };
  const { status, body } = await world.post<WholeProblem>(SYNC, other);
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: "batch_reused", status: 409 });
  expect(body.message.zh).toContain("批号");
  expect(await stored(other.rows[0]?.id ?? "")).toEqual([]);
});

test("the same batch id with another claimed author is other content", async () => {
  const sent = batch([caseRow()]);
  await world.post(SYNC, sent);
  const { status } = await world.post<WholeProblem>(SYNC, { ...sent, enteredBy: "王五" });
  expect(status).toBe(409);
});

test("the order of keys is not content", async () => {
  const row = caseRow();
  const sent = batch([row]);
  const first = await world.post(SYNC, sent);
  const turned = { ...row, values: Object.fromEntries(Object.entries(row.values).reverse()) };
  expect(await world.post(SYNC, { ...sent, rows: [turned] })).toEqual(first);
});

test("batch ids of two ledgers' halls do not meet", async () => {
  const batchId = randomUUID();
  const east = await world.post(SYNC, batch([caseRow()], { batchId }));
  const west = await world.post("/v1/halls/west/ledgers/cases/sync", batch([caseRow()], { batchId }), "west");
  expect([east.status, west.status]).toEqual([200, 200]);
});

test("the same batch sent twice at once writes each row once and leaves one answer for ever", async () => {
  const rows = [caseRow(), caseRow(), caseRow()];
  const sent = batch(rows);
  const both = await Promise.all([world.post(SYNC, sent), world.post(SYNC, sent)]);
  const later = await world.post(SYNC, sent);
  for (const answer of both) expect(answer).toEqual(later);
  for (const { version } of later.body.results) expect(version).toBe(1);
});

test("two contents sent at once under one batch id: one is answered, the other refused, no row is lost", async () => {
  const batchId = randomUUID();
  const rows = [caseRow(), caseRow()];
  const answers = await Promise.all(rows.map((row) => world.post(SYNC, batch([row], { batchId }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const again = await world.post(SYNC, batch(rows));
  expect(again.body.results.map(({ version }) => version)).toEqual([1, 1]);
});

test("another batch with the same rows changes nothing", async () => {
  const row = caseRow();
  await world.post(SYNC, batch([row]));
  const again = await world.post(SYNC, batch([row]));
  expect(again.body.results[0]).toMatchObject({ status: "unchanged", version: 1 });
});

test("a step sent again in another batch, by a client that did not hear the answer, is taken once", async () => {
  const id = await accepted(world);
  const notice = step(id, 1, "giveCorrectionNotice", { at: "2026-11-03T10:00:00+08:00", items: ["照片"] });
  const voiding = step(id, 2, "void", { reason: "重复登记" });
  expect((await world.post(SYNC, batch([notice]))).body.results[0]).toMatchObject({ status: "accepted" });
  expect((await world.post(SYNC, batch([notice]))).body.results[0]).toMatchObject({ status: "unchanged" });
  expect((await world.post(SYNC, batch([voiding]), "head")).body.results[0]).toMatchObject({
    status: "accepted",
  });
  expect((await world.post(SYNC, batch([voiding]), "head")).body.results[0]).toMatchObject({
    status: "unchanged",
  });
});

test("one call may carry several changes of one row, taken in order", async () => {
  const row = caseRow();
  const { body } = await world.post<SyncAnswer>(
    SYNC,
    batch([
      row,
      edit(row.id, 1, { window: "1号" }),
      edit(row.id, 2, { window: "2号" }),
      edit(row.id, 1, { window: "3号" }),
    ]),
  );
  expect(body.results.map(({ status, version }) => [status, version])).toEqual([
    ["accepted", 1],
    ["accepted", 2],
    ["accepted", 3],
    ["conflict", 3],
  ]);
  expect(codes(body.results[3])).toEqual(["changed_meanwhile"]);
});

test("an old definition is refused, the one before the present one is not", async () => {
  const { status, body } = await world.post<WholeProblem>(SYNC, batch([caseRow()], { definitionVersion: 2 }));
  expect([status, body.code]).toEqual([409, "definition_too_old"]);
});
