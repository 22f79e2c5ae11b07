// Two workbooks of one hall, and typing that goes on during a fetch: merge, conflict, resolution, nothing lost.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AddonBench, LEDGER, openAddonBench } from "./support/addon-bench.ts";
import { columnsOf, rowsOf, typeCase } from "./support/case-sheet.ts";

let bench: AddonBench;
let other: string;

beforeAll(async () => {
  bench = await openAddonBench();
  other = bench.createWorkbook("另一张");
  await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
  await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head", other);
});
afterAll(() => bench.close());

const syncHere = () => bench.good("sync", []);
const syncThere = () => bench.good("sync", [], "clerk2", other);
const here = (row: number) => rowsOf(bench)[row];
const there = (row: number) => rowsOf(bench, other)[row];
const typeThere = (row: number, column: number, text: string) =>
  bench.type([[row, column, text]], LEDGER, "clerk2", other);

describe("two clerks on one row", () => {
  it("see each other's rows", async () => {
    typeCase(bench, 1, { visitor: "甲", content: "一" });
    typeCase(bench, 2, { visitor: "乙" });
    await syncHere();
    const report = await syncThere();
    expect(report.ledgers[0]).toMatchObject({ received: 2, sent: 0 });
    expect(there(0)).toMatchObject({ visitor: "甲", content: "一", sync: "已同步", serial: "2026-00001" });
  });

  it("merge when they changed different fields", async () => {
    const { content, window } = columnsOf(bench);
    bench.type([[1, content, "改了事由"]]);
    typeThere(1, window, "三号");
    await syncHere();
    expect((await syncThere()).ledgers[0]).toMatchObject({ byStatus: { merged: 1 } });
    await syncHere();
    for (const row of [here(0), there(0)]) expect(row).toMatchObject({ content: "改了事由", window: "三号" });
  });

  it("meet in a conflict when they changed the same field, and keep both until someone chooses", async () => {
    const { content, window } = columnsOf(bench);
    bench.type([[1, content, "这边"]]);
    typeThere(1, content, "那边");
    typeThere(1, window, "五号");
    await syncHere();
    const report = await syncThere();
    expect(report.ledgers[0]?.conflicts).toMatchObject([
      { serial: "2026-00001", fields: [{ id: "content", mine: "那边", theirs: "这边" }] },
    ]);
    expect(there(0)).toMatchObject({ content: "那边", sync: "冲突" });
    expect(there(0)?.hint).toMatch(/同时被别人改过/);
    // Nothing is sent again by itself, and nothing is overwritten.
    expect((await syncThere()).ledgers[0]).toMatchObject({ sent: 0, conflicts: [{ serial: "2026-00001" }] });
    expect(await bench.good("todos", [], "clerk2", other)).toMatchObject([{ kind: "conflict" }]);
  });

  it("keep mine: the contested field and what was changed beside it", async () => {
    const id = there(0)?.rowId ?? "";
    const answer = await bench.good(
      "resolveConflict",
      [{ ledger: "cases", id, keep: "mine" }],
      "clerk2",
      other,
    );
    expect(answer.status).toBe("accepted");
    await syncHere();
    for (const row of [here(0), there(0)]) {
      expect(row).toMatchObject({ content: "那边", window: "五号", sync: "已同步" });
    }
  });

  it("keep theirs: the contested field goes, what was changed beside it stays", async () => {
    const { content, window } = columnsOf(bench);
    bench.type([[1, content, "甲方"]]);
    typeThere(1, content, "乙方");
    typeThere(1, window, "七号");
    await syncHere();
    await syncThere();
    const id = there(0)?.rowId ?? "";
    await bench.good("resolveConflict", [{ ledger: "cases", id, keep: "theirs" }], "clerk2", other);
    await syncHere();
    for (const row of [here(0), there(0)]) {
      expect(row).toMatchObject({ content: "甲方", window: "七号", sync: "已同步" });
    }
    expect((await syncThere()).ledgers[0]).toMatchObject({ sent: 0, conflicts: [] });
  });
});

describe("while a fetch is under way", () => {
  it("rows may be sorted: every answer finds its row", async () => {
    typeCase(bench, 3, { visitor: "丙" });
    typeCase(bench, 4, { visitor: "丁" });
    bench.onRequest((path) => {
      if (!path.endsWith("cases/sync")) return false;
      bench.onRequest(null);
      const { visitor } = columnsOf(bench);
      bench.edit((sheetId) => ({ kind: "sort", sheetId, column: visitor, ascending: true }));
      return false;
    });
    await syncHere();
    const rows = rowsOf(bench);
    expect(rows.map(({ visitor }) => visitor)).toEqual(["丙", "丁", "甲", "乙"]);
    const serials = new Map(rows.map(({ visitor, serial }) => [visitor, serial]));
    expect(serials.get("甲")).toBe("2026-00001");
    expect(serials.get("乙")).toBe("2026-00002");
    expect(rows.every(({ sync }) => sync === "已同步")).toBe(true);
    expect((await syncHere()).ledgers[0]).toMatchObject({ sent: 0, repairs: [] });
  });

  it("a row may be typed into: what was typed stays and is sent by the next run", async () => {
    const { visitor, content, window } = columnsOf(bench);
    const at = rowsOf(bench).findIndex((row) => row.visitor === "乙") + 1;
    bench.type([[at, content, "先填"]]);
    bench.onRequest((path) => {
      if (!path.endsWith("cases/sync")) return false;
      bench.onRequest(null);
      bench.type([
        [at, content, "先填后改"],
        [at, window, "九号"],
      ]);
      typeCase(bench, 5, { visitor: "半路" });
      return false;
    });
    await syncHere();
    expect(rowsOf(bench)[at - 1]).toMatchObject({ content: "先填后改", window: "九号", sync: "待同步" });
    expect(rowsOf(bench)[4]).toMatchObject({ visitor: "半路", serial: "", rowId: "" });
    expect((await syncHere()).ledgers[0]).toMatchObject({ sent: 2, byStatus: { accepted: 2 } });
    await syncThere();
    const seen = rowsOf(bench, other).find((row) => row.visitor === "乙");
    expect(seen).toMatchObject({ content: "先填后改", window: "九号" });
    expect(visitor).toBeGreaterThan(0);
  });

  it("rows may be deleted and inserted: nothing lands in the wrong row", async () => {
    typeCase(bench, 6, { visitor: "戊" });
    bench.onRequest((path) => {
      if (!path.endsWith("cases/sync")) return false;
      bench.onRequest(null);
      bench.edit((sheetId) => ({
        kind: "insert-lines",
        sheetId,
        dimension: "rows",
        at: 1,
        count: 2,
      }));
      return false;
    });
    await syncHere();
    expect(rowsOf(bench).find((row) => row.visitor === "戊")).toMatchObject({ sync: "已同步" });
    expect((await syncHere()).ledgers[0]).toMatchObject({ sent: 0, repairs: [], missing: [] });
  });

  it("two runs at once send no row twice", async () => {
    typeCase(bench, 9, { visitor: "己" });
    const reports = await Promise.all([syncHere(), bench.good("sync", [], "clerk2")]);
    expect(reports.map((report) => report.error)).toEqual([null, null]);
    await syncThere();
    expect(rowsOf(bench, other).filter(({ visitor }) => visitor === "己")).toHaveLength(1);
    expect(rowsOf(bench).filter(({ visitor }) => visitor === "己")).toMatchObject([{ sync: "已同步" }]);
  });
});

describe("a backend that stops in the middle", () => {
  it("gets every row once, whatever part it had answered", async () => {
    const start = bench.sheet(LEDGER).lastRow() + 1;
    const { receivedAt, matter, visitor, acceptedBy, channel } = columnsOf(bench);
    bench.edit((sheetId) => ({ kind: "insert-lines", sheetId, dimension: "rows", at: start, count: 1200 }));
    const rows = Array.from({ length: 1200 }, (_, at) => start + at);
    bench.type(
      rows.flatMap(
        (row, at) =>
          [
            [row, receivedAt, "2026-11-20 09:05"],
            [row, matter, "老年证"],
            [row, visitor, `批量${at}`],
            [row, acceptedBy, "李四"],
            [row, channel, "窗口"],
          ] as const,
      ),
    );
    let calls = 0;
    bench.onRequest((path) => path.endsWith("cases/sync") && ++calls > 1);
    const broken = await syncHere();
    expect(broken.error).not.toBeNull();
    expect(broken.ledgers[0]).toMatchObject({ sent: 500, byStatus: { accepted: 500 }, pending: 700 });
    bench.onRequest(null);
    const mended = await syncHere();
    expect(mended.ledgers[0]).toMatchObject({ sent: 700, byStatus: { accepted: 700 }, pending: 0 });
    expect((await syncHere()).ledgers[0]).toMatchObject({ sent: 0 });
    await syncThere();
    const names = rowsOf(bench, other)
      .map((row) => row.visitor)
      .filter((name) => name?.startsWith("批量"));
    expect(names).toHaveLength(1200);
    expect(new Set(names).size).toBe(1200);
  });
});
