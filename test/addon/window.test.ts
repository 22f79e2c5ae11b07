// What a sheet holds: open rows and this year's, former years on wish, sheets that only show, and sheets put away.
import { describe, expect, it } from "vitest";
import { makeRpc } from "../../addon/rpc.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { FakeBackend } from "./support/fake-backend.ts";
import { type MemoryBench, memoryBench } from "./support/memory-bench.ts";
import { bookingsV1 } from "./support/tennis-club.ts";

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`;
const values = (player: string) => ({ day: "2025-05-05", player, court: "clay" });
const players = (bench: MemoryBench) => bench.rows().map(({ player }) => player);

/** Three closed rows of last year, one open one, and one of this year; all of them in the sheet. */
function lastYear(ledger: Ledger = bookingsV1) {
  const backend = new FakeBackend(ledger);
  const bench = memoryBench(ledger, backend);
  for (const at of [1, 2, 3]) backend.writeOf(2025, idOf(at), values(`旧${at}`), false);
  backend.writeOf(2025, idOf(4), values("在办"), false);
  backend.write(idOf(5), values("今年"));
  bench.sync();
  return { backend, bench, rpc: makeRpc(() => bench.surroundings()) };
}

function close(backend: FakeBackend, ...numbers: number[]) {
  for (const at of numbers) {
    backend.closed.add(idOf(at));
    backend.write(idOf(at), { remark: "办完" });
  }
}

describe("closed rows of a former year", () => {
  it("leave the sheet, and nothing else does", () => {
    const { backend, bench } = lastYear();
    expect(players(bench)).toEqual(["旧1", "旧2", "旧3", "在办", "今年"]);
    close(backend, 1, 3, 5);
    bench.sync();
    bench.sync();
    expect(players(bench)).toEqual(["旧2", "在办", "今年"]);
    expect(bench.sync()).toMatchObject({ sent: 0, repairs: [], pending: 0 });
    // They are not missing: nobody is asked about them.
    const report = makeRpc(() => bench.surroundings()).syncState();
    expect(report.ok && report.value.ledgers[0]?.missing).toEqual([]);
  });

  it("stay while they hold something that the backend has not, or a note in a column of somebody's own", () => {
    const { backend, bench } = lastYear();
    close(backend, 1, 2, 3);
    bench.host.insertColumn(bench.sheet(), bench.column("guests"));
    bench.host.type(bench.sheet(), 1, bench.column("guests") - 1, "自己的栏");
    bench.host.type(bench.sheet(), 2, bench.column("guests") - 1, "等他电话");
    backend.interrupt = () => "unreachable";
    bench.type(3, { guests: "7" });
    bench.sync();
    expect(players(bench)).toEqual(["旧1", "旧2", "旧3", "在办", "今年"]);
    backend.interrupt = null;
    bench.tick(60_000);
    bench.sync();
    bench.sync();
    expect(players(bench)).toEqual(["旧1", "在办", "今年"]);
    expect(backend.rows.get(idOf(2))?.values).toMatchObject({ guests: "7" });
  });

  it("are not taken out where somebody sorts at that moment", () => {
    const { backend, bench } = lastYear();
    close(backend, 1, 2);
    bench.sync();
    const { host } = bench;
    const readArea = host.readArea.bind(host);
    host.readArea = (sheet, ...area) => {
      if (sheet === bench.sheet()) host.rows(sheet, (rows) => [...rows].reverse());
      return readArea(sheet, ...area);
    };
    bench.sync();
    expect(players(bench).sort()).toEqual(["今年", "在办", "旧1", "旧2", "旧3"].sort());
    host.readArea = readArea;
    bench.sync();
    expect(players(bench)).toEqual(["今年", "在办", "旧3"]);
  });

  it("come on wish by year, take changes, and go again", () => {
    const { backend, bench, rpc } = lastYear();
    close(backend, 1, 2, 3);
    bench.sync();
    bench.sync();
    expect(players(bench)).toEqual(["在办", "今年"]);
    expect(rpc.showYear({ year: "2025", shown: true })).toEqual({ ok: true, value: { rows: 4 } });
    expect(players(bench)).toEqual(["在办", "今年", "旧1", "旧2", "旧3"]);
    expect(bench.sync()).toMatchObject({ sent: 0, repairs: [] });
    bench.type(4, { guests: "3" });
    expect(bench.sync()).toMatchObject({ sent: 1, byStatus: { accepted: 1 } });
    expect(rpc.showYear({ year: "2025", shown: false }).ok).toBe(true);
    expect(players(bench)).toEqual(["在办", "今年"]);
  });

  it("are not promised while the backend is away", () => {
    const { backend, rpc } = lastYear();
    backend.interrupt = () => "unreachable";
    expect(rpc.showYear({ year: "2025", shown: true })).toMatchObject({ ok: false });
    backend.interrupt = null;
    expect(rpc.syncState()).toMatchObject({ ok: true, value: { years: [] } });
  });
});

describe("a sheet that only shows", () => {
  const shown: Ledger = { ...bookingsV1, written: "verbs" };

  function shows() {
    const backend = new FakeBackend(shown);
    const bench = memoryBench(shown, backend);
    for (const at of [1, 2, 3]) backend.write(idOf(at), values(`甲${at}`));
    const keep = makeRpc(() => bench.surroundings());
    expect(keep.chooseSheets({ ledgers: [shown.id] })).toMatchObject({ ok: true });
    return { backend, bench };
  }

  it("is pulled, wholly guarded, and without drop-downs", () => {
    const { bench } = shows();
    expect(players(bench)).toEqual(["甲1", "甲2", "甲3"]);
    const layout = bench.host.layoutOf(bench.sheet());
    expect(layout.guarded).toBe(true);
    expect(layout.columns.every(({ guarded, rule }) => guarded && rule === null)).toBe(true);
  });

  it("sends nothing, and is put right when somebody types, copies, empties or deletes in it", () => {
    const { backend, bench } = shows();
    backend.takeSent();
    bench.type(2, { player: "改名" });
    bench.type(6, { player: "新行", day: "2026-01-01" });
    const copied = bench.host.grid(bench.sheet())[2] ?? [];
    bench.host.rows(bench.sheet(), (rows) => [...rows.filter((_, at) => at !== 2), copied]);
    expect(bench.sync()).toMatchObject({ sent: 0, repairs: [{ what: { en: /only shows/ } }] });
    expect(backend.takeSent()).toEqual([]);
    expect(players(bench).sort()).toEqual(["甲1", "甲2", "甲3"]);
    expect(bench.sync()).toMatchObject({ sent: 0, repairs: [] });
  });

  it("keeps what it shows while the backend is away", () => {
    const { backend, bench } = shows();
    backend.interrupt = () => "unreachable";
    bench.type(2, { player: "改名" });
    bench.sync();
    expect(players(bench)).toEqual(["改名", "甲2", "甲3"]);
    backend.interrupt = null;
    bench.tick(60_000);
    bench.sync();
    expect(players(bench)).toEqual(["甲1", "甲2", "甲3"]);
  });
});

describe("the ledgers that a hall keeps as sheets", () => {
  const second: Ledger = { ...bookingsV1, id: "second", title: { zh: "第二本", en: "Second" } };
  const restricted: Ledger = {
    ...bookingsV1,
    id: "secret",
    title: { zh: "不入表", en: "Secret" },
    restricted: true,
  };
  const forHeads: Ledger = {
    ...bookingsV1,
    id: "heads",
    title: { zh: "负责人的", en: "Heads" },
    access: { ...bookingsV1.access, upsert: ["hallHead"] },
  };

  function hall() {
    const backend = new FakeBackend(bookingsV1, [second, restricted, forHeads]);
    const bench = memoryBench(bookingsV1, backend, undefined, [bookingsV1, second, restricted, forHeads]);
    return { backend, bench, rpc: makeRpc(() => bench.surroundings()) };
  }

  it("are those that its clerks fill in, until it chooses; what is restricted is never one", () => {
    const { rpc } = hall();
    const choices = rpc.sheetChoices();
    expect(choices.ok && choices.value.map(({ ledger, kept }) => [ledger, kept])).toEqual([
      ["bookings", true],
      ["second", true],
      ["heads", false],
    ]);
    expect(rpc.chooseSheets({ ledgers: ["bookings", "heads", "secret"] })).toMatchObject({ ok: true });
    expect(rpc.bootstrap()).toMatchObject({ ok: true, value: { ledgers: ["bookings", "heads"] } });
  });

  it("are hidden with what they hold when they are given up, and come back as they were", () => {
    const { bench, rpc } = hall();
    bench.type(2, { day: "2026-11-20", player: "甲", court: "红土" });
    bench.sync();
    expect(rpc.chooseSheets({ ledgers: ["second"] })).toMatchObject({ ok: true });
    expect(bench.host.isHidden(bench.sheet())).toBe(true);
    expect(players(bench)).toEqual(["甲"]);
    expect(rpc.chooseSheets({ ledgers: ["bookings", "second"] })).toMatchObject({ ok: true });
    expect(bench.host.isHidden(bench.sheet())).toBe(false);
    expect(bench.sync()).toMatchObject({ sent: 0, repairs: [], pending: 0 });
  });

  it("are not given up while rows wait in them", () => {
    const { backend, bench, rpc } = hall();
    backend.interrupt = ({ url }) => (url.includes("/sync") ? "unreachable" : null);
    bench.type(2, { day: "2026-11-20", player: "乙", court: "红土" });
    expect(rpc.chooseSheets({ ledgers: ["second"] })).toMatchObject({
      ok: false,
      message: { zh: expect.stringContaining("“订场”里还有没同步好的行") },
    });
    expect(bench.host.isHidden(bench.sheet())).toBe(false);
  });
});
