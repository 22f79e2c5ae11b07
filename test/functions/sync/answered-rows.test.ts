// The rows in an answer are those that stand in the table, although they are not read again for it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
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

test("a new row costs no reading, and a changed one that of itself", async () => {
  let keys = 0;
  between.replaced.getMany = (wanted, consistent) => {
    keys += wanted.length;
    return between.real.getMany(wanted, consistent);
  };
  const rows = Array.from({ length: 40 }, () => caseRow());
  await world.post(SYNC, batch(rows, { cursor: null }));
  expect(keys).toBe(0);
  await world.post(
    SYNC,
    batch(
      rows.map(({ id }) => edit(id, 1, { window: "7号" })),
      { cursor: null },
    ),
  );
  between.replaced = {};
  // Each row's record and personal values, once: before they are written.
  expect(keys).toBe(80);
});

describe("a row that calls itself new and is stored already", () => {
  const answer = async (rows: unknown[], who: "clerk" | "west" = "clerk", place = SYNC) => {
    const { body } = await world.post<SyncAnswer>(place, batch(rows, { cursor: null }), who);
    return body.results.map(({ status, problems, current }) => ({
      status: problems[0]?.code ?? status,
      version: current?.version,
    }));
  };

  test("is unchanged when it says what is stored, and its neighbours are written", async () => {
    const row = caseRow();
    await answer([row]);
    expect(await answer([caseRow(), row, caseRow()])).toEqual([
      { status: "accepted", version: 1 },
      { status: "unchanged", version: 1 },
      { status: "accepted", version: 1 },
    ]);
  });

  test("is shown as it stands when what it says now is refused", async () => {
    const row = caseRow();
    await answer([row]);
    const wrong = { ...row, values: { ...row.values, phoneTail: "12" } };
    expect(await answer([wrong, caseRow()])).toEqual([
      { status: "invalid_format", version: 1 },
      { status: "accepted", version: 1 },
    ]);
  });

  test("is another hall's for good, whatever it says", async () => {
    const row = caseRow();
    await answer([row]);
    const wrong = { ...row, values: { ...row.values, phoneTail: "12" } };
    const elsewhere = SYNC.replace("east", "west");
    for (const sent of [row, wrong]) {
      expect(await answer([sent], "west", elsewhere)).toEqual([
        { status: "foreign_record", version: undefined },
      ]);
    }
  });
});
