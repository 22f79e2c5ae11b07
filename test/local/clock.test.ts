// The movable clock: it goes on from where it was put, survives a restart, and refuses what is no time.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openClock } from "../../infra/local/clock.ts";
import { createClockRoutes } from "../../infra/local/clock-routes.ts";
import { findFreePort } from "../../infra/local/free-port.ts";
import { closeServer, listenOnLoopback } from "../../infra/local/listen.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "hall-ledger-clock-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the clock", () => {
  test("goes on from where it was put, over a restart too, and back to real time", () => {
    const file = join(directory, "deep", "clock.json");
    let real = 1_000_000;
    const clock = openClock(file, () => real);
    expect(clock.now()).toBe(1_000_000);
    clock.moveTo(5_000);
    real += 30;
    expect(clock.now()).toBe(5_030);
    expect(openClock(file, () => real).now()).toBe(5_030);
    clock.moveTo(null);
    expect(openClock(file, () => real).now()).toBe(real);
  });

  test("is real time when its file is broken", () => {
    const file = join(directory, "broken.json");
    writeFileSync(file, "{");
    expect(openClock(file, () => 7).now()).toBe(7);
  });
});

describe("/dev/clock", () => {
  let server: Server;
  let url: string;
  let moved = 0;
  beforeAll(async () => {
    const clock = openClock(join(directory, "served.json"));
    const routes = createClockRoutes(clock, async () => ++moved);
    server = createServer((request, response) => {
      void routes(request, response).then((taken) => taken || response.writeHead(404).end());
    });
    const port = await findFreePort();
    await listenOnLoopback(server, port);
    url = `http://127.0.0.1:${port}/dev/clock`;
  });
  afterEach(() => {
    moved = 0;
  });
  afterAll(() => closeServer(server));
  const post = (body: string, type = "application/json") =>
    fetch(url, { method: "POST", body, headers: { "content-type": type } });

  test("moves, and does what has fallen due", async () => {
    const answer = await post('{"now":"2026-06-01T08:00:00+08:00"}');
    expect(await answer.json()).toMatchObject({ now: expect.stringMatching(/^2026-06-01T00:00:0/), jobs: 1 });
    expect(await (await fetch(url)).json()).toMatchObject({
      now: expect.stringMatching(/^2026-06-01T00:00:/),
    });
  });

  test.each([
    ["no JSON", "now"],
    ["no time", '{"now":"tomorrow"}'],
    ["a day that does not exist", '{"now":"2026-02-30T08:00:00+08:00"}'],
    ["a time without an offset", '{"now":"2026-06-01T08:00:00"}'],
    ["a number", '{"now":1}'],
    ["something else besides", '{"now":null,"more":1}'],
  ])("%s: refused, and nothing moves", async (_, body) => {
    const before = await (await fetch(url)).json();
    expect((await post(body)).status).toBe(400);
    expect(JSON.stringify(await (await fetch(url)).json()).slice(0, 20)).toBe(
      JSON.stringify(before).slice(0, 20),
    );
    expect(moved).toBe(0);
  });

  test("a form that another site may send: refused", async () => {
    expect((await post('{"now":null}', "text/plain")).status).toBe(400);
  });

  test("other methods: refused", async () => {
    expect((await fetch(url, { method: "DELETE" })).status).toBe(405);
  });
});
