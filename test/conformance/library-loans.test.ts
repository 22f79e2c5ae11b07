// A new ledger takes one file and one line, and has its sheet, its routes and its roll-up; its form stands in forms.test.ts.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recount } from "../../functions/use-cases/recount.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { FakeBackend } from "../addon/support/fake-backend.ts";
import { memoryBench } from "../addon/support/memory-bench.ts";
import { batch, createWorld, testHall, type World } from "../support/world.ts";
import { libraryLoans } from "./library-loans.ts";

let world: World;
beforeAll(async () => {
  // The one line.
  world = await createWorld(() => ({ ledgers: [...LEDGERS, libraryLoans] }));
});
afterAll(() => world.close());

const LOANS = "/v1/halls/east/ledgers/library-loans";
const loan = { lentOn: "2026-11-02", kind: "novel", title: "红楼梦", volumes: 4, reader: "林样例" };

test("its sheet has its columns, takes what is typed, and shows the number that comes back", () => {
  const backend = new FakeBackend(libraryLoans);
  const bench = memoryBench(libraryLoans, backend);
  const header = bench.host.grid(bench.sheet())[0] ?? [];
  expect(header.slice(5, 10)).toEqual(["借出日期", "类别", "书名", "册数", "读者"]);
  bench.type(2, { lentOn: "2026年11月2日", kind: "小说", title: "红楼梦", volumes: "4", reader: "林样例" });
  expect(bench.sync()).toMatchObject({ sent: 1, problem: null });
  expect(backend.takeSent()).toMatchObject([{ values: { kind: "小说", title: "红楼梦" } }]);
  expect(bench.rows()).toMatchObject([{ serial: "2026-00001", sync: "已同步", title: "红楼梦" }]);
});

test("its routes describe it, take its rows and steps, and refuse what its rule refuses", async () => {
  const definition = await world.get<{ id: string; fields: unknown[] }>("/v1/ledgers/library-loans");
  expect(definition.body.fields).toHaveLength(5);
  const id = randomUUID();
  const send = async (row: object) => {
    const { body } = await world.post<SyncAnswer>(`${LOANS}/sync`, batch([row]));
    return body.results[0];
  };
  const entered = await send({ id, baseVersion: 0, action: "upsert", values: loan });
  expect(entered).toMatchObject({ status: "accepted", serial: "2026-00001", current: { overdue: true } });
  const refused = { ...loan, kind: "工具书" };
  expect(await send({ id: randomUUID(), baseVersion: 0, action: "upsert", values: refused })).toMatchObject({
    status: "refused",
    problems: [{ code: "reference_only", field: "kind" }],
  });
  const returned = await send({
    id,
    baseVersion: 1,
    action: "return",
    values: { returnedOn: "2026-11-12" },
  });
  expect(returned).toMatchObject({ status: "accepted", current: { status: "returned", onTime: true } });
  const { body } = await world.get<{ rows: { values: object }[] }>(`${LOANS}/records?period=2026-11`);
  expect(body.rows.map(({ values }) => values)).toEqual([loan]);
});

test("the centre's month has its figure, which equals the recount", async () => {
  const { body } = await world.get<{ total: Record<string, { live: number }> }>(
    "/v1/centre/roll-ups?period=2026-11",
    "director",
  );
  expect(body.total["library-loans.volumes"]?.live).toBe(4);
  expect(await recount(world.deps.table, testHall("east"), libraryLoans)).toEqual([]);
});
