// A resident's personal fields are erased: the name is gone from every answer, history and counts stay provable.
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findPersonalItems, findRecords } from "../../functions/storage/record-store.ts";
import { rollUp } from "../../functions/use-cases/roll-ups.ts";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { localClient } from "../../infra/local/local-table.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import { parsePeriod } from "../../shared/kernel/period.ts";
import type { Revision } from "../../shared/ledger/record.ts";
import { batch, caseRow, createWorld, SYNC, type Who, type World } from "../support/world.ts";
import { accepted, codes, edit, expectSound, sendOne, step, wholeFeed } from "./support/rows.ts";

const NAME = "上官婉儿";
const TAIL = "8642";
const STORY = `${NAME}来办老年证,住东街七号`;
const RECORDS = "/v1/halls/east/ledgers/cases/records";

interface Kept {
  readonly salt: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly feed: readonly Revision[];
  readonly figures: unknown;
  readonly token: string | null;
}

let world: World;
let kept: Kept;
const row = caseRow({ visitor: NAME, phoneTail: TAIL, content: STORY });
const { id } = row;
const creation = batch([row], { cursor: 0 });
const changed = batch([edit(id, 1, { visitor: `${NAME}(更正)`, window: "3号" })]);

beforeAll(async () => {
  world = await createWorld();
  expect((await world.post(SYNC, creation)).body.results[0]?.status).toBe("accepted");
  expect((await world.post(SYNC, changed)).body.results[0]?.status).toBe("accepted");
  await sendOne(
    world,
    step(id, 2, "complete", { completedAt: "2026-11-04T10:00:00+08:00", outcome: "done" }),
  );
  await accepted(world, { visitor: "别的人" });
  const personal = (await findPersonalItems(world.deps.table, [id])).get(id);
  const record = (await findRecords(world.deps.table, [id])).get(id);
  if (!personal || !record) throw new Error("nothing stored");
  kept = { ...personal, feed: await wholeFeed(world), figures: await figures(), token: record.personalToken };
  const { body } = await world.post<{ erased: boolean }>(
    `${RECORDS}/${id}/erase`,
    { reason: "本人要求删除" },
    "head",
  );
  expect(body).toEqual({ erased: true });
});
afterAll(() => world.close());

async function figures() {
  const november = parsePeriod("2026-11");
  if (!november) throw new Error("no period");
  return rollUp(world.deps.table, "test-centre", november, { ledgers: [cases], split: true });
}

function expectGone(answer: unknown): void {
  const text = JSON.stringify(answer);
  for (const part of [NAME, "上官", TAIL, "东街七号"]) expect(text).not.toContain(part);
}

describe("the name is gone from every answer", () => {
  test.each<Who>(["clerk", "head", "admin", "director"])("to a %s", async (who) => {
    const queries = [
      "period=2026-11",
      "period=2026",
      "period=2026-11&figure=closed",
      "figure=open",
      "period=2026-11-02",
    ];
    for (const query of queries) expectGone((await world.get(`${RECORDS}?${query}`, who)).body);
    expectGone((await world.get(`${RECORDS}/${id}`, who)).body);
    expectGone((await world.post(SYNC, batch([], { cursor: 0 }), who)).body);
  });

  test("to whoever may unmask", async () => {
    const { status, body } = await world.get(
      `${RECORDS}/${id}?unmask=${encodeURIComponent("核对")}`,
      "admin",
    );
    expect(status).toBe(200);
    expectGone(body);
  });

  test("to whoever sends an old batch again", async () => {
    for (const sent of [creation, changed]) {
      const { status, body } = await world.post<SyncAnswer>(SYNC, { ...sent, cursor: 0 });
      expect([status, body.results[0]?.status]).toEqual([200, "accepted"]);
      expectGone(body);
    }
  });

  test("to whoever sends the old row in a new batch; it is not written back", async () => {
    const again = await world.post<SyncAnswer>(SYNC, batch(creation.rows));
    expect(again.body.results[0]).toMatchObject({ status: "conflict", current: { erased: true } });
    expectGone(again.body);
    const current = await sendOne(world, edit(id, 4, { visitor: NAME }));
    expect([current.status, ...codes(current)]).toEqual(["refused", "personal_erased"]);
    expectGone(current);
    expect((await findPersonalItems(world.deps.table, [id])).size).toBe(0);
  });

  test("in the consolidated figures and the overdue list", async () => {
    expectGone((await world.get("/v1/centre/roll-ups?period=2026-11", "director")).body);
    expectGone((await world.get("/v1/centre/overdue", "director")).body);
  });

  test("and from every item of the table, packed ones included", async () => {
    const client = localClient(inject("databaseEndpoint"));
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: world.deps.table.name, ConsistentRead: true }),
    );
    expect(LastEvaluatedKey).toBeUndefined();
    let packed = 0;
    for (const item of Items.map((one) => unmarshall(one))) {
      expectGone(item);
      if (!(item.gz instanceof Uint8Array)) continue;
      packed++;
      expectGone(gunzipSync(item.gz).toString());
    }
    expect([Items.length > 10, packed > 2]).toEqual([true, true]);
    client.destroy();
  });
});

describe("what stays", () => {
  test("every revision, as it was", async () => {
    const feed = await wholeFeed(world);
    expect(feed.slice(0, kept.feed.length)).toEqual(kept.feed);
    expect(feed[kept.feed.length]).toMatchObject({
      action: "erase",
      recordId: id,
      personalChanged: ["content", "phoneTail", "visitor"],
      data: { reason: "本人要求删除" },
      syncedBy: "p-head",
    });
  });

  test("the counts, and the recount", async () => {
    expect(await figures()).toEqual(kept.figures);
    await expectSound(world);
  });

  test("the row, its values and its clock, marked as erased", async () => {
    const { body } = await world.get<RowView>(`${RECORDS}/${id}`);
    expect(body).toMatchObject({
      version: 4,
      status: "completed",
      erased: true,
      masked: false,
      onTime: true,
      values: { window: "3号", acceptedBy: "李四", matter: "senior-card" },
    });
  });

  test("the proof: a copy kept elsewhere with its salt matches the token in the history, any other does not", () => {
    const token = (values: unknown) =>
      createHash("sha256")
        .update(`${kept.salt}${canonicalJson(values)}`)
        .digest("base64url")
        .slice(0, 22);
    expect(kept.values).toMatchObject({ visitor: `${NAME}(更正)`, phoneTail: TAIL });
    expect(token(kept.values)).toBe(kept.token);
    const tokens = kept.feed.flatMap(({ recordId, personalToken }) =>
      recordId === id ? [personalToken] : [],
    );
    expect(tokens).toContain(token(kept.values));
    expect(token({ ...kept.values, visitor: "别的人" })).not.toBe(kept.token);
  });

  test("two rows of one person have tokens that do not say so", async () => {
    const twins = [
      await accepted(world, { visitor: "同一个人" }),
      await accepted(world, { visitor: "同一个人" }),
    ];
    const records = await findRecords(world.deps.table, twins);
    expect(new Set([...records.values()].map(({ personalToken }) => personalToken)).size).toBe(2);
  });
});

describe("an erased row", () => {
  test("can still be worked on", async () => {
    expect(await sendOne(world, edit(id, 4, { window: "4号" }))).toMatchObject({
      status: "accepted",
      version: 5,
    });
    const fed = { feedbackAt: "2026-11-05 10:00", feedbackChannel: "phone" };
    expect(await sendOne(world, step(id, 5, "feedBack", fed))).toMatchObject({ status: "accepted" });
    await expectSound(world);
  });

  test("is erased once", async () => {
    const feed = (await wholeFeed(world)).length;
    const again = await world.post<{ erased: boolean }>(`${RECORDS}/${id}/erase`, { reason: "再次" }, "head");
    expect(again.body).toEqual({ erased: false });
    expect(await wholeFeed(world)).toHaveLength(feed);
  });

  test("is erased while others write to the ledger, and nobody loses a change", async () => {
    const mine = await accepted(world, { visitor: "轻声" });
    const [erased, ...others] = await Promise.all([
      world.post<{ erased: boolean }>(`${RECORDS}/${mine}/erase`, { reason: "本人要求" }, "head"),
      ...Array.from({ length: 4 }, () => sendOne(world, caseRow())),
    ]);
    expect(erased.body).toEqual({ erased: true });
    expect(others.map(({ status }) => status)).toEqual(["accepted", "accepted", "accepted", "accepted"]);
    await expectSound(world);
  });
});
