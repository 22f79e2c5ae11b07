// Requests that are wrong as a whole: each is refused with a problem of its own, in both languages, never with 500.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { batch, caseRow, createWorld, SYNC, type Who, type World } from "../../support/world.ts";
import type { WholeProblem } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function raw(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
  {
    path = SYNC,
    who = "clerk",
    headers = {},
  }: { path?: string; who?: Who; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: WholeProblem }> {
  const response = await world.app.request(path, {
    method: "POST",
    body,
    headers: {
      authorization: `Bearer ${await world.token(who)}`,
      "content-type": "application/json",
      ...headers,
    },
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  return { status: response.status, body: JSON.parse(await response.text()) };
}

function expectProblem(answer: { status: number; body: WholeProblem }, status: number, code: string): void {
  expect([answer.status, answer.body.status, answer.body.code]).toEqual([status, status, code]);
  expect(answer.body.type).toBe(`urn:hall-ledger:problem:${code}`);
  expect(answer.body.title).toBe(answer.body.message.zh);
  expect(answer.body.title).toMatch(/\p{Script=Han}/u);
  expect(answer.body.detail).toBe(answer.body.message.en);
  expect(JSON.stringify(answer.body)).not.toMatch(/\.ts:|node_modules|at async/);
}

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

describe("a body", () => {
  test.each<[string, string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null]>([
    ["that is empty", ""],
    ["that is absent", null],
    ["that is no JSON", "rows=1"],
    ["that ends too early", '{"batchId": "12345678", "rows": ['],
    ["with a trailing comma", '{"rows":[],}'],
    ["with a bare NaN", '{"definitionVersion": NaN}'],
    ["that is not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ["of null bytes", new Uint8Array(10)],
  ])("%s is malformed", async (_, body) => {
    expectProblem(await raw(body), 400, "malformed_json");
  });

  test.each([
    ["lists", nested(200_000, "[", "]")],
    ["lists a little too deep", JSON.stringify(batch([JSON.parse(nested(20, "[", "]"))]))],
    ["objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ])("nested too deeply in %s is refused", async (_, body) => {
    expectProblem(await raw(body), 400, "nested_too_deeply");
  });

  test("over 1 MB is refused by its length", async () => {
    expectProblem(await raw("x".repeat(1_000_001)), 413, "body_too_large");
  });

  test("over 1 MB is refused by its announced length, unread", async () => {
    expectProblem(await raw("{}", { headers: { "content-length": "1000001" } }), 413, "body_too_large");
  });

  test("over 1 MB without a length is refused while it is read", async () => {
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces++;
        controller.enqueue(new Uint8Array(100_000).fill(0x20));
      },
    });
    expectProblem(await raw(endless), 413, "body_too_large");
    expect(pieces).toBeLessThan(20);
  });

  test("of just 1 MB is read", async () => {
    const text = JSON.stringify(batch([caseRow()]));
    const padding = " ".repeat(1_000_000 - Buffer.byteLength(text));
    const response = await world.app.request(SYNC, {
      method: "POST",
      body: text + padding,
      headers: { authorization: `Bearer ${await world.token("clerk")}` },
    });
    expect(response.status).toBe(200);
  });
});

describe("the members of a sync", () => {
  const sound = batch([]);
  test.each<[string, unknown, string]>([
    ["a list for the whole", [], ""],
    ["null for the whole", null, ""],
    ["a text for the whole", "sync", ""],
    ["an unknown member", { ...sound, colour: "red" }, "colour"],
    ["a member named __proto__", JSON.parse('{"__proto__":{"a":1}}'), "__proto__"],
    ["no batch id", { ...sound, batchId: undefined }, "batchId"],
    ["a batch id too short", { ...sound, batchId: "1" }, "batchId"],
    ["a batch id too long", { ...sound, batchId: "x".repeat(65) }, "batchId"],
    ["a batch id with a slash", { ...sound, batchId: "../../etc" }, "batchId"],
    ["a batch id that is a number", { ...sound, batchId: 12345678 }, "batchId"],
    ["a definition version in words", { ...sound, definitionVersion: "1" }, "definitionVersion"],
    ["definition version 0", { ...sound, definitionVersion: 0 }, "definitionVersion"],
    ["a cursor below 0", { ...sound, cursor: -1 }, "cursor"],
    ["half a cursor", { ...sound, cursor: 1.5 }, "cursor"],
    ["a huge cursor", { ...sound, cursor: 1e300 }, "cursor"],
    ["a cursor in words", { ...sound, cursor: "12" }, "cursor"],
    ["rows that are null", { ...sound, rows: null }, "rows"],
    ["rows that are an object", { ...sound, rows: { 0: caseRow() } }, "rows"],
    ["no rows", { ...sound, rows: undefined }, "rows"],
    ["an author who is an object", { ...sound, enteredBy: {} }, "enteredBy"],
  ])("%s", async (_, body, field) => {
    const answer = await raw(JSON.stringify(body));
    expectProblem(answer, 400, "wrong_shape");
    expect(answer.body.field ?? "").toBe(field);
    expect(answer.body.message.zh).not.toMatch(/Invalid|expected|Unrecognized/);
  });

  test("a number that JSON reads as infinite", async () => {
    const row = JSON.stringify(caseRow({ feeInFen: 12345 })).replace("12345", "1e999");
    const text = JSON.stringify(batch([])).replace("[]", `[${row}]`);
    const response = await world.app.request(SYNC, {
      method: "POST",
      body: text,
      headers: { authorization: `Bearer ${await world.token("clerk")}` },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("out_of_range");
  });

  test("a cursor ahead of everything gets nothing and harms nothing", async () => {
    const { status, body } = await world.post(SYNC, batch([], { cursor: Number.MAX_SAFE_INTEGER }));
    expect([status, body.changes]).toEqual([200, []]);
  });
});

describe("places", () => {
  test.each([
    ["an unknown hall", "/v1/halls/nowhere/ledgers/cases/sync", 404, "unknown_hall"],
    [
      "a hall named like a part of every object",
      "/v1/halls/__proto__/ledgers/cases/sync",
      404,
      "unknown_hall",
    ],
    [
      "a hall with a name too long for the store",
      `/v1/halls/${"h".repeat(3000)}/ledgers/cases/sync`,
      404,
      "unknown_hall",
    ],
    ["a hall of encoded slashes", "/v1/halls/..%2F..%2Feast/ledgers/cases/sync", 404, "unknown_hall"],
    ["a hall of broken encoding", "/v1/halls/%FF%00/ledgers/cases/sync", 404, "unknown_hall"],
    ["an unknown ledger", "/v1/halls/east/ledgers/poems/sync", 404, "unknown_ledger"],
    [
      "a ledger named like a part of every object",
      "/v1/halls/east/ledgers/constructor/sync",
      404,
      "unknown_ledger",
    ],
    ["another hall's ledger", "/v1/halls/west/ledgers/cases/sync", 403, "not_permitted"],
    ["an address that is not there", "/v1/halls/east/ledgers/cases/sink", 404, "not_found"],
  ])("%s", async (_, path, status, code) => {
    expectProblem(await raw(JSON.stringify(batch([])), { path }), status, code);
  });

  test("nobody in particular may not write, nor a centre's reader, row by row", async () => {
    const nobody = await raw(JSON.stringify(batch([caseRow()])), { who: "nobody" });
    expectProblem(nobody, 403, "not_permitted");
    const { body } = await world.post(SYNC, batch([caseRow()]), "director");
    expect(body.results[0]).toMatchObject({
      status: "refused",
      problems: [{ code: "not_permitted", status: 403 }],
    });
  });
});
