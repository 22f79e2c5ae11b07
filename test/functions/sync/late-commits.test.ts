// A reader with a cursor misses nothing, even where a transaction commits late or becomes visible item by item.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Item, Table } from "../../../functions/storage/table.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { batch, caseRow, SYNC, type World } from "../../support/world.ts";
import { type Between, gate, worldBetween } from "../support/between.ts";
import { accepted, edit, sendOne, wholeFeed } from "../support/rows.ts";

let between: Between;
let world: World;
let real: Table;

/** The place in the feed at which a test begins. */
let start: number;

beforeAll(async () => {
  between = await worldBetween();
  ({ world, real } = between);
});
beforeEach(async () => {
  between.replaced = {};
  start = (await wholeFeed(world)).length;
});
afterAll(() => world.close());

async function pull(cursor: number): Promise<SyncAnswer> {
  const { status, body } = await world.post<SyncAnswer>(SYNC, batch([], { cursor }), "head");
  expect(status).toBe(200);
  return body;
}

const isRevision = (item: Item, seq: number) => String(item.sk).endsWith(String(seq).padStart(12, "0"));

test("a transaction that commits late takes a later place, never one that a reader has passed", async () => {
  const { opened, open } = gate();
  const reached = gate();
  let held = false;
  between.replaced.transact = async (actions) => {
    if (!held) {
      held = true;
      reached.open();
      await opened;
    }
    return real.transact(actions);
  };
  const late = caseRow();
  const slow = sendOne(world, late);
  await reached.opened;
  const quick = await accepted(world);
  const seen = await pull(start);
  expect(seen.changes.map(({ id }) => id)).toEqual([quick]);
  open();
  expect(await slow).toMatchObject({ status: "accepted", version: 1 });
  const rest = await pull(seen.cursor ?? 0);
  expect(rest.changes.map(({ id }) => id)).toEqual([late.id]);
});

/** Items as they were before stand in for what was read of them. */
function withStale(old: readonly Item[], read: readonly Item[]): Item[] {
  const oldOf = ({ pk, sk }: Item) => old.find((one) => one.pk === pk && one.sk === sk);
  return read.map((item) => oldOf(item) ?? item);
}

describe("what AWS allows while a transaction becomes visible", () => {
  test("a revision that can be read before the one in front of it waits for it", async () => {
    const rows = [await accepted(world), await accepted(world), await accepted(world)];
    between.replaced.queryPage = async (params) => {
      const page = await real.queryPage(params);
      return { ...page, items: page.items.filter((item) => !isRevision(item, start + 2)) };
    };
    const early = await pull(start);
    expect(early).toMatchObject({ cursor: start + 1, more: false });
    expect(early.changes.map(({ id }) => id)).toEqual(rows.slice(0, 1));
    between.replaced = {};
    const rest = await pull(start + 1);
    expect(rest.cursor).toBe(start + 3);
    expect(rest.changes.map(({ id }) => id)).toEqual(rows.slice(1));
  });

  test("a revision whose record cannot be read yet waits for it", async () => {
    const rows = [await accepted(world), await accepted(world)];
    between.replaced.getMany = async (keys, consistent) =>
      (await real.getMany(keys, consistent)).filter(({ pk, sk }) => sk !== "R" || pk !== `R#${rows[1]}`);
    expect(await pull(start)).toMatchObject({ cursor: start + 1, changes: [{ id: rows[0] }] });
    between.replaced = {};
    expect(await pull(start + 1)).toMatchObject({ cursor: start + 2, changes: [{ id: rows[1] }] });
  });

  test("a revision whose record is still read in its old version waits for it", async () => {
    const id = await accepted(world);
    const old = await real.getMany([{ pk: `R#${id}`, sk: "R" }]);
    await sendOne(world, edit(id, 1, { window: "1号" }));
    between.replaced.getMany = async (keys, consistent) =>
      withStale(old, await real.getMany(keys, consistent));
    expect(await pull(start + 1)).toMatchObject({ cursor: start + 1, changes: [] });
    between.replaced = {};
    expect(await pull(start + 1)).toMatchObject({
      cursor: start + 2,
      changes: [{ values: { window: "1号" } }],
    });
  });

  test("a revision whose personal fields are still read as they were waits for them", async () => {
    const id = await accepted(world);
    const old = await real.getMany([{ pk: `R#${id}`, sk: "P" }]);
    await sendOne(world, edit(id, 1, { visitor: "张四" }));
    between.replaced.getMany = async (keys, consistent) =>
      withStale(old, await real.getMany(keys, consistent));
    expect(await pull(start + 1)).toMatchObject({ cursor: start + 1, changes: [] });
    between.replaced = {};
    expect(await pull(start + 1)).toMatchObject({
      cursor: start + 2,
      changes: [{ values: { visitor: "张四" } }],
    });
  });

  test("a writer that read stale personal fields does not write them back", async () => {
    const id = await accepted(world);
    const old = await real.getMany([{ pk: `R#${id}`, sk: "P" }]);
    await sendOne(world, edit(id, 1, { visitor: "张四" }));
    let stale = 1;
    between.replaced.getMany = async (keys, consistent) =>
      stale-- > 0 ? withStale(old, await real.getMany(keys, consistent)) : real.getMany(keys, consistent);
    const result = await sendOne(world, edit(id, 2, { phoneTail: "9876" }));
    expect(result).toMatchObject({
      status: "accepted",
      current: { values: { visitor: "张四", phoneTail: "9876" } },
    });
  });
});

test("a reader sees every row that writers were told of, whatever the order of commits", async () => {
  // Each second transaction is held until the next one has been tried, so that commits overtake each other.
  let turn = 0;
  let release = () => {};
  between.replaced.transact = async (actions) => {
    turn++;
    release();
    if (turn % 2 === 1 && turn < 8) {
      const { opened, open } = gate();
      release = open;
      await opened;
    }
    return real.transact(actions);
  };
  const sent = Array.from({ length: 6 }, () => caseRow());
  let writing = true;
  const writes = Promise.all(sent.map((row) => sendOne(world, row))).finally(() => {
    writing = false;
  });
  const known: string[] = [];
  for (let cursor = start; writing || known.length < sent.length; release()) {
    const page = await pull(cursor);
    cursor = page.cursor ?? 0;
    known.push(...page.changes.map(({ id }) => id));
  }
  expect((await writes).map(({ status }) => status)).toEqual(sent.map(() => "accepted"));
  expect(known.sort()).toEqual(sent.map(({ id }) => id).sort());
  expect(await wholeFeed(world)).toHaveLength(start + 6);
});
