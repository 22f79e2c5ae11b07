// The sync engine on any ledger: migrations, names in part, limits of time and size, counts of calls.
import { describe, expect, it } from "vitest";
import { makeRpc } from "../../addon/rpc.ts";
import { longText } from "../../shared/ledger/fields/text.ts";
import { FakeBackend } from "./support/fake-backend.ts";
import { type MemoryBench, memoryBench } from "./support/memory-bench.ts";
import { bookingsV1, bookingsV2 } from "./support/tennis-club.ts";

const booking = {
  day: "2026-11-20",
  player: "欧阳娜娜",
  court: "红土",
  guests: "2",
  fee: "12.50",
  paid: "是",
};

function club(count = 3): { backend: FakeBackend; bench: MemoryBench } {
  const backend = new FakeBackend(bookingsV1);
  const bench = memoryBench(bookingsV1, backend);
  for (let at = 0; at < count; at++) {
    bench.type(at + 2, { ...booking, guests: String(at), remark: `备注${at}` });
  }
  bench.sync();
  backend.takeSent();
  return { backend, bench };
}

describe("a changed definition", () => {
  it("adds, renames and lets go of columns without losing a cell or making a row dirty", () => {
    const { backend, bench } = club();
    const remarks = () => {
      const grid = bench.host.grid(bench.sheet());
      const at = grid[0]?.indexOf("备注") ?? -1;
      return grid.slice(1).map((line) => line[at]);
    };
    expect(bench.sync(bookingsV2)).toMatchObject({ sent: 0, problem: null });
    expect(backend.takeSent()).toEqual([]);
    const header = bench.host.grid(bench.sheet())[0];
    expect(header?.slice(5, 9)).toEqual(["日期", "球员", "教练", "球场"]);
    expect(remarks()).toEqual(["备注0", "备注1", "备注2"]);
    expect(bench.rows()).toMatchObject([{ court: "红土", guests: "0", sync: "已同步" }, {}, {}]);
    bench.type(2, { coach: "郑教练" });
    bench.sync(bookingsV2);
    expect(backend.takeSent()).toMatchObject([{ values: { coach: "郑教练" } }]);
    expect(bench.sync(bookingsV2)).toMatchObject({ sent: 0, repairs: [] });
  });

  it("keeps rows dirty that were dirty", () => {
    const { backend, bench } = club();
    bench.type(3, { guests: "9" });
    bench.sync(bookingsV2);
    expect(backend.takeSent()).toMatchObject([{ values: { guests: "9" } }]);
    expect(bench.sync(bookingsV2)).toMatchObject({ sent: 0 });
  });

  it("brings down what newer workbooks have filled in", () => {
    const { backend, bench } = club(1);
    const [id = ""] = backend.rows.keys();
    backend.write(id, { coach: "李教练" });
    bench.sync();
    expect(bench.sync(bookingsV2).problem).toBeNull();
    expect(bench.rows()).toMatchObject([{ coach: "李教练" }]);
  });
});

describe("personal names", () => {
  it("shown in part are neither changes nor sent; in full again they come back", () => {
    const { backend, bench } = club();
    const rpc = makeRpc(() => bench.surroundings());
    rpc.saveSettings({ locale: "zh", projection: "surname" });
    expect(bench.rows().map(({ player }) => player)).toEqual(["欧**", "欧**", "欧**"]);
    expect(bench.sync()).toMatchObject({ sent: 0 });
    bench.type(2, { guests: "7" });
    bench.sync();
    expect(backend.takeSent()).toEqual([expect.objectContaining({ values: { guests: "7" } })]);
    rpc.saveSettings({ locale: "zh", projection: "full" });
    expect(bench.rows().map(({ player }) => player)).toEqual(["欧阳娜娜", "欧阳娜娜", "欧阳娜娜"]);
    expect(bench.sync()).toMatchObject({ sent: 0 });
  });

  it("typed into a new row are sent whole and then shown in part; typed over, they change", () => {
    const { backend, bench } = club(1);
    makeRpc(() => bench.surroundings()).saveSettings({ locale: "zh", projection: "caseNumberOnly" });
    bench.type(3, { ...booking, player: "慕容雪" });
    bench.type(2, { player: "司马光" });
    bench.sync();
    expect(
      backend
        .takeSent()
        .map(({ values }) => values.player)
        .sort(),
    ).toEqual(["司马光", "慕容雪"].sort());
    expect(bench.rows().map(({ player }) => player)).toEqual(["***", "***"]);
    expect(bench.sync()).toMatchObject({ sent: 0 });
  });
});

describe("texts", () => {
  it("keep what they are: formulas, commas in numbers, yes and no, full-width spaces", () => {
    const { backend, bench } = club(1);
    backend.write([...backend.rows.keys()][0] ?? "", { remark: "=1+1", fee: 123456, paid: false });
    bench.sync();
    expect(bench.rows()).toMatchObject([{ remark: "=1+1", fee: "1234.56", paid: "否" }]);
    bench.type(2, { fee: "1,234.56", remark: "'=1+1", paid: "FALSE" });
    expect(bench.sync()).toMatchObject({ sent: 0 });
  });
});

describe("a change taken back", () => {
  it("brings to light what others changed meanwhile", () => {
    const { backend, bench } = club(1);
    const [id = ""] = backend.rows.keys();
    bench.type(2, { guests: "7" });
    backend.write(id, { guests: "8" });
    expect(bench.sync()).toMatchObject({ byStatus: { conflict: 1 } });
    bench.type(2, { guests: "0" });
    backend.write(id, { remark: "再改" });
    bench.sync();
    expect(bench.rows()).toMatchObject([{ guests: "8", remark: "再改", sync: "已同步" }]);
  });

  it("also where the row had been deleted and comes back by undoing", () => {
    const { backend, bench } = club(2);
    const [id = ""] = backend.rows.keys();
    const before = bench.host.grid(bench.sheet())[1] ?? [];
    bench.host.rows(bench.sheet(), (rows) => rows.slice(1));
    backend.write(id, { guests: "5" });
    bench.sync();
    bench.host.rows(bench.sheet(), (rows) => [before, ...rows]);
    bench.sync();
    expect(bench.rows()[0]).toMatchObject({ guests: "5", sync: "已同步" });
  });
});

describe("values that fit no cell", () => {
  it("wait beside the row while the backend is away, and are sent with it", () => {
    const secret = longText({ label: { zh: "密", en: "Secret" }, hidden: true });
    const ledger = { ...bookingsV1, fields: { ...bookingsV1.fields, secret } };
    const backend = new FakeBackend(ledger);
    const bench = memoryBench(ledger, backend);
    const rpc = makeRpc(() => bench.surroundings());
    const id = "6a6f3b1e-5f0a-4c55-9c11-0a1b2c3d4e5f";
    const values = { day: "2026-11-20", player: "甲", court: "clay", secret: "只此一处" };
    backend.interrupt = () => "unreachable";
    const request = { ledger: "bookings", id, baseVersion: 0, action: "upsert", values };
    expect(rpc.saveRow(request)).toMatchObject({ ok: true, value: { status: "pending" } });
    backend.interrupt = null;
    bench.sync();
    expect(backend.rows.get(id)?.values).toMatchObject({ secret: "只此一处", player: "甲" });
    backend.interrupt = () => "unreachable";
    rpc.saveRow({ ...request, baseVersion: 1, values: { secret: "改过" } });
    bench.sync();
    backend.interrupt = null;
    bench.sync();
    expect(backend.rows.get(id)?.values.secret).toBe("改过");
    expect(bench.sync()).toMatchObject({ sent: 0, pending: 0 });
  });
});

describe("time", () => {
  it("stops in time, keeps what it has, and goes on in the next run", () => {
    const backend = new FakeBackend(bookingsV1);
    const bench = memoryBench(bookingsV1, backend);
    const lines = Array.from({ length: 1600 }, (_, at) => ["2026-11-20", `球员${at}`, "红土"]);
    bench.host.writeArea(bench.sheet(), 2, bench.column("day"), lines);
    backend.interrupt = () => {
      bench.tick(100_000);
      return null;
    };
    expect(bench.sync()).toMatchObject({ sent: 1000, unfinished: true, pending: 600 });
    backend.interrupt = null;
    expect(bench.sync()).toMatchObject({ sent: 600, unfinished: false, pending: 0 });
    expect(backend.rows.size).toBe(1600);
  });

  it("waits for a busy backend, and takes no half answer for success", () => {
    const { backend, bench } = club(1);
    bench.type(2, { guests: "5" });
    let tries = 0;
    backend.interrupt = () => (++tries < 3 ? { status: 429, body: "" } : null);
    expect(bench.sync()).toMatchObject({ sent: 1, pending: 0 });
    bench.type(2, { guests: "6" });
    backend.interrupt = () => ({ status: 200, body: '{"results":[{"id":"x"' });
    expect(bench.sync()).toMatchObject({ sent: 0, pending: 1, problem: { kind: "away" } });
    expect(bench.rows()).toMatchObject([{ guests: "6", sync: "待同步" }]);
    backend.interrupt = () => "unreachable";
    expect(bench.sync()).toMatchObject({ pending: 1 });
    backend.interrupt = null;
    expect(bench.sync()).toMatchObject({ sent: 1, pending: 0 });
  });
});

describe("size", () => {
  const RUNS = [1, 500, 1200];

  it("takes the same number of calls for 1 and for 500 changed rows of 10,000, and a fetch for each 500", () => {
    const backend = new FakeBackend(bookingsV1);
    const bench = memoryBench(bookingsV1, backend);
    const sheet = bench.sheet();
    const { host } = bench;
    const [first, guests] = [bench.column("day"), bench.column("guests")];
    host.writeArea(
      sheet,
      2,
      first,
      Array.from({ length: 10_000 }, (_, at) => ["2026-11-20", `球员${at}`, "红土", "1", "", "", String(at)]),
    );
    bench.sync();
    expect(backend.rows.size).toBe(10_000);
    const counts = RUNS.map((changed) => {
      for (let at = 0; at < changed; at++) host.type(sheet, 2 + at * 8, guests, String(100 + changed));
      host.calls.splice(0);
      backend.takeSent();
      const started = performance.now();
      const report = bench.sync();
      expect(performance.now() - started).toBeLessThan(20_000);
      expect(report).toMatchObject({ sent: changed, pending: 0 });
      const fetches = backend.requests.length;
      return { calls: host.calls.filter((name) => name !== "flush").length, fetches };
    });
    expect(counts.map(({ fetches }) => fetches)).toEqual([1, 1, 3]);
    expect(new Set(counts.map(({ calls }) => calls)).size).toBe(1);
    expect(counts[0]?.calls).toBeLessThanOrEqual(14);
  });

  it("keeps batches below the backend's limit of bytes", () => {
    const backend = new FakeBackend(bookingsV1);
    const bench = memoryBench(bookingsV1, backend);
    for (let at = 0; at < 400; at++) bench.type(at + 2, { ...booking, remark: "字".repeat(999) });
    let largest = 0;
    backend.interrupt = ({ body }) => {
      largest = Math.max(largest, Buffer.byteLength(body ?? ""));
      return null;
    };
    bench.sync();
    expect(backend.rows.size).toBe(400);
    expect(largest).toBeLessThan(1_000_000);
  });
});
