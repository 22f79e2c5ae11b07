// A centre taken out and brought back, here and elsewhere: nothing missing, nothing of others, every figure proved.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { memoryBlobStore } from "../../../functions/blobs/memory-blob-store.ts";
import { findHall } from "../../../functions/storage/directory-store.ts";
import { ownerOf } from "../../../functions/storage/item-owner.ts";
import { keys } from "../../../functions/storage/keys.ts";
import { scanTable } from "../../../functions/storage/scan-table.ts";
import { exportCentre } from "../../../functions/use-cases/moving/export-centre.ts";
import { importCentre } from "../../../functions/use-cases/moving/import-centre.ts";
import { localClient, openLocalTable } from "../../../infra/local/local-table.ts";
import { createExportFolder, readExportFolder } from "../../../infra/operations/export-folder.ts";
import { restoreDrill } from "../../../infra/operations/restore-drill.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { batch, caseRow, NOW, SYNC } from "../../support/world.ts";
import { done } from "../periods/period-calls.ts";
import { createEverybody, type Everybody } from "../security/everybody.ts";

let all: Everybody;
let folder: string;
const client = localClient(inject("databaseEndpoint"));
const freshBlobs = memoryBlobStore();
const REPORT = "/v1/halls/east/periods/monthly-report/2026-10/snapshot";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hall-ledger-drill-"));
  all = await createEverybody();
  const { world } = all;
  world.setNow(Date.parse("2026-10-14T16:00:00+08:00"));
  const rows = [1, 2, 3].map((n) =>
    caseRow({ receivedAt: `2026-10-1${n}T10:00:00+08:00`, visitor: `访客${n}` }),
  );
  await world.post(SYNC, batch(rows), "head");
  world.setNow(Date.parse("2026-11-03T09:00:00+08:00"));
  await done(world, "submit", "monthly-report", ["2026-10"]);
  const [first] = rows;
  await world.post(`/v1/halls/east/ledgers/cases/records/${first?.id}/erase`, { reason: "本人要求" }, "head");
  const far = all.people.find(({ person }) => person.id === "hallHead-otherCentre");
  const path = "/v1/halls/far/ledgers/cases/sync";
  const theirs = batch([caseRow({ visitor: "别处访客" })]);
  world.setNow(NOW);
  const written = await all.call({ method: "POST", path }, path, far ?? null, theirs);
  expect(written.text).toContain('"accepted"');
});
afterAll(async () => {
  await all.close();
  client.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const scan = () => scanTable(client, all.world.deps.table.name);

test("every family of keys belongs to somebody, or is said to pass", () => {
  const samples = Object.values(keys).map((make) => {
    const made = Reflect.apply(make, undefined, ["a", "b", "c", "d", "e"]);
    return typeof made === "string" ? made : made.pk;
  });
  expect(samples.length).toBeGreaterThan(20);
  for (const pk of samples) expect(ownerOf(String(pk), "x").kind).toMatch(/^[a-z]+$/);
  expect(() => ownerOf("NEW#thing", "x")).toThrow(/nobody has said/);
});

test("the drill: exported, wiped, imported; every item as it was, every figure recounted equal", async () => {
  const { table, blobs } = all.world.deps;
  // The other centre stays where it is: only what was exported is wiped.
  const result = await restoreDrill({
    table,
    scan,
    blobs,
    freshBlobs,
    ledgers: LEDGERS,
    centre: "test-centre",
    folder: join(folder, "drill"),
    now: NOW,
  });
  expect(result).toMatchObject({ same: true, differences: 0, leftAfterWiping: 0, files: 1 });
  expect(result.items).toBeGreaterThan(40);
  // Cases and the month's report at the least: what was never written is not asked.
  expect(result.recounted).toBeGreaterThanOrEqual(2);
  expect(await findHall(table, "far")).toBeDefined();
});

describe("an export", () => {
  const text = () => readFileSync(join(folder, "drill", "data.ndjson"), "utf8");

  test("holds the centre's rows, people and history, and nothing of another centre, no session and no token", () => {
    expect(text()).toContain("机密访客甲");
    expect(text()).toContain("hallHead-home");
    expect(text()).not.toMatch(/别处访客|other-centre|otherCentre|"pk":"K#/);
    // What was erased does not come back.
    expect(text()).not.toContain("访客1");
    expect(text()).toContain("访客2");
  });

  test("is taken in elsewhere: the same answers, the same frozen report, the same people", async () => {
    const elsewhere = await openLocalTable(client, `elsewhere-${randomUUID()}`);
    const blobs = memoryBlobStore();
    const source = readExportFolder(join(folder, "drill"));
    const first = await importCentre(elsewhere, blobs, source);
    expect(first).toMatchObject({ centre: "test-centre", files: 1 });
    // Stopped halfway and begun again, it ends the same.
    expect(await importCentre(elsewhere, blobs, source)).toEqual(first);
    const there = createApp({ ...all.world.deps, table: elsewhere, blobs });
    const here = createApp({ ...all.world.deps, blobs: freshBlobs });
    const headers = { authorization: `Bearer ${await all.world.token("head")}` };
    for (const path of [REPORT, "/v1/halls/east/ledgers/cases/records?period=2026-10", "/v1/me"]) {
      const [a, b] = [await there.request(path, { headers }), await here.request(path, { headers })];
      expect([path, a.status, await a.text()]).toEqual([path, 200, await b.text()]);
    }
  });

  test("does not overwrite what is there", async () => {
    const full = await openLocalTable(client, `full-${randomUUID()}`);
    await full.put({ ...keys.hall("east"), name: "something else" });
    const source = readExportFolder(join(folder, "drill"));
    await expect(importCentre(full, memoryBlobStore(), source)).rejects.toThrow(/other content is there/);
  });

  test("that is cut short or damaged is refused before anything is written", async () => {
    const cut = join(folder, "cut");
    const target = await createExportFolder(cut);
    await exportCentre({ scan, blobs: freshBlobs, now: NOW }, "test-centre", target);
    await target.close();
    const data = join(cut, "data.ndjson");
    const whole = readFileSync(data, "utf8");
    const empty = await openLocalTable(client, `empty-${randomUUID()}`);
    const refused = (why: RegExp) =>
      expect(importCentre(empty, memoryBlobStore(), readExportFolder(cut))).rejects.toThrow(why);
    const lines = whole.trimEnd().split("\n");
    writeFileSync(data, `${[...lines.slice(0, 5), ...lines.slice(6)].join("\n")}\n`);
    await refused(/cut short/);
    writeFileSync(data, whole);
    truncateSync(data, Math.floor(Buffer.byteLength(whole) / 2));
    await refused(/./);
    writeFileSync(data, whole.replace('"version":1', '"version":2'));
    await refused(/version/);
    expect(await empty.get(keys.hall("east"))).toBeUndefined();
  });

  test("of a centre that is not there is refused", async () => {
    const target = { line: async () => {}, file: async () => {} };
    await expect(exportCentre({ scan, blobs: freshBlobs, now: NOW }, "nowhere", target)).rejects.toThrow(
      /no centre/,
    );
  });
});
