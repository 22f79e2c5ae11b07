// What people do to a sheet without meaning harm: each damage is detected, explained and repaired.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AddonBench, LEDGER, openAddonBench } from "./support/addon-bench.ts";
import { columnsOf, rowsOf, typeCase } from "./support/case-sheet.ts";

let bench: AddonBench;

beforeAll(async () => {
  bench = await openAddonBench();
  await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
  for (const [at, visitor] of ["甲", "乙", "丙", "丁", "戊"].entries()) {
    typeCase(bench, at + 1, { visitor, content: `事由${at}`, receivedAt: `2026-11-20 09:0${at}` });
  }
  await bench.good("sync", []);
});
afterAll(() => bench.close());

async function syncCases(as: "clerk" | "head" = "clerk") {
  const report = await bench.good("sync", [], as);
  expect(report.error).toBeNull();
  const [cases] = report.ledgers;
  if (!cases) throw new Error("no report");
  return cases;
}
const row = (visitor: string) => rowsOf(bench).find((one) => one.visitor === visitor);
const at = (visitor: string) => bench.grid(LEDGER).findIndex((line) => line.includes(visitor));
const repairsOf = (report: { repairs: readonly { what: { en: string } }[] }) =>
  report.repairs.map(({ what }) => what.en);

/** Nothing is waiting, nothing is left to repair. */
async function isCalm() {
  expect(await syncCases()).toMatchObject({ sent: 0, repairs: [], pending: 0 });
}

describe("ids", () => {
  it("overwritten or emptied are found again by number and content", async () => {
    const { rowId } = columnsOf(bench);
    const before = [row("甲")?.rowId, row("乙")?.rowId];
    bench.type([
      [at("甲"), rowId, "oops"],
      [at("乙"), rowId, ""],
    ]);
    const report = await syncCases();
    expect(repairsOf(report)).toEqual([
      expect.stringMatching(/found again/),
      expect.stringMatching(/found again/),
    ]);
    expect(report.repairs[0]).toMatchObject({ before: "oops", after: "2026-00001" });
    expect([row("甲")?.rowId, row("乙")?.rowId]).toEqual(before);
    await isCalm();
  });

  it("copied with their row: the original keeps the number, the copy becomes a row of its own", async () => {
    const line = bench.grid(LEDGER)[at("丙")] ?? [];
    const to = bench.sheet(LEDGER).lastRow();
    bench.type(line.map((text, column) => [to, column, text] as const));
    const report = await syncCases();
    expect(repairsOf(report)).toEqual([expect.stringMatching(/copied row/)]);
    const copies = rowsOf(bench).filter(({ visitor }) => visitor === "丙");
    expect(copies.map(({ serial }) => serial)).toEqual(["2026-00003", "2026-00006"]);
    await isCalm();
    bench.type(columnsToClear().map((column) => [to, column, ""] as const));
  });

  it("left behind by sorting only some columns go back to their rows", async () => {
    await settleAllMissing();
    const { rowId } = columnsOf(bench);
    const [a, b] = [row("甲"), row("乙")];
    bench.type([
      [at("甲"), rowId, b?.rowId ?? ""],
      [at("乙"), rowId, a?.rowId ?? ""],
    ]);
    const report = await syncCases();
    expect(repairsOf(report)).toContainEqual(expect.stringMatching(/Only some columns were sorted/));
    expect(row("甲")?.rowId).toBe(a?.rowId);
    await isCalm();
  });
});

const columnsToClear = () => Array.from({ length: bench.sheet(LEDGER).lastColumn() }, (_, column) => column);

async function settleAllMissing() {
  const report = await syncCases();
  for (const { id } of report.missing) {
    const choice = { ledger: "cases", id, how: "void", reason: "测试复制" } as const;
    expect(await bench.good("settleMissing", [choice], "head")).toMatchObject({ status: "accepted" });
  }
  expect((await syncCases()).missing).toEqual([]);
}

describe("rows", () => {
  it("deleted are reported, and come back on request", async () => {
    const id = row("丁")?.rowId ?? "";
    bench.edit((sheetId) => ({ kind: "delete-lines", sheetId, dimension: "rows", at: at("丁"), count: 1 }));
    expect((await syncCases()).missing).toEqual([{ id, serial: "2026-00004" }]);
    expect(row("丁")).toBeUndefined();
    const choice = { ledger: "cases", id, how: "putBack", reason: "" } as const;
    await bench.good("settleMissing", [choice]);
    expect(row("丁")).toMatchObject({ rowId: id, serial: "2026-00004", sync: "已同步", content: "事由3" });
    await isCalm();
  });

  it("emptied by hand count as deleted, and may be voided by whoever may void", async () => {
    const id = row("戊")?.rowId ?? "";
    const place = at("戊");
    bench.type(
      columnsToClear()
        .slice(5, -1)
        .map((column) => [place, column, ""] as const),
    );
    expect((await syncCases()).missing).toMatchObject([{ id }]);
    const choice = { ledger: "cases", id, how: "void", reason: "登记错了" } as const;
    expect(await bench.good("settleMissing", [choice], "clerk")).toMatchObject({ status: "refused" });
    expect(await bench.good("settleMissing", [choice], "head")).toMatchObject({ status: "accepted" });
    expect((await syncCases()).missing).toEqual([]);
    await isCalm();
  });
});

describe("columns", () => {
  it("that the add-on fills in are put right when typed over", async () => {
    const { serial, dueDate, sync } = columnsOf(bench);
    const due = row("甲")?.dueDate;
    bench.type([
      [at("甲"), serial, "我的编号"],
      [at("甲"), dueDate, "2027-01-01"],
      [at("甲"), sync, "好了"],
    ]);
    const report = await syncCases();
    expect(report.repairs).toEqual([
      expect.objectContaining({ before: "我的编号", after: "2026-00001" }),
      expect.objectContaining({ before: "2027-01-01", after: due }),
      expect.objectContaining({ before: "好了", after: "已同步" }),
    ]);
    expect(row("甲")).toMatchObject({ serial: "2026-00001", dueDate: due, sync: "已同步" });
    await isCalm();
  });

  it("renamed get their header back, from whoever may write there; others go on working meanwhile", async () => {
    const { content } = columnsOf(bench);
    bench.type([[0, content, "备注"]], LEDGER, "head");
    bench.type([[at("甲"), content, "改名时改的"]]);
    const report = await syncCases("clerk");
    expect(repairsOf(report)).toEqual([
      expect.stringMatching(/header was changed/),
      expect.stringMatching(/ask them to synchronise/),
    ]);
    expect(report).toMatchObject({ sent: 1, byStatus: { accepted: 1 } });
    expect(repairsOf(await syncCases("head"))).toEqual([expect.stringMatching(/header was changed/)]);
    expect(bench.grid(LEDGER)[0]?.[content]).toBe("事由");
    await isCalm();
  });

  it("deleted are put back, and their content is fetched again", async () => {
    const { content } = columnsOf(bench);
    bench.edit(
      (sheetId) => ({ kind: "delete-lines", sheetId, dimension: "columns", at: content, count: 1 }),
      LEDGER,
      "head",
    );
    const report = await syncCases("head");
    expect(repairsOf(report)).toContainEqual(expect.stringMatching(/column was deleted/));
    expect(columnsOf(bench).content).toBe(content);
    expect(row("乙")).toMatchObject({ content: "事由1", sync: "已同步" });
    await isCalm();
  });

  it("of one's own between ours are left alone", async () => {
    const { window } = columnsOf(bench);
    bench.edit(
      (sheetId) => ({ kind: "insert-lines", sheetId, dimension: "columns", at: window, count: 1 }),
      LEDGER,
      "head",
    );
    bench.type([[0, window, "自己的栏"]], LEDGER, "head");
    bench.type([[at("甲"), window, "=1+1"]]);
    bench.type([[at("甲"), window + 1, "六号"]]);
    expect(await syncCases("head")).toMatchObject({ sent: 1, repairs: [] });
    expect(bench.sheet(LEDGER).cell(at("甲"), window)?.formula).toBe("=1+1");
    expect(row("甲")).toMatchObject({ window: "六号", sync: "已同步" });
    await isCalm();
  });

  it("whose drop-down or format was pasted over get both back", async () => {
    const { channel, receivedAt } = columnsOf(bench);
    const sheet = bench.sheet(LEDGER);
    const place = at("乙");
    const cell = sheet.ensureCell(place, channel);
    cell.validation = undefined;
    bench.type([[place, channel, "电话"]]);
    bench.edit((sheetId) => ({
      kind: "cells",
      sheetId,
      cells: [{ row: place, column: receivedAt, style: { numberFormat: "d/m/yy" } }],
    }));
    const report = await syncCases();
    expect(repairsOf(report)).toEqual([expect.stringMatching(/Pasting/), expect.stringMatching(/Pasting/)]);
    expect(sheet.cell(place, channel)?.validation).toMatchObject({ criterion: "VALUE_IN_LIST" });
    expect(row("乙")).toMatchObject({ receivedAt: "2026-11-20 09:01", channel: "电话", sync: "已同步" });
    await isCalm();
  });
});

describe("sheets", () => {
  it("renamed get their name back", async () => {
    bench.edit((sheetId) => ({ kind: "rename-sheet", sheetId, name: "旧台账" }), LEDGER, "head");
    expect(repairsOf(await syncCases("head"))).toEqual([expect.stringMatching(/sheet was renamed/)]);
    expect(row("甲")).toBeDefined();
    await isCalm();
  });

  it("deleted are made again, with every row", async () => {
    const before = rowsOf(bench)
      .map(({ serial }) => serial)
      .sort();
    bench.edit((sheetId) => ({ kind: "delete-sheet", sheetId }), LEDGER, "head");
    expect(repairsOf(await syncCases("head"))).toEqual([expect.stringMatching(/sheet was deleted/)]);
    expect(
      rowsOf(bench)
        .map(({ serial }) => serial)
        .sort(),
    ).toEqual(before);
    await isCalm();
  });

  it("the index deleted: set up again, and no row is entered twice", async () => {
    const before = rowsOf(bench)
      .map(({ serial }) => serial)
      .sort();
    bench.edit((sheetId) => ({ kind: "delete-sheet", sheetId }), "_index", "head");
    expect(await bench.call("sync", [])).toMatchObject({ ok: false, message: { en: /not set up/ } });
    await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
    expect(
      rowsOf(bench)
        .map(({ serial }) => serial)
        .sort(),
    ).toEqual(before);
    await isCalm();
  });
});

describe("the file, copied as a whole", () => {
  it("goes on for the same hall by itself, and says that it is a copy", async () => {
    const copy = bench.copyWorkbook(bench.workbookId);
    const report = await bench.good("sync", [], "head", copy);
    expect(report.ledgers[0]).toMatchObject({ sent: 0, missing: [] });
    expect(repairsOf(report.ledgers[0] ?? { repairs: [] })).toEqual([expect.stringMatching(/is a copy/)]);
  });

  it("for another hall: old ids are refused, the rows go on under new ones, and that is explained", async () => {
    const copy = bench.copyWorkbook(bench.workbookId, "west");
    await bench.good("setUpWorkbook", [{ mode: "hall", id: "west" }], "west", copy);
    const report = await bench.good("syncState", [], "west", copy);
    const rows = rowsOf(bench, copy);
    const ids = new Set(rowsOf(bench).map(({ rowId }) => rowId));
    expect(rows.length).toBe(rowsOf(bench).length);
    expect(rows.every(({ rowId, sync }) => !ids.has(rowId ?? "") && sync === "已同步")).toBe(true);
    expect(new Set(report.ledgers[0]?.repairs.map(({ what }) => what.en))).toEqual(
      new Set([expect.stringMatching(/another workbook/)]),
    );
    await isCalm();
  });
});
