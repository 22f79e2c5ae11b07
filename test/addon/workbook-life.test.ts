// The add-on in the workbook host beyond rows: menus, triggers, a centre's workbook, and 10,000 rows.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MENU_ITEMS } from "../../addon/entry-points.ts";
import type { WireMenuItem, WirePage } from "../../infra/local/workbook-host/protocol/wire.ts";
import type { ScriptWindow } from "../../infra/local/workbook-host/services/execution-context.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { caseRow, emailOf, NOW } from "../support/world.ts";
import { type AddonBench, LEDGER, openAddonBench } from "./support/addon-bench.ts";
import { columnsOf, rowsOf, typeCase } from "./support/case-sheet.ts";
import { FakeBackend } from "./support/fake-backend.ts";
import { bookingsV1 } from "./support/tennis-club.ts";

const HOUR = 3_600_000;

function testWindow() {
  const seen: { menu: readonly WireMenuItem[]; pages: WirePage[]; toasts: string[] } = {
    menu: [],
    pages: [],
    toasts: [],
  };
  const window: ScriptWindow = {
    selection: undefined,
    setMenu: (_title, items) => {
      seen.menu = items;
    },
    showSidebar: (page) => seen.pages.push(page),
    showDialog: () => {},
    askPerson: async () => ({ button: "CLOSE", text: "" }),
    showToast: (text) => seen.toasts.push(text),
    select: () => {},
  };
  return { seen, window };
}

describe("menus and triggers", () => {
  let bench: AddonBench;
  beforeAll(async () => {
    bench = await openAddonBench();
  });
  afterAll(() => bench.close());
  const place = (who: "clerk" | "head") => ({ workbookId: bench.workbookId, email: emailOf(who) });

  it("opening builds the menu and does nothing else, also before first use", async () => {
    const { seen, window } = testWindow();
    await bench.host.open({ ...place("clerk"), window });
    const run = bench.lastRun();
    expect(run).toMatchObject({ functionName: "onOpen", authMode: "NONE", status: "completed", fetches: [] });
    expect(JSON.stringify(seen.menu)).toContain("登记办件");
    expect(Object.keys(run.services).sort()).toEqual(["SpreadsheetApp", "Ui"]);
    expect(run.calls).not.toHaveProperty("SpreadsheetApp.getActiveSpreadsheet");
  });

  it("every menu item opens its sidebar, or synchronises", async () => {
    for (const { name } of MENU_ITEMS) {
      const { seen, window } = testWindow();
      const result = await bench.host.menu({ ...place("clerk"), window }, name);
      expect(result).toMatchObject({ ok: true });
      // Before set-up "synchronise" leads to the settings.
      expect(seen.pages).toHaveLength(1);
    }
  });

  it("set-up asks for one trigger of each kind, once", async () => {
    await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
    await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
    const handlers = bench.services.state.triggers.map(({ handler }) => handler).sort();
    expect(handlers).toEqual(["everyHour", "nudge"]);
  });

  it("an edit marks its rows as waiting at once, and the sidebar learns of it", async () => {
    typeCase(bench, 1);
    await bench.menu("syncNow", "head");
    const { content, sync } = columnsOf(bench);
    bench.type([[1, content, "改"]]);
    const { id: sheetId } = bench.sheet(LEDGER);
    const range = { workbookId: bench.workbookId, sheetId, row: 1, column: content, rows: 1, columns: 1 };
    await bench.host.edited(place("clerk"), { range, value: "改", oldValue: undefined });
    expect(bench.lastRun()).toMatchObject({ functionName: "nudge", status: "completed" });
    expect(bench.grid(LEDGER)[1]?.[sync]).toBe("待同步");
    expect((await bench.good("syncState", [])).editedAt).toMatch(/^2026-/);
  });

  it("the clock synchronises every hour, without anybody at the keyboard", async () => {
    await bench.clock.moveTo(NOW + 2 * HOUR);
    bench.world.setNow(NOW + 2 * HOUR);
    expect(await bench.host.runDueTriggers()).toBe(1);
    expect(bench.lastRun()).toMatchObject({ functionName: "everyHour", status: "completed" });
    expect(rowsOf(bench)[0]).toMatchObject({ content: "改", sync: "已同步" });
    expect((await bench.good("syncState", [])).editedAt ?? null).toBeNull();
  });

  it("the first page tells what is overdue and due soon, in words, and the row says so too", async () => {
    typeCase(bench, 2, { receivedAt: "2026-10-08 09:00", visitor: "久等" });
    await bench.menu("syncNow", "head");
    expect(rowsOf(bench)[1]?.hint).toMatch(/^超期 \d+ 个工作日$/);
    expect(bench.grid("首页")[1]).toMatchObject(["超期", LEDGER, "2026-00002", "办理中", expect.any(String)]);
    expect(await bench.good("todos", [])).toContainEqual(expect.objectContaining({ kind: "overdue" }));
  });

  it("no token is ever logged or sent to a page", async () => {
    const token = await bench.world.token("clerk");
    const log = JSON.stringify(bench.host.executions.log.list());
    expect(log).not.toContain(token.slice(0, 20));
    expect(JSON.stringify(await bench.call("bootstrap", []))).not.toContain(token.slice(0, 20));
  });
});

describe("a centre's workbook", () => {
  let bench: AddonBench;
  beforeAll(async () => {
    bench = await openAddonBench();
  });
  afterAll(() => bench.close());

  it("shows the consolidated month with a chart, and what is overdue", async () => {
    const rows = [caseRow(), caseRow({ receivedAt: "2026-10-08T09:00:00+08:00" })];
    const body = { batchId: crypto.randomUUID(), definitionVersion: cases.version, cursor: null, rows };
    await bench.world.post("/v1/halls/west/ledgers/cases/sync", body, "west");
    const centre = bench.createWorkbook("中心", "admin");
    await bench.good("setUpWorkbook", [{ mode: "centre", id: "test-centre" }], "admin", centre);
    const month = bench.grid("月度汇总", centre);
    const received = month[0]?.findIndex((header) => header.endsWith("受理")) ?? -1;
    expect(month.find(([hall]) => hall?.startsWith("west"))?.[received]).toBe("1");
    expect(month.find(([hall]) => hall === "合计")?.[received]).toBe("1");
    expect(month.some(([cell]) => cell?.startsWith("2026-11 更新于"))).toBe(true);
    expect(bench.sheet("月度汇总", centre).charts).toHaveLength(1);
    expect(bench.grid("超期", centre)[1]?.slice(0, 4)).toEqual([
      expect.stringMatching(/^west/),
      LEDGER,
      "2026-00002",
      "senior-card",
    ]);
    expect(await bench.good("sync", [], "admin", centre)).toMatchObject({ error: null });
    const start = await bench.good("bootstrap", [], "admin", centre);
    expect(start).toMatchObject({ mode: "centre", hall: { id: "test-centre" } });
  });
});

describe("40 ledgers", () => {
  const ledgers = Array.from({ length: 40 }, (_, at) => ({
    ...bookingsV1,
    id: `bookings-${letterOf(at)}`,
    title: { zh: `预订台账${at}`, en: `Bookings ${at}` },
  }));

  /** What set-up and an idle sync of a workbook cost. */
  async function costsOf(count: number) {
    const [first = bookingsV1, ...others] = ledgers.slice(0, count);
    const bench = await openAddonBench(new FakeBackend(first, others));
    const total = () => Object.values(bench.lastRun().calls).reduce((sum, one) => sum + one, 0);
    try {
      const { sheets } = await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
      const setUp = total();
      await bench.good("sync", []);
      const { fetches } = bench.lastRun();
      return { sheets: sheets.length, setUp, idle: total(), fetches: fetches.length };
    } finally {
      await bench.close();
    }
  }

  it("cost the same for each sheet at set-up, and one question together when there is no news", async () => {
    const [few, all] = [await costsOf(10), await costsOf(40)];
    expect([few.sheets, all.sheets]).toEqual([11, 41]);
    expect((all.setUp - few.setUp) / 30).toBeLessThanOrEqual(82);
    expect((all.idle - few.idle) / 30).toBeLessThanOrEqual(4);
    // How far all feeds go is one question, whatever the number of sheets.
    expect(all.fetches).toBe(few.fetches);
  });
});

function letterOf(at: number): string {
  return String.fromCharCode(97 + Math.floor(at / 26)) + String.fromCharCode(97 + (at % 26));
}

describe("10,000 rows", () => {
  it("cost the same few service calls for 1 and for 500 changed rows, and one fetch for each 500", async () => {
    const fake = new FakeBackend(cases);
    const bench = await openAddonBench(fake);
    try {
      await bench.good("setUpWorkbook", [{ mode: "hall", id: "east" }], "head");
      const sheet = bench.sheet(LEDGER);
      for (let at = 0; at < 10_000; at++) {
        fake.write(`00000000-0000-4000-8000-${String(at).padStart(12, "0")}`, {
          receivedAt: "2026-11-02T09:05:00+08:00",
          matter: "senior-card",
          visitor: `来人${at}`,
          acceptedBy: "李四",
        });
      }
      await bench.good("sync", []);
      expect(rowsOf(bench)).toHaveLength(10_000);
      const { window } = columnsOf(bench);
      const runs: { calls: Record<string, number>; fetches: number }[] = [];
      for (const changed of [1, 500, 1100]) {
        bench.type(Array.from({ length: changed }, (_, at) => [1 + at * 9, window, `${changed}号`] as const));
        const report = await bench.good("sync", []);
        expect(report.ledgers[0]).toMatchObject({ sent: changed, pending: 0 });
        const { calls, fetches } = bench.lastRun();
        runs.push({ calls, fetches: fetches.filter((url) => url.endsWith("cases/sync")).length });
      }
      expect(runs.map(({ fetches }) => fetches)).toEqual([1, 1, 3]);
      const cellCalls = runs.map(({ calls }) =>
        Object.entries(calls).filter(([label]) => /^Range\.|^Sheet\.getDataRange/.test(label)),
      );
      const total = (entries: readonly [string, number][]) =>
        entries.reduce((sum, [, count]) => sum + count, 0);
      // A scattered write keeps what lies between: two more calls to read it, whatever the number of rows.
      expect(total(cellCalls[1] ?? []) - total(cellCalls[0] ?? [])).toBeLessThanOrEqual(4);
      expect(total(cellCalls[2] ?? [])).toBe(total(cellCalls[1] ?? []));
      expect(sheet.lastRow()).toBe(10_001);
    } finally {
      await bench.close();
    }
  });
});
