// The rows in an answer are those that stand in the table, although they are not read again for it.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import { batch, caseRow, SYNC, type World } from "../../support/world.ts";
import { type Between, worldBetween } from "../support/between.ts";
import { edit, step } from "../support/rows.ts";

let between: Between;
let world: World;
beforeAll(async () => {
  between = await worldBetween();
  ({ world } = between);
});
afterAll(() => world.close());

const stored = async (id: string) => {
  const { body } = await world.get<RowView & { revisions?: unknown; trace?: unknown }>(
    `/v1/halls/east/ledgers/cases/records/${id}`,
  );
  return body;
};

test("new rows, edits with and without personal fields, steps and voidings are answered as they stand", async () => {
  const rows = [caseRow(), caseRow({ window: "2号", channel: "phone" })];
  const [first = "", second = ""] = rows.map(({ id }) => id);
  const lives: [unknown[], "clerk" | "head"][] = [
    [rows, "clerk"],
    [[edit(first, 1, { window: "3号" }), edit(second, 1, { visitor: "李四光", window: null })], "clerk"],
    [[step(first, 2, "giveCorrectionNotice", { at: "2026-11-03T10:00:00+08:00", items: ["照片"] })], "clerk"],
    // The same row twice in one call: both answers show how it stands in the end.
    [[edit(first, 3, { window: "4号" }), edit(first, 4, { window: "5号" })], "clerk"],
    [[step(second, 2, "void", { reason: "重复" })], "head"],
  ];
  for (const [sent, who] of lives) {
    const { body } = await world.post(SYNC, batch(sent, { cursor: 0 }), who);
    expect(body.results.map(({ status }) => status)).toEqual(sent.map(() => "accepted"));
    for (const { id, current } of body.results) expect(await stored(id ?? "")).toMatchObject({ ...current });
  }
});

test("a row that somebody else changes before the answer is made is answered as they left it", async () => {
  const row = caseRow();
  between.replaced.putNew = async (item) => {
    between.replaced = {};
    await world.post(SYNC, batch([edit(row.id, 1, { window: "9号" })]), "clerk2");
    return between.real.putNew(item);
  };
  const { body } = await world.post(SYNC, batch([row], { cursor: 0 }));
  expect(body.results[0]?.current).toMatchObject({ version: 2, values: { window: "9号" } });
});

test("what was written costs no further reading", async () => {
  let keys = 0;
  between.replaced.getMany = (wanted, consistent) => {
    keys += wanted.length;
    return between.real.getMany(wanted, consistent);
  };
  const rows = Array.from({ length: 40 }, () => caseRow());
  await world.post(SYNC, batch(rows, { cursor: null }));
  between.replaced = {};
  // Each row's record and personal values, once: before they are written.
  expect(keys).toBe(80);
});
