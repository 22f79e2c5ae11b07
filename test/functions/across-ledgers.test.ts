// Rules that look at other rows, steps judged by who takes them, and writes that follow in other ledgers.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recount } from "../../functions/use-cases/recount.ts";
import type { RowView } from "../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../functions/use-cases/sync-rows.ts";
import { batch, createWorld, testHall, type Who, type World } from "../support/world.ts";
import { banOf, bans, loans, shelves } from "./support/library.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({ ledgers: [loans, bans, shelves] }));
});
afterAll(() => world.close());

const LOANS = "/v1/halls/east/ledgers/loans";

const loan = (book: string, reader = "p-clerk", more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  baseVersion: 0,
  action: "upsert",
  values: { lentOn: "2026-11-02", book, reader },
  ...more,
});

async function send(rows: unknown[], who: Who = "clerk", ledger = "loans") {
  const { status, body } = await world.post<SyncAnswer>(
    `/v1/halls/east/ledgers/${ledger}/sync`,
    batch(rows),
    who,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body.results;
}

const codes = (results: SyncAnswer["results"]) =>
  results.map(({ status, problems }) => problems[0]?.code ?? status);

async function rowsIn(ledger: string): Promise<readonly RowView[]> {
  const { body } = await world.get<{ rows: RowView[] }>(
    `/v1/halls/east/ledgers/${ledger}/records?period=2026-11`,
    "head",
  );
  return body.rows;
}

describe("a rule that looks at other rows", () => {
  test("sees those that came before it in the same call, and those stored", async () => {
    expect(codes(await send([loan("三国"), loan("水浒"), loan("三国")]))).toEqual([
      "accepted",
      "accepted",
      "lent_already",
    ]);
    expect(codes(await send([loan("水浒")]))).toEqual(["lent_already"]);
  });

  test("lets one of many at once through, in one call or in several", async () => {
    const calls = Array.from({ length: 6 }, () => send([loan("红楼"), loan("红楼")]));
    const all = (await Promise.all(calls)).flat();
    expect(all.filter(({ status }) => status === "accepted")).toHaveLength(1);
  });

  test("knows the hall's people, and nobody else", async () => {
    expect(codes(await send([loan("西游", "p-west"), loan("西游", "p-clerk2")]))).toEqual([
      "nobody",
      "accepted",
    ]);
  });

  test("sees what another ledger says on the day, and decides anew when that changes meanwhile", async () => {
    const ban = (reader: string) => ({
      id: randomUUID(),
      baseVersion: 0,
      action: "upsert",
      values: { bannedOn: "2026-11-02", reader },
    });
    const [banned] = await Promise.all([
      send([ban("p-nobody")], "head", "bans"),
      ...Array.from({ length: 4 }, (_, at) => send([loan(`书${at}`, "p-clerk2")])),
    ]);
    expect(codes(banned)).toEqual(["accepted"]);
    await send([ban("p-clerk2")], "head", "bans");
    expect(codes(await send([loan("禁书", "p-clerk2")]))).toEqual(["banned"]);
  });
});

test("a step is judged by who takes it, and keeps the roles in which it was taken", async () => {
  const row = loan("论语");
  await send([row]);
  const back = { id: row.id, baseVersion: 1, action: "giveBack", values: {} };
  expect(codes(await send([back]))).toEqual(["own_return"]);
  const [taken] = await send([back], "head");
  expect(taken?.current).toMatchObject({ status: "closed" });
  const { body } = await world.get<{ events: unknown[] }>(`${LOANS}/records/${row.id}`);
  expect(body.events).toMatchObject([{ action: "giveBack", by: "p-head", roles: ["hallHead"] }]);
});

describe("what follows in another ledger", () => {
  test("is written in the same transaction, with its own number and figures", async () => {
    const row = loan("孟子");
    await send([row]);
    const before = (await rowsIn("bans")).length;
    const lose = { id: row.id, baseVersion: 1, action: "lose", values: {} };
    expect(codes(await send([lose, loan("大学", "p-clerk")]))).toEqual(["accepted", "banned"]);
    const after = await rowsIn("bans");
    expect(after.length).toBe(before + 1);
    expect(after.find(({ id }) => id === banOf(row.id))).toMatchObject({
      values: { reader: "p-clerk" },
      syncedBy: "p-clerk",
    });
    for (const ledger of [loans, bans]) {
      expect(await recount(world.deps.table, testHall("east"), ledger)).toEqual([]);
    }
  });

  test("refuses the whole when it is refused: nothing of either is written", async () => {
    const row = loan("中庸", "p-head");
    expect(codes(await send([row]))).toEqual(["accepted"]);
    const before = (await rowsIn("bans")).length;
    const lose = { id: row.id, baseVersion: 1, action: "lose", values: {} };
    expect(codes(await send([lose]))).toEqual(["nobody"]);
    expect((await rowsIn("bans")).length).toBe(before);
    expect((await rowsIn("loans")).find(({ id }) => id === row.id)).toMatchObject({ status: "open" });
  });
});

describe("a centre's own ledger", () => {
  const SHELVES = "/v1/halls/test-centre/ledgers/shelves";
  const shelf = { id: randomUUID(), baseVersion: 0, action: "upsert", values: { builtOn: "2026-11-02" } };

  test("is kept in the centre's place, written by its people and read by those of its halls", async () => {
    const made = await world.post<SyncAnswer>(`${SHELVES}/sync`, batch([shelf]), "admin");
    expect(codes(made.body.results)).toEqual(["accepted"]);
    expect((await world.get(`${SHELVES}/records/${shelf.id}`, "clerk")).status).toBe(200);
    expect(
      codes(
        (await world.post<SyncAnswer>(`${SHELVES}/sync`, batch([{ ...shelf, id: randomUUID() }]))).body
          .results,
      ),
    ).toEqual(["not_permitted"]);
  });

  test("is nowhere else, and the centre has no halls' ledgers", async () => {
    expect((await world.get("/v1/halls/east/ledgers/shelves/records?period=2026-11", "admin")).status).toBe(
      404,
    );
    expect(
      (await world.get("/v1/halls/test-centre/ledgers/loans/records?period=2026-11", "admin")).status,
    ).toBe(404);
  });
});

describe("files of a row", () => {
  const PNG = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
    1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
  ]);
  const upload = async (bytes: Uint8Array, who: Who = "clerk", name = "照片.png") =>
    world.app.request(`${LOANS}/attachments?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: bytes.slice().buffer,
      headers: { authorization: `Bearer ${await world.token(who)}` },
    });
  const fetchKey = async (key: string, who: Who) =>
    world.app.request(`${LOANS}/attachments/${key}`, {
      headers: { authorization: `Bearer ${await world.token(who)}` },
    });

  test("are kept by what they are, and fetched by whoever may read the ledger", async () => {
    const answer = await upload(PNG);
    expect(answer.status).toBe(201);
    const kept: { key: string } = JSON.parse(await answer.text());
    expect(kept).toMatchObject({ name: "照片.png", type: "image/png", bytes: PNG.length });
    const row = loan("诗经", "p-head");
    const values = {
      ...row.values,
      photos: [kept],
      state: [{ item: "pages", ok: false, note: "缺页", photo: kept.key }],
    };
    expect(codes(await send([{ ...row, values }]))).toEqual(["accepted"]);
    const found = await fetchKey(kept.key, "head");
    expect([found.status, found.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(new Uint8Array(await found.arrayBuffer())).toEqual(PNG);
    expect((await fetchKey(kept.key, "west")).status).toBe(403);
  });

  test.each([
    [
      "of another type, whatever its name says",
      new TextEncoder().encode("<script>alert(1)</script>"),
      415,
      "attachment_type",
    ],
    ["that is empty", new Uint8Array(), 422, "attachment_empty"],
    ["that is too large", new Uint8Array(4_000_001), 413, "attachment_too_large"],
  ])("%s are refused", async (_, bytes, status, code) => {
    const answer = await upload(bytes);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test("are not taken from those who may not write, nor found under a key that is none", async () => {
    expect((await upload(PNG, "admin")).status).toBe(403);
    expect((await fetchKey("..%2Fsecret.png", "clerk")).status).toBe(404);
    expect((await fetchKey(`${randomUUID()}.png`, "clerk")).status).toBe(404);
  });

  test("in a row must be such that were uploaded, and contents checked once each", async () => {
    const row = loan("易经");
    const bad = (more: Record<string, unknown>) => send([{ ...row, values: { ...row.values, ...more } }]);
    expect(codes(await bad({ photos: [{ key: "x.png", name: "x", type: "image/png", bytes: 1 }] }))).toEqual([
      "wrong_type",
    ]);
    const twice = [
      { item: "cover", ok: true },
      { item: "cover", ok: false },
    ];
    expect(codes(await bad({ state: twice }))).toEqual(["wrong_type"]);
  });
});
