// The unchanged bundle in the workbook host, against the real app: set-up and the life of rows.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockPut } from "../../functions/storage/lock-store.ts";
import { type AddonBench, LEDGER, openAddonBench } from "./support/addon-bench.ts";
import { columnsOf, rowsOf, typeCase } from "./support/case-sheet.ts";

let bench: AddonBench;

beforeAll(async () => {
  bench = await openAddonBench();
});
afterAll(() => bench.close());

describe("before and during set-up", () => {
  it("says that the workbook is not set up, and who is asking", async () => {
    expect(await bench.call("sync", [])).toMatchObject({ ok: false, message: { en: /not set up/ } });
    const start = await bench.good("bootstrap", []);
    expect(start).toMatchObject({ hall: null, mode: null, user: { email: "clerk@example.test" } });
  });

  it("offers the halls and centres of whoever is signed in", async () => {
    expect((await bench.good("listHalls", [], "clerk")).halls.map(({ id }) => id)).toEqual(["east"]);
    const admin = await bench.good("listHalls", [], "admin");
    expect(admin.centres).toEqual([{ id: "test-centre", name: { zh: "测试中心", en: "Test centre" } }]);
  });

  it("refuses a hall in which the person has no role", async () => {
    expect(await bench.call("setUpWorkbook", [{ mode: "hall", id: "west" }])).toMatchObject({ ok: false });
    expect((await bench.good("listHalls", [], "nobody")).halls).toEqual([]);
  });

  it("makes a sheet for every ledger, protected, with drop-downs, and hides ids and index", async () => {
    const { sheets } = await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
    expect(sheets.slice(0, 2)).toEqual(["首页", LEDGER]);
    const sheet = bench.sheet(LEDGER);
    expect(sheet.frozenRows).toBe(1);
    expect(bench.sheet("_index").hidden).toBe(true);
    expect(sheet.protections.filter(({ warningOnly }) => !warningOnly)).toMatchObject([
      { area: { row: 0 }, editors: ["head@example.test"] },
    ]);
    const { channel, rowId } = columnsOf(bench);
    expect(sheet.cell(1, channel)?.validation).toMatchObject({
      criterion: "VALUE_IN_LIST",
      allowInvalid: false,
    });
    expect(sheet.protections.some(({ warningOnly, area }) => warningOnly && area.column === rowId)).toBe(
      true,
    );
    expect(sheet.conditionalRules.length).toBeGreaterThan(3);
  });

  it("refuses a value outside a drop-down, and keeps clerks out of the header", () => {
    const { channel } = columnsOf(bench);
    expect(() => bench.type([[1, channel, "飞鸽"]])).toThrow(/validation/);
    expect(() => bench.type([[0, channel, "别的"]])).toThrow(/protected/);
  });
});

describe("rows typed into the grid", () => {
  it("get an id, a number, a due date and a state, in words", async () => {
    typeCase(bench, 1, { visitor: "张三丰", phoneTail: "0123" });
    typeCase(bench, 2, { matter: "没有这个事项" }, { force: true });
    const report = await bench.good("sync", []);
    const cases = report.ledgers[0];
    expect(cases).toMatchObject({ sent: 2, byStatus: { accepted: 1, refused: 1 }, repairs: [] });
    const [first, second] = rowsOf(bench);
    expect(first).toMatchObject({
      serial: "2026-00001",
      sync: "已同步",
      receivedAt: "2026-11-20 09:05",
      visitor: "张三丰",
      phoneTail: "0123",
    });
    expect(first?.dueDate).toMatch(/^2026-1\d-\d\d$/);
    expect(second).toMatchObject({ sync: "退回" });
    expect(second?.serial).toMatch(/^临-/);
    expect(second?.hint).toMatch(/目录/);
  });

  it("are not sent again while nothing has changed, and what was refused is sent when it is mended", async () => {
    expect((await bench.good("sync", [])).ledgers[0]).toMatchObject({ byStatus: { refused: 1 } });
    const { matter } = columnsOf(bench);
    bench.type([[2, matter, "老年证"]]);
    expect((await bench.good("sync", [])).ledgers[0]).toMatchObject({ sent: 1, byStatus: { accepted: 1 } });
    expect((await bench.good("sync", [])).ledgers[0]).toMatchObject({ sent: 0 });
  });

  it("come back as they were written: dates, money, text that looks like numbers", async () => {
    const { feeInFen, legacyNumber, acceptedAt } = columnsOf(bench);
    bench.type([
      [1, legacyNumber, "000123"],
      [1, acceptedAt, "2026/11/20 9:07"],
    ]);
    await bench.good("sync", []);
    expect((await bench.good("sync", [])).ledgers[0]).toMatchObject({ sent: 0 });
    expect(rowsOf(bench)[0]).toMatchObject({ legacyNumber: "000123", acceptedAt: "2026-11-20 09:07" });
    expect(feeInFen).toBeGreaterThan(0);
  });
});

describe("rows from a sidebar", () => {
  const id = "6a6f3b1e-5f0a-4c55-9c11-0a1b2c3d4e5f";
  const values = {
    receivedAt: "2026-11-20 10:00",
    matter: "senior-card",
    visitor: "李四",
    acceptedBy: "王五",
    channel: "phone",
  };

  it("are sent at once and shown below the last row", async () => {
    const saved = await bench.good("saveRow", [
      { ledger: "cases", id, baseVersion: 0, action: "upsert", values },
    ]);
    expect(saved).toMatchObject({ status: "accepted", version: 1, serial: "2026-00003" });
    expect(rowsOf(bench)[2]).toMatchObject({ rowId: id, visitor: "李四", channel: "电话", matter: "老年证" });
    expect((await bench.good("sync", [])).ledgers[0]).toMatchObject({ sent: 0 });
  });

  it("take steps, whose effect stands in the sheet", async () => {
    const step = {
      ledger: "cases",
      id,
      baseVersion: 1,
      action: "complete",
      values: { completedAt: "2026-11-20 11:00", outcome: "done" },
    };
    expect(await bench.good("saveRow", [step])).toMatchObject({ status: "accepted", version: 2 });
    expect(rowsOf(bench)[2]).toMatchObject({ completedAt: "2026-11-20 11:00", status: "已办结待反馈" });
    expect(await bench.good("todos", [])).toContainEqual(expect.objectContaining({ id, kind: "owed" }));
  });

  it("say what is wrong, as the form would", async () => {
    const wrong = { ledger: "cases", id: crypto.randomUUID(), baseVersion: 0, action: "upsert", values: {} };
    expect(await bench.good("saveRow", [wrong])).toMatchObject({ status: "refused" });
    const rows = rowsOf(bench).length;
    expect(rows).toBe(3);
  });

  it("are found by selection, and tell their history", async () => {
    await bench.good("selectRow", [{ ledger: "cases", id }]);
    const history = await bench.good("rowHistory", [{ ledger: "cases", id }]);
    expect(history).toMatchObject({ id, version: 2, status: "completed" });
  });

  it("refuse malformed requests without throwing", async () => {
    const wrong = { ledger: "cases", id: "1", baseVersion: -1, action: "", values: {} };
    expect(await bench.call("saveRow", [wrong])).toMatchObject({ ok: false, message: { en: /malformed/ } });
  });
});

describe("who typed a row, and why an accepted month is changed", () => {
  const record = async (id: string) =>
    (
      await bench.world.get<{
        enteredBy: string | null;
        syncedBy: string;
        people: Record<string, string>;
        revisions: { reason: string | null; enteredBy: string | null }[];
      }>(`/v1/halls/east/ledgers/cases/records/${id}`)
    ).body;

  it("the row claims whoever typed it, though somebody else's run sends it; the history knows the names", async () => {
    const { content, typedBy } = columnsOf(bench);
    const line = rowsOf(bench)[0];
    bench.type([[1, content, "另一位写的"]]);
    const { id: sheetId } = bench.sheet(LEDGER);
    const range = { workbookId: bench.workbookId, sheetId, row: 1, column: content, rows: 1, columns: 1 };
    const place = { workbookId: bench.workbookId, email: "clerk2@example.test" };
    await bench.host.edited(place, { range, value: "另一位写的", oldValue: undefined });
    expect(bench.grid(LEDGER)[1]?.[typedBy]).toBe("clerk2@example.test");
    expect(bench.sheet(LEDGER).columnLines[typedBy]?.hidden).toBe(true);
    await bench.good("sync", []);
    const { enteredBy, syncedBy, people } = await record(line?.rowId ?? "");
    expect(enteredBy).toBe("clerk2@example.test");
    expect(people[syncedBy]).toBe("测试clerk");
    // What was typed has arrived: the next change is somebody's anew.
    expect(bench.grid(LEDGER)[1]?.[typedBy]).toBe("");
  });

  it("what one types and sends oneself claims nothing", async () => {
    const { content } = columnsOf(bench);
    const line = rowsOf(bench)[0];
    bench.type([[1, content, "自己写的"]]);
    const { id: sheetId } = bench.sheet(LEDGER);
    const range = { workbookId: bench.workbookId, sheetId, row: 1, column: content, rows: 1, columns: 1 };
    const place = { workbookId: bench.workbookId, email: "clerk@example.test" };
    await bench.host.edited(place, { range, value: "自己写的", oldValue: undefined });
    await bench.good("sync", []);
    expect((await record(line?.rowId ?? "")).enteredBy).toBeNull();
  });

  it("a row of an accepted month is sent back, and goes through with a reason", async () => {
    const { table } = bench.world.deps;
    await table.transact([lockPut(table.name, "east", "2026-10", undefined, [])]);
    typeCase(bench, 4, { receivedAt: "2026-10-12 09:00", visitor: "补录" });
    const [report] = (await bench.good("sync", [])).ledgers;
    const [refused] = report?.refused ?? [];
    expect(refused?.problems.map(({ code }) => code)).toEqual(["month_locked"]);
    expect(rowsOf(bench)[3]?.hint).toMatch(/请写明更正理由/);
    const given = { ledger: "cases", id: refused?.id ?? "", reason: "十月漏登" };
    expect(await bench.good("giveReason", [given])).toMatchObject({ status: "accepted" });
    expect(rowsOf(bench)[3]).toMatchObject({ sync: "已同步", visitor: "补录" });
    expect((await record(given.id)).revisions.at(-1)?.reason).toBe("十月漏登");
    expect((await bench.good("syncState", [])).ledgers[0]?.refused).toEqual([]);
    // From a sidebar the reason goes along at once.
    const row = { ledger: "cases", id: given.id, baseVersion: 1, action: "upsert" };
    const change = { ...row, values: { receivedAt: "2026-10-13 09:00" } };
    expect(await bench.good("saveRow", [change])).toMatchObject({ problems: [{ code: "month_locked" }] });
    const reasoned = { ...change, reason: "日期写错一天" };
    expect(await bench.good("saveRow", [reasoned])).toMatchObject({ status: "accepted", version: 2 });
  });
});

describe("a backend that is away", () => {
  const id = "7b7f3b1e-5f0a-4c55-9c11-0a1b2c3d4e5f";

  it("lets everything go on: rows wait under a temporary number", async () => {
    bench.onRequest(() => true);
    typeCase(bench, 5, { visitor: "等等" });
    const report = await bench.good("sync", []);
    expect(report.error).toMatchObject({ en: /cannot be reached/ });
    expect(report.ledgers[0]?.pending).toBe(1);
    const values = {
      receivedAt: "2026-11-20 10:00",
      matter: "senior-card",
      visitor: "侧栏",
      acceptedBy: "王五",
    };
    const saved = await bench.good("saveRow", [
      { ledger: "cases", id, baseVersion: 0, action: "upsert", values },
    ]);
    expect(saved).toMatchObject({ status: "pending", serial: expect.stringMatching(/^临-/) });
    expect(rowsOf(bench).at(-1)).toMatchObject({ visitor: "侧栏", sync: "待同步" });
    const start = await bench.good("bootstrap", []);
    expect(start).toMatchObject({ offline: true, reference: { hall: { id: "east" } } });
  });

  it("gets every row once when it is back", async () => {
    bench.onRequest(null);
    const report = await bench.good("sync", []);
    expect(report.ledgers[0]).toMatchObject({ sent: 2, byStatus: { accepted: 2 }, pending: 0 });
    expect(rowsOf(bench).map(({ sync }) => sync)).toEqual(Array.from({ length: 6 }, () => "已同步"));
    const { body } = await bench.world.get<{ count: number }>(
      "/v1/halls/east/ledgers/cases/records?period=2026-11",
    );
    expect(body.count).toBe(5);
  });
});
